/** Numbers seen so far, in so little that two of them can be put together. */
export interface Moments {
  readonly count: number;
  readonly mean: number;
  readonly highest: number;
}

export const noMoments: Moments = { count: 0, mean: 0, highest: Number.NEGATIVE_INFINITY };

export const momentOf = (value: number): Moments => ({ count: 1, mean: value, highest: value });

/**
 * Both together: the count, mean and maximum of all their numbers.
 *
 *     mean = left.mean + (right.mean - left.mean) * right.count / n
 *
 * @example
 * together(momentOf(2), momentOf(4)) // => { count: 2, mean: 3, highest: 4 }
 */
export function together(left: Moments, right: Moments): Moments {
  const count = left.count + right.count;
  if (count === 0) return noMoments;
  return {
    count,
    mean: left.mean + ((right.mean - left.mean) * right.count) / count,
    highest: Math.max(left.highest, right.highest),
  };
}
