import type { Probability } from "../domain/units.js";

/**
 * Wilson's score interval: within which a share lies, when it was seen in so many of so many cases.
 *
 *     centre = (k/n + z²/2n) / (1 + z²/n)
 *     half   = z / (1 + z²/n) * sqrt(p(1-p)/n + z²/4n²)
 *
 * Unlike the normal interval it stays between 0 and 1, and tells something where all or none were hits. Cases must be
 * independent: commands of one session are not quite, so the true interval is somewhat wider.
 *
 * @param z how many standard deviations to each side; 1.96 for 95 %
 * @see Wilson 1927, "Probable inference, the law of succession, and statistical inference"
 * @example
 * wilson(8, 10)[0] // => 0.4902
 * wilson(8, 10)[1] // => 0.9433
 * wilson(0, 0) // => [0, 1]
 */
export function wilson(hits: number, cases: number, z = 1.959964): readonly [low: Probability, high: Probability] {
  if (cases === 0) return [0, 1];
  const share = hits / cases;
  const widened = 1 + z ** 2 / cases;
  const centre = (share + z ** 2 / (2 * cases)) / widened;
  const half = (z / widened) * Math.sqrt((share * (1 - share)) / cases + z ** 2 / (4 * cases ** 2));
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}
