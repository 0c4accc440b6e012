import type { Probability } from "../domain/units.js";

/**
 * How often something happens, judged from few sightings: the mean of a Beta posterior.
 *
 *     rate = (seen + strength * prior) / (total + strength)
 *
 * The prior is the rate among peers; `strength` is how many of her own commands it takes to outweigh them.
 *
 * @param strength in sightings; larger trusts the peers longer
 * @see Gelman et al., Bayesian Data Analysis, 3rd edition, section 2.4
 * @example
 * smoothedRate(0, 0, 0.01, 20) // => 0.01
 * smoothedRate(0, 1980, 0.01, 20) // => 0.0001
 * smoothedRate(10, 80, 0.01, 20) // => 0.102
 */
export const smoothedRate = (seen: number, total: number, prior: Probability, strength: number): Probability =>
  (seen + strength * prior) / (total + strength);
