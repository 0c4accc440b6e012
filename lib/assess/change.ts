import type { Observation } from "../domain/observation.js";
import { type Principal, principalOf } from "../domain/principal.js";
import type { Instant, Millis } from "../domain/units.js";
import { type Given, initial, type LaneState } from "../identity/observe.js";
import { type Baseline, emptyBaseline, mergeBaselines } from "./baseline.js";
import type { Judged } from "./learn.js";
import { count, type Marks, type Memory } from "./memory.js";
import type { Learned, Outcome } from "./outcome.js";
import { namesOf } from "./seen.js";

/** What a batch changed in one identity's memory: small, and enough to make the new memory from the old one. */
export interface Change {
  readonly lessons: ReadonlyMap<Principal, Baseline>;
  /** Everything that waits now; the grace keeps it short. */
  readonly waiting: readonly Judged[];
  readonly lanes: ReadonlyMap<Principal, LaneChange>;
  /** The names counted, with their instants, in order. */
  readonly counted: readonly (readonly [Instant, string])[];
  /** The marks that moved. */
  readonly marks: Marks;
}

/** What a batch changed in one lane: commands more in the open window, after what the last window's end left. */
export interface LaneChange {
  /** Null when no window ended. */
  readonly ended: LaneState | null;
  readonly opened: readonly Given[];
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
  const lanes = new Map<Principal, LaneChange>();
  for (const [principal, move] of steps.flatMap(({ outcome }) => outcome.moved)) {
    const { ended, opened } = lanes.get(principal) ?? { ended: null, opened: [] };
    lanes.set(
      principal,
      "given" in move ? { ended, opened: [...opened, move.given] } : { ended: move.ended, opened: [] },
    );
  }
  const counted = steps
    .filter(({ outcome }) => outcome.kind !== "repeated")
    .flatMap(({ observation, at }) => namesOf(observation).map((name) => [at, name] as const));
  return { lessons, waiting: steps.at(-1)?.outcome.memory.waiting ?? [], lanes, counted, marks };
}

/** The memory after a change: the same, to the last count, as the fold that made the change gave. */
export function apply(
  memory: Memory,
  { lessons, waiting, lanes: moved, counted, marks }: Change,
  remember: Millis,
): Memory {
  const baselines = new Map(memory.baselines);
  for (const [principal, lesson] of lessons) {
    baselines.set(principal, mergeBaselines(baselines.get(principal) ?? emptyBaseline, lesson));
  }
  const lanes = new Map(memory.lanes);
  for (const [principal, { ended, opened }] of moved) {
    const lane = ended ?? lanes.get(principal) ?? initial;
    lanes.set(principal, { ...lane, open: [...lane.open, ...opened] });
  }
  let names = memory.counted;
  for (const [at, name] of counted) names = count(names, name, at, remember);
  return { baselines, waiting, lanes, counted: names, marks: new Map([...memory.marks, ...marks]) };
}
