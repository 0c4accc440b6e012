import { quantileSorted } from "simple-statistics";

/** Numbers at least 0 and below 1. */
type Random = () => number;

/** From where to where a figure lies. */
export type Interval = readonly [low: number, high: number];

/**
 * How often each of `groups` groups is drawn, when as many are drawn with replacement.
 *
 * Groups (a user, a session) are drawn whole, because what is in one depends on each other. With few of them an interval
 * is somewhat too narrow.
 *
 * @example
 * resample(3, () => 0.5) // => [0, 3, 0]
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
 * @param figures one of each draw; a thousand settle the ends to about a tenth of their distance
 * @see Efron & Tibshirani 1993, "An Introduction to the Bootstrap", section 13.3
 * @example
 * middle([5, 1, 2, 3, 4]) // => [1.1, 4.9]
 * middle([]) // => [0, 0]
 */
export function middle(figures: readonly number[]): Interval {
  if (figures.length === 0) return [0, 0];
  const sorted = [...figures].sort((a, b) => a - b);
  return [quantileSorted(sorted, 0.025), quantileSorted(sorted, 0.975)];
}

/**
 * The intervals of some figures, over groups that are drawn anew.
 *
 * @example
 * bootstrap([[5], [5], [5]], (values) => ({ many: values.length }), 100, () => 0.3) // => { many: [3, 3] }
 */
export function bootstrap<Value, Name extends string>(
  groups: readonly (readonly Value[])[],
  figures: (values: readonly Value[]) => Readonly<Record<Name, number>>,
  draws: number,
  random: Random,
): Readonly<Record<Name, Interval>> {
  const drawn = Array.from({ length: draws }, () =>
    figures(
      resample(groups.length, random).flatMap((times, i) =>
        Array.from({ length: times }, () => groups[i] ?? []).flat(),
      ),
    ),
  );
  const names = Object.keys(drawn[0] ?? {}) as Name[];
  return Object.fromEntries(names.map((name) => [name, middle(drawn.map((one) => one[name]))])) as Record<
    Name,
    Interval
  >;
}
