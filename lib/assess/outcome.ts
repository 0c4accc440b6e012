import type { Finding } from "../domain/finding.js";
import type { Principal } from "../domain/principal.js";
import type { Instant } from "../domain/units.js";
import type { Baseline } from "./baseline.js";
import type { LaneMove } from "./behaviour.js";
import type { Judged } from "./learn.js";
import type { Memory } from "./memory.js";
import type { Policy } from "./policy.js";
import type { History } from "./score.js";

/** What judging needs to know besides the identity's own memory. */
export interface Context {
  readonly policy: Policy;
  /** The sealed histories of a principal's peers, from near to wide, without her own part. */
  readonly cohorts: (agent: string | null) => readonly History[];
  /** Her team, for thresholds of its own. */
  readonly team?: string | undefined;
  /** Learn silently, gates off, what happened before this instant. */
  readonly judgeFrom: Instant;
  /** Every command comes once, whatever layers showed it (`oneLayer`): there is nothing to join. */
  readonly isOneLayer?: boolean;
}

/**
 * What one sighting changed.
 *
 * `repeated`: a second delivery, nothing. `judged`: a command that was not seen before. `joined`: another sighting of
 * one that was, or a later look at who acted; what was judged may be judged again. `withdrawn`: it was somebody else's.
 */
export interface Outcome {
  readonly kind: "repeated" | "judged" | "joined" | "withdrawn";
  readonly memory: Memory;
  /** The judgement, where there was anything to judge. */
  readonly judged: Judged | null;
  readonly finding: Finding | null;
  /** `new`: to be kept and told. `revised`: to take the place of the kept one; told if there is none. `corrected`: only to take its place. */
  readonly standing: "new" | "revised" | "corrected";
  /** Principals that stopped behaving like themselves, found as what waited was learned: new, to be kept and told. */
  readonly behaviour: readonly Finding[];
  /** How the lanes of those who taught something moved, in order. */
  readonly moved: readonly (readonly [Principal, LaneMove])[];
  readonly learned: readonly Learned[];
  /** A baseline was brought within its bounds, so that the change is more than what was learned. */
  readonly compacted: boolean;
}

/** A lesson, and whose it is: what a cohort is told. */
export interface Learned {
  readonly agent: string | null;
  readonly lesson: Baseline;
}

/** What a sighting has to start from: what was due is learned, the sighting is counted. */
export type Step = Pick<Outcome, "memory" | "learned" | "behaviour" | "moved" | "compacted">;

/** A step on which nothing was due. */
export const still = (memory: Memory): Step => ({ memory, learned: [], behaviour: [], moved: [], compacted: false });
