import type { Clause } from "../domain/finding.js";
import type { ImpactClass } from "../domain/impact.js";
import type { Observation } from "../domain/observation.js";
import type { Bits, Instant } from "../domain/units.js";
import type { CountTree } from "../stats/count-tree.js";

/** Somebody's history, as one detector counted it: the principal's own, or what her peers have done without her. */
export interface Pool {
  /** As an alert names it: `ada/claude-code`, `everyone else`. */
  readonly name: string;
  readonly counts: CountTree;
  /** Commands that were learned, and days with at least one, whether or not it was learned. */
  readonly commands: number;
  readonly days: number;
}

/** The histories a command is judged against: her own, then her peers' from near to wide. */
export interface Pools {
  readonly own: Pool;
  readonly peers: readonly Pool[];
}

/** When a command ran, and what its session had done by then. */
export interface Moment {
  readonly at: Instant;
  /** The kinds of harm that its session could have done shortly before, in the order of their names. */
  readonly earlier: readonly ImpactClass[];
}

/** The same, and how fast the past fades: both in epochs. */
export interface AsOf extends Moment {
  readonly epoch: number;
  readonly halfLife: number;
}

/** What of an observation may be counted: shapes and kinds of harm, no text. */
export type Countable = Pick<Observation, "signature" | "impacts">;

/**
 * One way of being unusual.
 *
 * A detector only says what it counts and how it reads the counts. Counting itself, merging, bounding and leaving a
 * member out are the same for all of them, so that every detector obeys the same laws by being in the list.
 */
export interface Detector {
  readonly id: string;
  /** The paths that one observation adds to the counts. Never raw text. */
  paths(observation: Countable, moment: Moment): readonly (readonly string[])[];
  /** How surprising the observation is, in bits; undefined when nobody's history can say. Scoring never learns. */
  score(observation: Countable, pools: Pools, asOf: AsOf): Bits | undefined;
  /** One clause, with its numbers, fit for an alert: `told` makes it. */
  because(observation: Countable, pools: Pools, moment: Moment): Clause;
}
