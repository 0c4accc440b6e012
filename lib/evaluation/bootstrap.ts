/** Numbers at least 0 and below 1. */
type Random = () => number;

/** From where to where a figure lies. */
export type Interval = readonly [low: number, high: number];

/**
 * How often each of `groups` groups is drawn, when as many are drawn with replacement.
 *
 * Groups are drawn whole, because what is in one (the commands of a session) depends on each other.
 */
export function resample(groups: number, random: Random): readonly number[] {
  const drawn = new Array<number>(groups).fill(0);
  for (let i = 0; i < groups; i += 1) {
    const group = Math.floor(random() * groups);
    drawn[group] = (drawn[group] ?? 0) + 1;
  }
  return drawn;
}

/**
 * The middle 95 % of a figure over resamples: the percentile bootstrap.
 *
 * @see Efron & Tibshirani 1993, "An Introduction to the Bootstrap", section 13.3
 * @example
 * middle([5, 1, 2, 3, 4]) // => [1, 5]
 * middle([]) // => [0, 0]
 */
export function middle(figures: readonly number[]): Interval {
  const sorted = [...figures].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  return [at(0.025), at(0.975)];
}
