import { type TreeJson, treeFromJson, treeToJson } from "../stats/count-tree-json.js";
import { type Moments, noMoments } from "../stats/moments.js";
import { transitionsOf } from "../stats/transitions.js";
import type { Held, Lane } from "./lane.js";
import type { Given, LaneState } from "./observe.js";

/** A window that waits; of earlier versions its commands and their epoch. */
type HeldJson = Omit<Held, "steps"> &
  ({ readonly steps: TreeJson } | { readonly commands: readonly string[]; readonly epoch: number });

/** A lane as plain JSON. Version 1 had the commands of recent windows, which nothing reads any more, and not `changed`. */
export interface LaneJson {
  readonly version: 1 | 2;
  /** Null before the first score. */
  readonly scores: Moments | null;
  readonly changed?: number | null;
  readonly windows: number;
  readonly suspicion: number;
  readonly held: readonly HeldJson[];
  readonly aside: TreeJson;
  readonly open: readonly Given[];
}

export const laneToJson = ({ lane, open }: LaneState): LaneJson => ({
  version: 2,
  ...lane,
  scores: lane.scores.count === 0 ? null : lane.scores,
  held: lane.held.map((held) => ({ ...held, steps: treeToJson(held.steps) })),
  aside: treeToJson(lane.aside),
  open,
});

export function laneFromJson(json: LaneJson): LaneState {
  const { scores, changed = null, windows, suspicion, held, aside, open } = json;
  const lane: Lane = {
    ...{ changed, windows, suspicion },
    scores: scores ?? noMoments,
    held: held.map(heldFromJson),
    aside: treeFromJson(aside),
  };
  return { lane, open };
}

const heldFromJson = (json: HeldJson): Held => {
  const steps = "steps" in json ? treeFromJson(json.steps) : transitionsOf(json.commands, json.epoch);
  return { steps, score: json.score, odds: json.odds, later: json.later };
};
