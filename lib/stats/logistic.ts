import type { Probability } from "../domain/units.js";

/** The natural logarithm of odds: 0 is as likely as not, 3 twenty times likelier than not. */
export type LogOdds = number;

/**
 * A chance as log-odds.
 *
 * @example
 * logit(0.5) // => 0
 * logit(0.8) // => 1.3863
 */
export const logit = (chance: Probability): LogOdds => Math.log(chance / (1 - chance));

/**
 * Log-odds as a chance.
 *
 * @example
 * chanceOf(0) // => 0.5
 * chanceOf(1.3863) // => 0.8
 */
export const chanceOf = (odds: LogOdds): Probability => 1 / (1 + Math.exp(-odds));

/** A logistic regression that was fitted: one weight for each number, of the number as it is. */
export interface Logistic {
  readonly bias: LogOdds;
  readonly weights: readonly number[];
}

/**
 * The log-odds that these numbers give.
 *
 *     odds = bias + sum of weight * number
 *
 * @example
 * logOdds({ bias: -1, weights: [2, 0.5] }, [1, 4]) // => 3
 */
export function logOdds({ bias, weights }: Logistic, numbers: readonly number[]): LogOdds {
  let odds = bias;
  for (const [place, weight] of weights.entries()) odds += weight * (numbers[place] ?? 0);
  return odds;
}
