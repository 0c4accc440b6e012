import { type CountTree, emptyTree, at as nodeAt } from "./count-tree.js";
import { type EpochCounts, total } from "./epoch-counts.js";
import { shortName } from "./short-name.js";

/**
 * Which symbol came after which: a count tree of the paths `[symbol, next symbol]`.
 *
 * Every symbol of the sequence is counted once in the first level, so a node's count is that of its symbol; its children
 * are what followed. Sequences are counted apart: what followed the last symbol is not known.
 *
 * Nodes have short names: of a sequence only counts are kept, and `countOf` finds them again.
 *
 * @param epoch in which the whole sequence is counted
 * @example
 * countOf(transitionsOf(["a", "b", "a", "b"], 0), ["a", "b"]) // => 2
 * countOf(transitionsOf(["a", "b", "a", "b"], 0), ["b"]) // => 2
 */
export function transitionsOf(sequence: readonly string[], epoch: number): CountTree {
  const followers = new Map<string, Map<string, number>>();
  const seen = new Map<string, number>();
  for (const [place, symbol] of sequence.entries()) {
    seen.set(symbol, (seen.get(symbol) ?? 0) + 1);
    const next = sequence[place + 1];
    const after = followers.get(symbol) ?? new Map<string, number>();
    followers.set(symbol, after);
    if (next !== undefined) after.set(next, (after.get(next) ?? 0) + 1);
  }
  if (sequence.length === 0) return emptyTree;
  const nodes = [...seen].map(([symbol, count]) => {
    const children = [...(followers.get(symbol) ?? [])].map(
      ([next, times]) => [shortName(next), leaf([epoch, times])] as const,
    );
    return [shortName(symbol), { counts: [epoch, count], children: new Map(children) }] as const;
  });
  return { counts: [epoch, sequence.length], children: new Map(nodes) };
}

const leaf = (counts: EpochCounts): CountTree => ({ counts, children: emptyTree.children });

/** How often a path was counted, undecayed. */
export const countOf = (tree: CountTree, path: readonly string[]): number =>
  total(nodeAt(tree, path.map(shortName)).counts);
