import type { CountTree } from "./count-tree.js";
import type { EpochCounts } from "./epoch-counts.js";

/** A tree as JSON: its counts, and its children in the order of their names. Short keys: a memory has thousands. */
export interface TreeJson {
  readonly n: EpochCounts;
  readonly c?: readonly (readonly [string, TreeJson])[];
}

/** Children as pairs, so that no name is special, and in order, so that equal trees give equal bytes. */
export const treeToJson = ({ counts, children }: CountTree): TreeJson =>
  children.size === 0
    ? { n: counts }
    : {
        n: counts,
        c: [...children]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, child]) => [name, treeToJson(child)] as const),
      };

export const treeFromJson = ({ n, c = [] }: TreeJson): CountTree => ({
  counts: n,
  children: new Map(c.map(([name, child]) => [name, treeFromJson(child)])),
});
