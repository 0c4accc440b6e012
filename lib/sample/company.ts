import type { FormatName } from "../domain/event.js";
import type { Instant } from "../domain/units.js";
import { historyDays } from "./calendar.js";
import { deal } from "./plans/deal.js";
import type { Plan } from "./plans/plan.js";
import { type Recorded, recordedDay } from "./recorded.js";
import { type Truth, truthOf } from "./truth.js";

/** One record as a sensor would write it. */
export interface SampleRecord {
  /** Plain JSON. */
  readonly record: object;
  readonly format: FormatName;
  readonly at: Instant;
}

/** Three weeks of a company, the day after them, and what is hidden in that day. */
export interface Company {
  /** In order of time; made while it is read, and the same each time it is read. */
  readonly history: Iterable<SampleRecord>;
  readonly day: Iterable<SampleRecord>;
  readonly truth: Truth;
}

/**
 * A small invented company that sells things on the web, and everything its engineers and their agents ran.
 *
 * | team | who | her work | her agents | her sensor |
 * |---|---|---|---|---|
 * | platform | ada | terraform, kubectl, helm | claude-code | Tetragon, programs |
 * | | grace | on-call: ssh, systemctl, kubectl in prod | gemini-cli | plain, wrapper lines |
 * | | hedy | security: scanners, audits | claude-code | Claude Code's own log, plain for her hands |
 * | product | alan | Go services | codex | Defender, wrapper shells |
 * | | niklaus | Go services | claude-code, cursor | Defender, programs |
 * | | radia | the web shop, on a Mac | cursor | Defender, programs |
 * | | margaret | the web shop | cursor, claude-code | plain, wrapper argv |
 * | | joan | the apps, on a Mac | claude-code | plain, wrapper as parent |
 * | data | mary | warehouse, on a Mac | claude-code | Claude Code's own log, plain for her hands |
 * | | katherine | models | claude-code | Tetragon, wrapper shells |
 * | | evelyn | reports | copilot, codex | plain, agent declared |
 *
 * They work from Monday to Friday at their own hours, in bursts; the history runs from Wednesday, 4 March 2026, and
 * the judged day is Wednesday, 25 March. Each act is one record: never a call and its processes. In the judged day four
 * incidents are planted that must be found, and three controls that must stay quiet. Who, when, with which agent and in
 * what words depends on the seed; the same seed gives the same bytes.
 */
export function generateCompany(seed: number): Company {
  const plans = deal(seed);
  const judged = recordedDay(seed, plans, historyDays);
  return {
    history: { [Symbol.iterator]: () => historyOf(seed, plans) },
    day: judged.map(sampleRecord),
    truth: truthOf(plans, judged),
  };
}

function* historyOf(seed: number, plans: readonly Plan[]): Generator<SampleRecord> {
  for (let dayNumber = 0; dayNumber < historyDays; dayNumber += 1)
    for (const recorded of recordedDay(seed, plans, dayNumber)) yield sampleRecord(recorded);
}

const sampleRecord = ({ record, format, at }: Recorded): SampleRecord => ({ record, format, at });
