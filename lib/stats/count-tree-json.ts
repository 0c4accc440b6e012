import type { CountTree } from "./count-tree.js";
import type { EpochCounts } from "./epoch-counts.js";

/**
 * A tree as JSON: its nodes, root first and each before its children, which come in the order of their names.
 *
 * Names, numbers of children and counts stand apart, so that like stands beside like: packed, a node costs little more
 * than its name, where a nested form takes half as much again.
 */
export interface FlatTreeJson {
  /** The names, in one text; the root has none. */
  readonly t: string;
  /** How many children each node has; left out when there is only the root. */
  readonly k?: readonly number[];
  readonly n: readonly EpochCounts[];
}

/** The form of earlier versions, and of a tree in which a name holds what stands between names. */
export interface NestedTreeJson {
  readonly n: EpochCounts;
  readonly c?: readonly (readonly [string, NestedTreeJson])[];
}

export type TreeJson = FlatTreeJson | NestedTreeJson;

const between = " ";

/** Equal trees give equal bytes; no name is special. */
export function treeToJson(tree: CountTree): TreeJson {
  const names: string[] = [];
  const k: number[] = [];
  const n: EpochCounts[] = [];
  const walk = ({ counts, children }: CountTree) => {
    n.push(counts);
    k.push(children.size);
    for (const [name, child] of inOrder(children)) {
      names.push(name);
      walk(child);
    }
  };
  walk(tree);
  if (names.some((name) => name === "" || name.includes(between))) return nested(tree);
  return names.length === 0 ? { t: "", n } : { t: names.join(between), k, n };
}

const inOrder = (children: CountTree["children"]) => [...children].sort(([a], [b]) => (a < b ? -1 : 1));

const nested = ({ counts, children }: CountTree): NestedTreeJson =>
  children.size === 0
    ? { n: counts }
    : { n: counts, c: inOrder(children).map(([name, child]) => [name, nested(child)] as const) };

export function treeFromJson(json: TreeJson): CountTree {
  if (!("t" in json)) return fromNested(json);
  const { t, k = [0], n } = json;
  const names = t.split(between);
  let place = 0;
  const next = (): CountTree => {
    const counts = n[place] ?? [];
    const size = k[place] ?? 0;
    place += 1;
    const children = new Map<string, CountTree>();
    for (let child = 0; child < size; child += 1) {
      // The root has no name: a node's stands one before its place.
      const name = names[place - 1] ?? "";
      children.set(name, next());
    }
    return { counts, children };
  };
  return next();
}

const fromNested = ({ n, c = [] }: NestedTreeJson): CountTree => ({
  counts: n,
  children: new Map(c.map(([name, child]) => [name, fromNested(child)])),
});
