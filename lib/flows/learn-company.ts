import { seal } from "../assess/cohorts.js";
import { defaultConfig } from "../config.js";
import type { Instant } from "../domain/units.js";
import type { Inflate } from "../ports/inflate.js";
import type { Progress } from "../ports/replay.js";
import { generateCompany, type SampleRecord } from "../sample/company.js";
import type { Truth } from "../sample/truth.js";
import { readTime } from "../telemetry/time.js";
import { gather } from "./gather.js";
import { judge, type Knowledge, noKnowledge } from "./judge.js";

/** The invented company on the morning of its judged day: what is known of everybody, and the day to come. */
export interface Morning {
  readonly knowledge: Knowledge;
  readonly day: readonly SampleRecord[];
  readonly truth: Truth;
  /** Events of the weeks that were learned. */
  readonly learned: number;
}

/** Learns the company's three weeks silently. */
export async function learnCompany(seed: number, inflate: Inflate, progress: Progress = () => {}): Promise<Morning> {
  const { history, day, truth } = generateCompany(seed);
  const gathered = await gather(asInput("history", history), inflate, "auto", defaultConfig, progress);
  const { knowledge } = judge(gathered.observed, noKnowledge, defaultConfig, startOf(truth), progress);
  const cohorts = seal(knowledge.cohorts, startOf(truth), defaultConfig.policy.learning);
  return { knowledge: { ...knowledge, cohorts }, day: [...day], truth, learned: gathered.events };
}

/** Records as one input of lines. */
export async function* asInput(name: string, records: Iterable<SampleRecord>) {
  const lines = Array.from(records, ({ record }) => JSON.stringify(record));
  yield { name, bytes: new TextEncoder().encode(lines.join("\n")), arrived: null };
}

/** When the judged day begins. */
export function startOf({ learnUntil }: Truth): Instant {
  const time = readTime(learnUntil);
  if (!time.ok) throw new Error(`startOf requires learnUntil to be a time, got ${learnUntil}`);
  return time.value.at;
}
