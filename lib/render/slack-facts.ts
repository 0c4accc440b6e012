import type { Finding } from "../domain/finding.js";
import type { Trust } from "../domain/observation.js";
import { fitting } from "./slack-text.js";
import { soonerBecause } from "./urgency-text.js";

/** Who acted, short enough for a heading. */
export const whoOf = ({ identity, agent }: Finding): string =>
  agent === null ? fitting(identity, 60) : `${fitting(agent, 30)} as ${fitting(identity, 50)}`;

const trustWords: Readonly<Record<Trust, string>> = {
  trusted: "",
  service: ", a service account",
  unknown: ", not known as trusted",
};

/** Who, how sure that is, where, when and how urgent, each with its name. */
export function factsOf(
  findings: readonly Finding[],
  worst: Finding,
): readonly (readonly [label: string, fact: string])[] {
  const { trust, attribution, session, priority } = worst;
  const sooner = soonerBecause(worst);
  const times = distinct(findings.map(({ time }) => toTheSecond(time)));
  const hosts = distinct(findings.map(({ host }) => host ?? "unknown host"));
  return [
    ["Who", `${whoOf(worst)}${trustWords[trust]}`],
    ["How sure", `${Math.round(100 * attribution.confidence)} %: ${attribution.evidence.join("; ")}`],
    ["Where", `${hosts.join(", ")}${session === null ? "" : `, session ${session}`}`],
    ["When", times.length < 2 ? toTheSecond(worst.time) : `${times[0]} to ${times.at(-1)}`],
    ["Priority", `${priority} of 10${sooner === "" ? "" : `, sooner because ${sooner}`}`],
  ];
}

/**
 * A time for people; sources know it to the nanosecond.
 *
 * @example
 * toTheSecond("2026-03-25T14:02:11.209794Z") // => "2026-03-25 14:02:11 UTC"
 */
export const toTheSecond = (time: string): string => time.replace(/^(.{10})T(.{8})(\.\d+)?Z$/, "$1 $2 UTC");

export const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)];
