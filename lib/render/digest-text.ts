import type { Finding } from "../domain/finding.js";
import type { Digest } from "../domain/notice.js";
import { plural } from "../domain/wording.js";
import { because } from "../impact/words.js";

/** Why incidents come together, and not one by one. */
export const digestHeading = ({ why, incidents }: Digest): string =>
  why === "shadow"
    ? `In shadow: ${plural(incidents.length, "incident")} of which nobody was alerted`
    : `${plural(incidents.length, "more incident")} than this channel takes one by one today`;

/** The finding that says most of an incident. */
export const worstOf = (findings: readonly [Finding, ...Finding[]]): Finding =>
  findings.toSorted((a, b) => b.priority - a.priority)[0] ?? findings[0];

/** An incident in one line, its text not made safe yet. */
export function digestLine(findings: readonly [Finding, ...Finding[]]): string {
  const { priority, identity, agent, impact, command } = worstOf(findings);
  const who = agent === null ? identity : `${agent} as ${identity}`;
  const more = findings.length === 1 ? "" : `, and ${plural(findings.length - 1, "more command")}`;
  const what = impact === null ? "no longer behaves as usual" : `ran a command that ${because(impact.id)}`;
  return `${priority}/10  ${who} ${what}${more}: ${command}`;
}
