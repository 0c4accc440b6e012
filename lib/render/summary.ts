import type { Verdict } from "../domain/finding.js";
import { number, plural } from "../domain/wording.js";
import { reasonWords } from "./reasons.js";
import { safeText } from "./safe-text.js";

interface LeftOut {
  readonly count: number;
  /** Where the first of them stands: its line, where the input has lines, and which record it is. */
  readonly first: { readonly input: string; readonly line: number | null; readonly record: number };
}

interface Reading {
  readonly records: number;
  readonly events: number;
  readonly observed: readonly unknown[];
  /** Sightings of commands that another record had shown. */
  readonly joined: number;
  readonly unreadable: ReadonlyMap<string, LeftOut>;
}

/**
 * What was read, and what was not, with each reason, what it means and where to look.
 *
 * @param nobodys how many of the commands are of nobody known
 * @example
 * summaryOfReading({ records: 2, events: 2, observed: [1, 2], joined: 1, unreadable: new Map() }, 0) // => "read 2 records: 2 events, 2 commands in 3 sightings; left out 0\n"
 * summaryOfReading({ records: 2, events: 1, observed: [1], joined: 0, unreadable: new Map() }, 0) // => "read 2 records: 1 event, 1 command; left out 1\n"
 */
export function summaryOfReading({ records, events, observed, joined, unreadable }: Reading, nobodys: number): string {
  const commands = plural(observed.length, "command");
  const seen = joined === 0 ? commands : `${commands} in ${plural(observed.length + joined, "sighting")}`;
  const reasons = [...unreadable].sort(([a], [b]) => (a < b ? -1 : 1));
  const counts = reasons.map(([reason, { count }]) => `${number(count)} ${reason}`);
  const left = `left out ${number(records - events)}${counts.length === 0 ? "" : ` (${counts.join(", ")})`}`;
  return [
    `read ${plural(records, "record")}: ${plural(events, "event")}, ${seen}; ${left}`,
    ...reasons.map(
      ([reason, { first }], index) =>
        `  ${counts[index]} (first: ${placeOf(first)}): ${reasonWords[reason] ?? "could not be read"}`,
    ),
    ...(nobodys === 0 ? [] : [`${plural(nobodys, "command")} of nobody known: let the shipper add \`user\``]),
    "",
  ].join("\n");
}

const placeOf = ({ input, line, record }: LeftOut["first"]): string =>
  `${safeText(input)}, ${line === null ? `record ${number(record)}` : `line ${number(line)}`}`;

interface Judging {
  readonly findings: readonly { readonly incident: string }[];
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly repeated: number;
  readonly young: number;
  readonly principals: number;
}

/**
 * What was judged: told, watched, delivered before, and of how many people and agents too little is known.
 *
 * @example
 * summaryOfJudging({ findings: [{ incident: "a" }], verdicts: { find: 1, watch: 2, quiet: 397 }, repeated: 0, young: 0, principals: 2 }) // => "judged 400 commands of 2 principals: 1 finding in 1 incident, 2 watched\n"
 */
export function summaryOfJudging({ findings, verdicts, repeated, young, principals }: Judging): string {
  const incidents = new Set(findings.map(({ incident }) => incident)).size;
  const parts = [
    `${plural(findings.length, "finding")} in ${plural(incidents, "incident")}`,
    `${number(verdicts.watch)} watched`,
  ];
  if (repeated > 0) parts.push(`${number(repeated)} delivered before`);
  if (young > 0) parts.push(`${number(young)} young (judged through peers, or by weight alone)`);
  const judged = verdicts.find + verdicts.watch + verdicts.quiet;
  return `judged ${plural(judged, "command")} of ${plural(principals, "principal")}: ${parts.join(", ")}\n`;
}

interface Traffic {
  /** Records put into the telemetry stream. */
  readonly put: number;
  /** Records and batches that the two functions were given. */
  readonly records: number;
  readonly batches: number;
  readonly writeUnits: number;
  readonly told: number;
  /** From put to alert, in milliseconds. */
  readonly latencies: readonly number[];
}

/**
 * What went through the pipeline, and how long an alert took.
 *
 * @example
 * summaryOfTraffic({ put: 100, records: 130, batches: 12, writeUnits: 40.5, told: 2, latencies: [900, 1500] }) // => "100 records put; 130 records in 12 batches through both streams, 41 write units; 2 findings told, put to alert 0.9 s median, 1.5 s at most\n"
 */
export function summaryOfTraffic({ put, records, batches, writeUnits, told, latencies }: Traffic): string {
  const sorted = [...latencies].sort((a, b) => a - b);
  const seconds = (ms: number | undefined) => `${((ms ?? 0) / 1_000).toFixed(1)} s`;
  const median = sorted[Math.floor((sorted.length - 1) / 2)];
  const spread =
    sorted.length === 0 ? "" : `, put to alert ${seconds(median)} median, ${seconds(sorted.at(-1))} at most`;
  return `${plural(put, "record")} put; ${plural(records, "record")} in ${number(batches)} batches through both streams, ${number(writeUnits)} write units; ${plural(told, "finding")} told${spread}\n`;
}
