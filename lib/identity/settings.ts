import { day, hour, type Millis } from "../domain/units.js";
import type { Smoothing } from "../stats/backed-off.js";
import type { LogOdds } from "../stats/logistic.js";
import type { Persistence } from "../stats/persistence.js";

/** Everything of the identity lane that may be turned: the same for everybody. */
export interface LaneSettings {
  /** Commands in a window. More of them tell more, and later. */
  readonly window: number;
  /** A pause of so long ends a window that has at least `shortest` commands. */
  readonly pause: Millis;
  readonly shortest: number;
  /** Windows from which on there is a judgement; until then everything is learned. */
  readonly warmUp: number;
  /** How her own history, and her peers', speak of what they have rarely or never seen. */
  readonly self: Smoothing;
  readonly peers: Smoothing;
  /** The most that one kind of step may say for or against her. */
  readonly clip: LogOdds;
  /** A step that comes n times counts n^repetition: a loop is not new evidence each time. */
  readonly repetition: number;
  readonly persistence: Persistence;
  readonly gate: Gate;
  /** A window at these odds or above is found; null turns the lane off: nothing is told, and nothing learned for it. */
  readonly findAtOdds: LogOdds | null;
  /** The most nodes that her steps, and what is set aside of them, may have; beyond it the rarest are forgotten. */
  readonly nodes: number;
  readonly asideNodes: number;
}

/** Behaviour is counted per week: fine enough for a half-life of months, coarse enough to stay small. */
export const epochMs: Millis = 7 * day;

/** Which windows are learned, and when: the price of teaching a baseline somebody else's habits. */
export interface Gate {
  /** Below these odds a window is learned at once. */
  readonly absorbBelow: LogOdds;
  /** Otherwise after so many more windows, if its odds, seen from there, are below `settleBelow`. */
  readonly hold: number;
  readonly settleBelow: LogOdds;
  /** What is left is set aside. When so many of the last `memory` windows were, behaviour has changed: they are learned. */
  readonly memory: number;
  readonly believeAfter: number;
}

/**
 * The smoothing, the clip and the repetition are those of the detection notes (#8): the asymmetry of the two alphas makes a
 * command that nobody ever used mild evidence for her, and one that only peers use evidence against. Persistence and
 * gate are on a plateau of both halves of the users of a public corpus: see the decision on the identity lane.
 */
export const defaultLane: LaneSettings = {
  window: 100,
  pause: hour,
  shortest: 50,
  warmUp: 10,
  self: { alpha: 0.002, vocabulary: 1_000, strength: 5 },
  peers: { alpha: 0.01, vocabulary: 1_000, strength: 200 },
  clip: 5,
  repetition: 0.6,
  persistence: { start: 0.03, stay: 0.6 },
  gate: { absorbBelow: -3.5, hold: 3, settleBelow: 0, memory: 30, believeAfter: 25 },
  findAtOdds: 2,
  nodes: 1_000,
  asideNodes: 500,
};
