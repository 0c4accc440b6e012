import { type TreeJson, treeFromJson, treeToJson } from "../stats/count-tree-json.js";
import { type Moments, noMoments } from "../stats/moments.js";
import type { Held } from "./lane.js";
import type { Given, LaneState } from "./observe.js";

/** A lane as plain JSON. Version 1 had the commands of recent windows, which nothing reads any more, and not `changed`. */
export interface LaneJson {
  readonly version: 1 | 2;
  /** Null before the first score. */
  readonly scores: Moments | null;
  readonly changed?: number | null;
  readonly windows: number;
  readonly suspicion: number;
  readonly held: readonly Held[];
  readonly aside: TreeJson;
  readonly open: readonly Given[];
}

export const laneToJson = ({ lane, open }: LaneState): LaneJson => ({
  version: 2,
  ...lane,
  scores: lane.scores.count === 0 ? null : lane.scores,
  aside: treeToJson(lane.aside),
  open,
});

export const laneFromJson = ({
  scores,
  changed = null,
  windows,
  suspicion,
  held,
  aside,
  open,
}: LaneJson): LaneState => ({
  lane: {
    ...{ changed, windows, suspicion, held },
    scores: scores ?? noMoments,
    aside: treeFromJson(aside),
  },
  open,
});
