import { keptPart, unusualCommand } from "../detectors/unusual-command.js";
import { type LaneJson, laneFromJson, laneToJson } from "../identity/lane-json.js";
import type { Given } from "../identity/observe.js";
import { type CountTree, renamed } from "../stats/count-tree.js";
import { type TreeJson, treeFromJson, treeToJson } from "../stats/count-tree-json.js";
import type { EpochCounts } from "../stats/epoch-counts.js";
import { type Baseline, heldName } from "./baseline.js";
import type { Change } from "./change.js";
import type { Judged } from "./learn.js";
import { inBuckets, type Memory } from "./memory.js";

export interface BaselineJson {
  readonly activity: EpochCounts;
  readonly counts: readonly (readonly [string, TreeJson])[];
  readonly scores: TreeJson;
  readonly held: TreeJson;
  readonly taught: TreeJson;
}

/** What came earlier is not in those from before there were sequences. */
type WaitingJson = Omit<Judged, "earlier"> & Partial<Pick<Judged, "earlier">>;

const waitingFromJson = (waiting: readonly WaitingJson[]): readonly Judged[] =>
  waiting.map((judged) => ({ earlier: [], ...judged }));

export interface MemoryJson {
  readonly version: 1;
  readonly baselines: readonly (readonly [string, BaselineJson])[];
  readonly waiting: readonly WaitingJson[];
  /** Not in snapshots from before there were lanes. */
  readonly lanes?: readonly (readonly [string, LaneJson])[];
  /** Null before the first command. */
  readonly clock: number | null;
  readonly counted: readonly (readonly [number, readonly string[]])[];
  readonly marks: readonly (readonly [string, string])[];
}

/** Pairs in the order of their keys, so that equal values give equal bytes. */
export const sorted = <Key extends string | number, From, To>(
  map: ReadonlyMap<Key, From>,
  to: (value: From) => To,
): (readonly [Key, To])[] =>
  [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => [key, to(value)] as const);

/** A baseline as plain JSON; pairs instead of objects, so that no name is special. */
export const baselineToJson = ({ activity, counts, scores, held, taught }: Baseline): BaselineJson => ({
  activity,
  counts: sorted(counts, treeToJson),
  scores: treeToJson(scores),
  held: treeToJson(held),
  taught: treeToJson(taught),
});

export const baselineFromJson = ({ activity, counts, scores, held, taught }: BaselineJson): Baseline => ({
  activity,
  counts: new Map(
    counts.map(([detector, tree]) => [
      detector,
      detector === unusualCommand.id ? kept(tree, keptPart) : treeFromJson(tree),
    ]),
  ),
  scores: treeFromJson(scores),
  held: kept(held, (signature) => heldName({ signature })),
  taught: treeFromJson(taught),
});

/** Earlier versions kept names in full, and trees nested. */
const kept = (tree: TreeJson, name: (full: string) => string): CountTree =>
  "t" in tree ? treeFromJson(tree) : renamed(treeFromJson(tree), name);

/** A memory as plain JSON: what a snapshot holds. */
export const memoryToJson = ({ baselines, waiting, lanes, counted, marks }: Memory): MemoryJson => ({
  version: 1,
  baselines: sorted(baselines, baselineToJson),
  waiting,
  lanes: sorted(lanes, laneToJson),
  clock: Number.isFinite(counted.clock) ? counted.clock : null,
  counted: sorted(counted.names, (buckets) => [...buckets.values()].flatMap((names) => [...names]).sort()),
  marks: sorted(marks, (sequence) => sequence),
});

export const memoryFromJson = ({ baselines, waiting, lanes = [], clock, counted, marks }: MemoryJson): Memory => ({
  baselines: new Map(baselines.map(([principal, baseline]) => [principal, baselineFromJson(baseline)])),
  waiting: waitingFromJson(waiting),
  lanes: new Map(lanes.map(([principal, lane]) => [principal, laneFromJson(lane)])),
  counted: {
    clock: clock ?? Number.NEGATIVE_INFINITY,
    names: new Map(counted.map(([hour, names]) => [hour, inBuckets(names)])),
  },
  marks: new Map(marks),
});

/** What a batch changed in one lane. */
interface LaneChangeJson {
  readonly ended: LaneJson | null;
  readonly opened: readonly Given[];
}

export interface ChangeJson {
  readonly version: 1;
  readonly lessons: readonly (readonly [string, BaselineJson])[];
  readonly waiting: readonly WaitingJson[];
  /** Not in entries from before there were lanes. */
  readonly lanes?: readonly (readonly [string, LaneChangeJson])[];
  readonly counted: Change["counted"];
  readonly marks: readonly (readonly [string, string])[];
}

/** A change as plain JSON: what an entry of the journal holds. */
export const changeToJson = ({ lessons, waiting, lanes, counted, marks }: Change): ChangeJson => ({
  version: 1,
  lessons: sorted(lessons, baselineToJson),
  waiting,
  lanes: sorted(lanes, ({ ended, opened }) => ({ ended: ended === null ? null : laneToJson(ended), opened })),
  counted,
  marks: sorted(marks, (sequence) => sequence),
});

export const changeFromJson = ({ lessons, waiting, lanes = [], counted, marks }: ChangeJson): Change => ({
  lessons: new Map(lessons.map(([principal, lesson]) => [principal, baselineFromJson(lesson)])),
  waiting: waitingFromJson(waiting),
  lanes: new Map(
    lanes.map(([principal, { ended, opened }]) => [
      principal,
      { ended: ended === null ? null : laneFromJson(ended), opened },
    ]),
  ),
  counted,
  marks: new Map(marks),
});
