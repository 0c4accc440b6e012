import { defaultConfig } from "../config.js";
import type { Finding } from "../domain/finding.js";
import type { Inflate } from "../ports/inflate.js";
import type { Progress } from "../ports/replay.js";
import type { Control, Incident, Truth } from "../sample/truth.js";
import { type Gathered, gather } from "./gather.js";
import { type Judgement, judge } from "./judge.js";
import { asInput, learnCompany, startOf } from "./learn-company.js";

/** What became of what was planted in a day. */
export interface Outcome {
  readonly incidents: readonly (Incident & { readonly found: boolean })[];
  readonly controls: readonly (Control & { readonly quiet: boolean })[];
  /** Findings that belong to no planted incident. */
  readonly others: readonly Finding[];
}

/** What the detector made of the invented company's day, beside what was planted in it. */
export interface Demonstration extends Outcome {
  readonly gathered: Gathered;
  readonly judgement: Judgement;
  /** Events of the weeks before. */
  readonly learned: number;
}

/** Three weeks of the invented company are learned silently, its next day is judged: replay of generated telemetry. */
export async function demonstrate(
  seed: number,
  inflate: Inflate,
  progress: Progress = () => {},
): Promise<Demonstration> {
  const { knowledge, day, truth, learned } = await learnCompany(seed, inflate, progress);
  const gathered = await gather(asInput("day", day), inflate, "auto", defaultConfig, progress);
  const judgement = judge(gathered.observed, knowledge, defaultConfig, startOf(truth), progress);
  return { gathered, judgement, learned, ...outcomeOf(truth, judgement.findings) };
}

/** Findings held against the truth. */
export function outcomeOf({ incidents, controls }: Truth, findings: readonly Finding[]): Outcome {
  const told = new Set(findings.map(({ event }) => event.id));
  const planted = new Set(incidents.flatMap(({ eventIds }) => eventIds));
  return {
    incidents: incidents.map((incident) => ({ ...incident, found: incident.mustFind.every((id) => told.has(id)) })),
    controls: controls.map((control) => ({ ...control, quiet: !control.eventIds.some((id) => told.has(id)) })),
    others: findings.filter(({ event }) => !planted.has(event.id)),
  };
}
