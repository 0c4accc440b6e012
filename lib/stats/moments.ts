/** Numbers seen so far, in so little that two of them can be put together. */
export interface Moments {
  readonly count: number;
  readonly mean: number;
  /** The squared distances from the mean, summed. */
  readonly squares: number;
  readonly highest: number;
}

export const noMoments: Moments = { count: 0, mean: 0, squares: 0, highest: Number.NEGATIVE_INFINITY };

export const momentOf = (value: number): Moments => ({ count: 1, mean: value, squares: 0, highest: value });

/**
 * Both together: the count, mean, spread and maximum of all their numbers.
 *
 *     mean    = left.mean + d * right.count / n          with d = right.mean - left.mean
 *     squares = left.squares + right.squares + d² * left.count * right.count / n
 *
 * @see Chan, Golub, LeVeque 1979, "Updating formulae and a pairwise algorithm for computing sample variances"
 * @example
 * together(momentOf(2), momentOf(4)) // => { count: 2, mean: 3, squares: 2, highest: 4 }
 */
export function together(left: Moments, right: Moments): Moments {
  const count = left.count + right.count;
  if (count === 0) return noMoments;
  const apart = right.mean - left.mean;
  return {
    count,
    mean: left.mean + (apart * right.count) / count,
    squares: left.squares + right.squares + (apart ** 2 * left.count * right.count) / count,
    highest: Math.max(left.highest, right.highest),
  };
}

/**
 * How far the numbers lie from their mean, typically: the sample's standard deviation. Zero with fewer than two.
 *
 * @example
 * spread(together(momentOf(2), momentOf(4))) // => 1.4142
 */
export const spread = ({ count, squares }: Moments): number => (count < 2 ? 0 : Math.sqrt(squares / (count - 1)));
