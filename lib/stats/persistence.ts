import type { Probability } from "../domain/units.js";
import { chanceOf, type LogOdds, logit } from "./logistic.js";

/** How a hidden state that is either there or not comes and stays. */
export interface Persistence {
  /** The chance that it begins with the next observation. */
  readonly start: Probability;
  /** The chance that it is still there with the next one: it lasts 1 / (1 - stay) of them on average. */
  readonly stay: Probability;
}

/**
 * The odds that the state is there now, from what was seen up to now: one step of the forward filter.
 *
 *     odds = evidence + logit( start * (1 - q) + stay * q )
 *
 * @param before q, the chance that it was there at the last observation
 * @param evidence the natural logarithm of how much likelier this observation is with it than without
 * @see Rabiner 1989, "A tutorial on hidden Markov models", section III.A
 * @example
 * forward(0, 0, { start: 0.01, stay: 0.8 }) // => -4.5951
 * forward(1, 0, { start: 0.01, stay: 0.8 }) // => 1.3863
 */
export const forward = (before: Probability, evidence: LogOdds, { start, stay }: Persistence): LogOdds =>
  evidence + logit(start * (1 - before) + stay * before);

/**
 * The odds that the state was there then, now that it is known what came after: the backward part.
 *
 *     ratio = 0 after the last observation, and for each one before it
 *     ratio = log( (1 - stay + stay * e^(evidence + ratio)) / (1 - start + start * e^(evidence + ratio)) )
 *     smoothed = odds + ratio
 *
 * @param odds what `forward` gave then
 * @param later the evidence of each observation since
 * @example
 * backward(0, [], { start: 0.01, stay: 0.8 }) // => 0
 * backward(0, [0], { start: 0.01, stay: 0.8 }) // => 0
 * backward(0, [50], { start: 0.01, stay: 0.8 }) // => 4.382
 */
export function backward(odds: LogOdds, later: readonly LogOdds[], { start, stay }: Persistence): LogOdds {
  let ratio = 0;
  for (const evidence of [...later].reverse()) {
    // Divided by 1 + e^x, so that nothing overflows.
    const there = chanceOf(evidence + ratio);
    ratio = Math.log(((1 - stay) * (1 - there) + stay * there) / ((1 - start) * (1 - there) + start * there));
  }
  return odds + ratio;
}
