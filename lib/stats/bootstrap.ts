/**
 * Within which figures lie, when the groups they were measured on are drawn anew: the percentile bootstrap.
 *
 * As many groups as there are, drawn with replacement; the figures of each draw; of each figure the middle 95 %. Drawing
 * whole groups (a user, a session) keeps together what depends on each other. With few groups it is somewhat too narrow.
 *
 * @param draws how often; a thousand settle the ends to about a tenth of their distance
 * @param random numbers of at least 0 and below 1
 * @see Efron, Tibshirani 1993, "An Introduction to the Bootstrap", section 13.3
 * @example
 * bootstrap([[5], [5], [5]], (values) => ({ many: values.length }), 100, () => 0.3) // => { many: [3, 3] }
 */
export function bootstrap<Value, Name extends string>(
  groups: readonly (readonly Value[])[],
  figures: (values: readonly Value[]) => Readonly<Record<Name, number>>,
  draws: number,
  random: () => number,
): Readonly<Record<Name, readonly [low: number, high: number]>> {
  const drawn = Array.from({ length: draws }, () =>
    figures(groups.flatMap(() => groups[Math.floor(random() * groups.length)] ?? [])),
  );
  const intervalOf = (name: Name) => {
    const values = drawn.map((figure) => figure[name]).sort((a, b) => a - b);
    const at = (share: number) => values[Math.floor(share * draws)] ?? Number.NaN;
    return [at(0.025), at(0.975)] as const;
  };
  const names = Object.keys(drawn[0] ?? {}) as Name[];
  return Object.fromEntries(names.map((name) => [name, intervalOf(name)])) as ReturnType<typeof bootstrap<Value, Name>>;
}
