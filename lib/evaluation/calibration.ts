import type { Probability } from "../domain/units.js";

/** The levels at which p-values are held against what they say. */
export const levels: readonly Probability[] = [0.1, 0.05, 0.02, 0.01, 0.005];

/**
 * The share of p-values at or below each level. Of calibrated ones it is the level itself, or less where ties are.
 *
 * @example
 * sharesAtOrBelow([0.001, 0.03, 0.5, 0.9], [1, 1, 1, 1])["0.05"] // => 0.5
 */
export function sharesAtOrBelow(
  pValues: readonly Probability[],
  weights: readonly number[],
): Readonly<Record<string, Probability>> {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return Object.fromEntries(
    levels.map((level) => {
      let below = 0;
      for (const [i, p] of pValues.entries()) if (p <= level) below += weights[i] ?? 0;
      return [String(level), all === 0 ? 0 : below / all];
    }),
  );
}
