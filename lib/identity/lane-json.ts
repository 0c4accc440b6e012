import { type TreeJson, treeFromJson, treeToJson } from "../stats/count-tree-json.js";
import { type Moments, noMoments } from "../stats/moments.js";
import type { Held } from "./lane.js";
import type { Given, LaneState } from "./observe.js";

/** A lane as plain JSON. */
export interface LaneJson {
  readonly version: 1;
  readonly recent: TreeJson;
  /** Null before the first score. */
  readonly scores: Moments | null;
  readonly windows: number;
  readonly suspicion: number;
  readonly held: readonly Held[];
  readonly aside: TreeJson;
  readonly open: readonly Given[];
}

export const laneToJson = ({ lane, open }: LaneState): LaneJson => ({
  version: 1,
  ...lane,
  recent: treeToJson(lane.recent),
  scores: lane.scores.count === 0 ? null : lane.scores,
  aside: treeToJson(lane.aside),
  open,
});

export const laneFromJson = ({ recent, scores, windows, suspicion, held, aside, open }: LaneJson): LaneState => ({
  lane: {
    ...{ windows, suspicion, held },
    recent: treeFromJson(recent),
    scores: scores ?? noMoments,
    aside: treeFromJson(aside),
  },
  open,
});
