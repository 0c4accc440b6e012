/**
 * A list in pieces of at most so many.
 *
 * @example
 * chunksOf(2, ["a", "b", "c"]) // => [["a", "b"], ["c"]]
 * chunksOf(2, []) // => []
 */
export const chunksOf = <One>(size: number, list: readonly One[]): One[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));
