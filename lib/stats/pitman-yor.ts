import type { Probability } from "../domain/units.js";

/** What one restaurant knows of a symbol in a context. */
export interface Restaurant {
  /** Times the symbol was seen in this context; fractional after decay. */
  readonly seen: number;
  /** Times anything was seen in this context. */
  readonly total: number;
  /** Symbols seen in this context, each counted at most once: the sum of min(1, seen). */
  readonly distinct: number;
}

/**
 * The chance of a symbol under a Pitman-Yor restaurant with one table for each symbol.
 *
 *     p = (seen - d * min(1, seen) + (theta + d * distinct) * base) / (total + theta)
 *
 * Commands follow a power law: a few are typed all day, most once. The discount d takes the same small part from
 * every symbol seen and gives it to what was never seen, spread as the base says, so novelty costs what it should.
 * The base is the same question asked of a wider group: her peers, then everyone, then an open vocabulary. With
 * nothing seen the answer is the base's own.
 *
 * @param discount d in [0, 1): more expects more novelty
 * @param concentration theta > 0, in sightings: how many it takes until the context's own voice equals the base's
 * @see Teh 2006, "A hierarchical Bayesian language model based on Pitman-Yor processes", ACL
 * @example
 * pitmanYor({ seen: 0, total: 0, distinct: 0 }, 0.01, 0.5, 1) // => 0.01
 * pitmanYor({ seen: 3, total: 9, distinct: 4 }, 0.01, 0.5, 1) // => 0.253
 */
export const pitmanYor = (
  { seen, total, distinct }: Restaurant,
  base: Probability,
  discount: number,
  concentration: number,
): Probability =>
  (seen - discount * Math.min(1, seen) + (concentration + discount * distinct) * base) / (total + concentration);
