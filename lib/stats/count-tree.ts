import { add, type EpochCounts, nothing, since, total } from "./epoch-counts.js";

/**
 * Counts along paths: how often `git` was seen, `git push` among it, `git push --force` among that.
 *
 * Every path that is counted adds one to each node on its way, so a node's count is the number of paths through it,
 * and stays right when its children are pruned. Trees are values: counting makes a new tree and shares what it can.
 */
export interface CountTree {
  readonly counts: EpochCounts;
  readonly children: Children;
}

type Children = ReadonlyMap<string, CountTree>;

export const emptyTree: CountTree = { counts: nothing, children: new Map() };

/** The tree of one path seen once. */
export function seed(path: readonly string[], counts: EpochCounts): CountTree {
  const [head, ...rest] = path;
  return { counts, children: head === undefined ? emptyTree.children : new Map([[head, seed(rest, counts)]]) };
}

/**
 * Both trees together. Commutative, associative, with `emptyTree` as nothing; `sign` -1 takes the second out again,
 * which is how one member is left out of her cohort.
 */
export function merge(left: CountTree, right: CountTree, sign: 1 | -1 = 1): CountTree {
  if (right === emptyTree) return left;
  if (left === emptyTree && sign === 1) return right;
  return { counts: add(left.counts, right.counts, sign), children: mergeChildren(left.children, right.children, sign) };
}

function mergeChildren(left: Children, right: Children, sign: 1 | -1): Children {
  if (right.size === 0) return left;
  // Copied by hand: `new Map(left)` takes twice as long, and this is where learning spends its time.
  const children = new Map<string, CountTree>();
  left.forEach((child, name) => void children.set(name, child));
  for (const [name, child] of right) {
    const sum = merge(children.get(name) ?? emptyTree, child, sign);
    if (sum.counts.length > 0) children.set(name, sum);
    else children.delete(name);
  }
  return children;
}

/** The node at the end of a path; an empty one where nothing was ever counted. */
export function at(tree: CountTree, path: readonly string[]): CountTree {
  let node = tree;
  for (const name of path) node = node.children.get(name) ?? emptyTree;
  return node;
}

/** Number of nodes below the root: what a tree costs to keep. */
export function size(tree: CountTree): number {
  let nodes = tree.children.size;
  for (const child of tree.children.values()) nodes += size(child);
  return nodes;
}

/**
 * The tree within a size: epochs before `oldest` are dropped, and while there are more than `limit` nodes, those with
 * the smallest counts go. A parent outlives its children and keeps their counts.
 *
 * Deterministic: equal trees give equal trees, whatever order they were counted in; among equal counts, the path that
 * sorts first stays. Its error: a pruned path reads as never seen, with its parent's count still whole.
 */
export function prune(tree: CountTree, limit: number, oldest: number): CountTree {
  const recent = forget(tree, oldest);
  const counts = countsBelow(recent).sort((a, b) => b - a);
  if (counts.length <= limit) return recent;
  const cut = counts[limit] ?? 0;
  const room = limit - counts.filter((count) => count > cut).length;
  return keepHeaviest(recent, cut, { room });
}

/** What was counted in an epoch from `oldest` on. What has nothing to forget is shared, not copied: nearly all of a tree. */
export function forget(tree: CountTree, oldest: number): CountTree {
  const counts = since(tree.counts, oldest);
  let isWhole = counts === tree.counts;
  if (isWhole && tree.children.size === 0) return tree;
  const children = new Map<string, CountTree>();
  for (const [name, child] of tree.children) {
    const kept = forget(child, oldest);
    if (kept.counts.length > 0) children.set(name, kept);
    if (children.get(name) !== child) isWhole = false;
  }
  return isWhole ? tree : { counts, children };
}

/** Nodes heavier than the cut stay; of those that weigh the same, the first while there is room. */
function keepHeaviest(tree: CountTree, cut: number, left: { room: number }): CountTree {
  const children = new Map<string, CountTree>();
  for (const [name, child] of [...tree.children].sort(byName)) {
    const count = total(child.counts);
    if (count < cut || (count === cut && left.room-- <= 0)) continue;
    children.set(name, keepHeaviest(child, cut, left));
  }
  return { counts: tree.counts, children };
}

function countsBelow(tree: CountTree): number[] {
  const counts: number[] = [];
  for (const child of tree.children.values()) counts.push(total(child.counts), ...countsBelow(child));
  return counts;
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : a > b ? 1 : 0;

/**
 * The same counts, all of them in one epoch: what was counted by another clock.
 *
 * @example
 * inEpoch({ counts: [3, 1, 7, 2], children: new Map() }, 40) // => { counts: [40, 3], children: new Map() }
 */
export const inEpoch = ({ counts, children }: CountTree, epoch: number): CountTree => ({
  counts: counts.length === 0 ? nothing : [epoch, total(counts)],
  children: new Map([...children].map(([name, child]) => [name, inEpoch(child, epoch)])),
});

/**
 * The same counts under other names; what gets one name is counted together.
 *
 * @example
 * renamed(seed(["Ls"], [0, 2]), (name) => name.toLowerCase()).children.has("ls") // => true
 */
export function renamed({ counts, children }: CountTree, rename: (name: string) => string): CountTree {
  const after = new Map<string, CountTree>();
  for (const [name, child] of children)
    after.set(rename(name), merge(after.get(rename(name)) ?? emptyTree, renamed(child, rename)));
  return { counts, children: after };
}
