import { type CountTree, emptyTree, merge, prune } from "../stats/count-tree.js";
import type { LaneSettings } from "./settings.js";

/** Her usual steps with more of them, within the bound: where the lane keeps them itself, in training and evaluation. */
export const withSteps = (usual: CountTree, learned: CountTree, { nodes }: LaneSettings): CountTree =>
  learned === emptyTree ? usual : prune(merge(usual, learned), nodes, Number.NEGATIVE_INFINITY);
