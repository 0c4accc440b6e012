import type { CountTree } from "./count-tree.js";
import { decayed } from "./epoch-counts.js";

/**
 * How many different children a node has, each worth at most one and fading with its count:
 *
 *     distinct = sum over children of min(1, decayed count)
 *
 * @param halfLife in epochs
 * @example
 * distinct({ counts: [0, 9], children: new Map([["a", { counts: [0, 8], children: new Map() }], ["b", { counts: [0, 1], children: new Map() }]]) }, 4, 4) // => 1.5
 */
export function distinct(tree: CountTree, asOf: number, halfLife: number): number {
  const known = memo.get(tree);
  if (known !== undefined && known.asOf === asOf && known.halfLife === halfLife) return known.sum;
  let sum = 0;
  for (const { counts } of tree.children.values()) sum += Math.min(1, decayed(counts, asOf, halfLife));
  memo.set(tree, { asOf, halfLife, sum });
  return sum;
}

/** Trees are values, and a cohort's is asked for a whole hour: its last answer is kept as long as the tree is. */
const memo = new WeakMap<CountTree, { readonly asOf: number; readonly halfLife: number; readonly sum: number }>();
