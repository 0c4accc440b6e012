import type { Observation } from "../domain/observation.js";
import { type Principal, principalOf } from "../domain/principal.js";
import type { Instant, Millis } from "../domain/units.js";
import type { Learned, Outcome } from "./assess.js";
import { type Baseline, emptyBaseline, mergeBaselines } from "./baseline.js";
import type { Judged } from "./learn.js";
import { count, type Marks, type Memory } from "./memory.js";
import { namesOf } from "./seen.js";

/** What a batch changed in one identity's memory: small, and enough to make the new memory from the old one. */
export interface Change {
  readonly lessons: ReadonlyMap<Principal, Baseline>;
  /** Everything that waits now; the grace keeps it short. */
  readonly waiting: readonly Judged[];
  /** The names counted, with their instants, in order. */
  readonly counted: readonly (readonly [Instant, string])[];
  /** The marks that moved. */
  readonly marks: Marks;
}

/**
 * The change that a run of outcomes made, or null when it was more than what was learned (a baseline was compacted):
 * then the whole memory has to be kept.
 */
export function changeOf(
  identity: string,
  marks: Marks,
  steps: readonly { readonly observation: Observation; readonly at: Instant; readonly outcome: Outcome }[],
): Change | null {
  if (steps.some(({ outcome }) => outcome.compacted)) return null;
  const lessons = new Map<Principal, Baseline>();
  for (const { agent, lesson } of steps.flatMap(({ outcome }): readonly Learned[] => outcome.learned)) {
    const principal = principalOf(identity, agent);
    lessons.set(principal, mergeBaselines(lessons.get(principal) ?? emptyBaseline, lesson));
  }
  const counted = steps
    .filter(({ outcome }) => outcome.kind !== "repeated")
    .flatMap(({ observation, at }) => namesOf(observation).map((name) => [at, name] as const));
  return { lessons, waiting: steps.at(-1)?.outcome.memory.waiting ?? [], counted, marks };
}

/** The memory after a change: the same, to the last count, as the fold that made the change gave. */
export function apply(memory: Memory, { lessons, waiting, counted, marks }: Change, remember: Millis): Memory {
  const baselines = new Map(memory.baselines);
  for (const [principal, lesson] of lessons) {
    baselines.set(principal, mergeBaselines(baselines.get(principal) ?? emptyBaseline, lesson));
  }
  let names = memory.counted;
  for (const [at, name] of counted) names = count(names, name, at, remember);
  return { baselines, waiting, counted: names, marks: new Map([...memory.marks, ...marks]) };
}
