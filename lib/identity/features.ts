import type { LogOdds } from "../stats/logistic.js";
import type { LaneSettings } from "./settings.js";
import { type Known, stepsOf } from "./steps.js";

/** What the calibrator weighs, in this order. Their meaning never changes; a new one gets a new name. */
export const featureNames = ["meanOfSteps", "scoreLog", "novelLog"] as const;

export type FeatureName = (typeof featureNames)[number];

/** A window in numbers. */
export type Features = Readonly<Record<FeatureName, number>> & {
  /** What its steps say for somebody else, summed, for a hundred commands. */
  readonly score: LogOdds;
};

/**
 * A window in numbers: what speaks for somebody else, in what weighs the same wherever people work.
 *
 *     score       = 100 / commands * sum over kinds of steps of evidence * times^repetition
 *     meanOfSteps = mean of evidence over kinds of steps
 *     scoreLog    = sign(score) * log(1 + |score|)
 *     novelLog    = log(1 + commands in a hundred that nobody ever used)
 *
 * The mean says how foreign the steps are, the sum how many of them there are, and what is new to everybody is what the
 * two make least of. Logarithms, as histories differ in how much they vary, and what is learned at one place should hold at
 * another. Of 25 features that were tried, any of the other 22 beside these three made the evaluation no better.
 */
export function featuresOf(window: readonly string[], known: Known, settings: LaneSettings): Features {
  const { kinds, steps } = stepsOf(window, known, settings);
  const per = 100 / window.length;
  let score = 0;
  let evidence = 0;
  let novel = 0;
  for (const step of steps) {
    score += per * step.evidence * step.times ** settings.repetition;
    evidence += step.evidence;
  }
  for (const kind of kinds) if (kind.own === 0 && kind.peers === 0) novel += per * kind.times;
  return { score, meanOfSteps: evidence / steps.length, scoreLog: signedLog(score), novelLog: Math.log1p(novel) };
}

/**
 * The logarithm of a size, with its sign.
 *
 * @example
 * signedLog(0) // => 0
 * signedLog(-9) // => -2.3026
 */
export const signedLog = (value: number): number => Math.sign(value) * Math.log1p(Math.abs(value));
