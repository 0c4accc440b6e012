import { defaultConfig } from "../config.js";
import type { Finding } from "../domain/finding.js";
import type { Inflate } from "../ports/inflate.js";
import type { Input, Progress } from "../ports/replay.js";
import { generateCompany, type SampleRecord } from "../sample/company.js";
import type { Control, Incident, Truth } from "../sample/truth.js";
import { readTime } from "../telemetry/time.js";
import { type Gathered, gather } from "./gather.js";
import { type Judgement, judge, noKnowledge } from "./judge.js";

/** What the detector made of the invented company's day, beside what was planted in it. */
export interface Demonstration {
  readonly gathered: Gathered;
  readonly judgement: Judgement;
  readonly incidents: readonly (Incident & { readonly found: boolean })[];
  readonly controls: readonly (Control & { readonly quiet: boolean })[];
  /** Findings that belong to no planted incident. */
  readonly others: readonly Finding[];
}

/** Three weeks of the invented company are learned silently, its next day is judged: replay of generated telemetry. */
export async function demonstrate(
  seed: number,
  inflate: Inflate,
  progress: Progress = () => {},
): Promise<Demonstration> {
  const { history, day, truth } = generateCompany(seed);
  const gathered = await gather(inputs({ history, day }), inflate, "auto", defaultConfig, progress);
  const judgement = judge(gathered.observed, noKnowledge, defaultConfig, startOf(truth), progress);
  const told = new Set(judgement.findings.map(({ event }) => event.id));
  const planted = new Set(truth.incidents.flatMap(({ eventIds }) => eventIds));
  return {
    gathered,
    judgement,
    incidents: truth.incidents.map((incident) => ({
      ...incident,
      found: incident.mustFind.every((id) => told.has(id)),
    })),
    controls: truth.controls.map((control) => ({ ...control, quiet: !control.eventIds.some((id) => told.has(id)) })),
    others: judgement.findings.filter(({ event }) => !planted.has(event.id)),
  };
}

async function* inputs(parts: Readonly<Record<string, Iterable<SampleRecord>>>): AsyncIterable<Input> {
  const encoder = new TextEncoder();
  for (const [name, records] of Object.entries(parts)) {
    const lines = Array.from(records, ({ record }) => JSON.stringify(record));
    yield { name, bytes: encoder.encode(lines.join("\n")) };
  }
}

function startOf({ learnUntil }: Truth): number {
  const time = readTime(learnUntil);
  if (!time.ok) throw new Error(`demonstrate requires learnUntil to be a time, got ${learnUntil}`);
  return time.value.at;
}
