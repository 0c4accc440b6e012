/**
 * How evenly things follow each other: the share of gaps that are nearly the same as the one before.
 *
 *     evenness = gaps with |g - g'| <= tolerance * max(g, g') / gaps that have one before them
 *
 * A timer gives one, hands nearly nothing: their gaps vary over orders of magnitude, so that two neighbours are within a
 * twentieth of each other about once in thirty times. Undefined with fewer than two gaps.
 *
 * @param tolerance the share of the longer gap by which they may differ
 * @example
 * evenness([60, 60, 61, 60], 0.05) // => 1
 * evenness([2, 90, 11, 400, 405], 0.05) // => 0.25
 * evenness([2], 0.05) // => undefined
 */
export function evenness(gaps: readonly number[], tolerance: number): number | undefined {
  if (gaps.length < 2) return undefined;
  let even = 0;
  for (const [place, gap] of gaps.slice(1).entries()) {
    const before = gaps[place] as number;
    if (Math.abs(gap - before) <= tolerance * Math.max(gap, before)) even += 1;
  }
  return even / (gaps.length - 1);
}
