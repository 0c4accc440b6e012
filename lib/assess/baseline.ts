import type { Countable, Pool } from "../detectors/detector.js";
import { unusualCommand } from "../detectors/unusual-command.js";
import { day } from "../domain/units.js";
import { epochMs } from "../identity/settings.js";
import { brief } from "../stats/brief.js";
import { type CountTree, emptyTree, merge, prune } from "../stats/count-tree.js";
import { add, type EpochCounts, nothing, since, total } from "../stats/epoch-counts.js";
import type { Learning } from "./policy.js";

/**
 * What is usual for a principal, or for a cohort of them.
 *
 * All of it is whole counts per epoch, so two baselines merge by adding, exactly and in any order; a cohort is its
 * members' baselines merged, a lesson is the baseline of one command, and learning is merging a lesson.
 */
export interface Baseline {
  /** Commands per day, learned or not; its days are the active ones. */
  readonly activity: EpochCounts;
  /** What each detector counts, by the detector's id, per week. */
  readonly counts: ReadonlyMap<string, CountTree>;
  /** The histogram of past scores, per week. */
  readonly scores: CountTree;
  /** Found and not learned: signature, then day, then session. */
  readonly held: CountTree;
  /** What the last two days have taught already, per day: `[what, session]`; and what harm each session could have done, by the hour (`harmAt`). */
  readonly taught: CountTree;
}

export const emptyBaseline: Baseline = {
  activity: nothing,
  counts: new Map(),
  scores: emptyTree,
  held: emptyTree,
  taught: emptyTree,
};

/** Both together; `sign` -1 takes the second out again. */
export function mergeBaselines(left: Baseline, right: Baseline, sign: 1 | -1 = 1): Baseline {
  const counts = new Map(left.counts);
  for (const [detector, tree] of right.counts)
    counts.set(detector, merge(counts.get(detector) ?? emptyTree, tree, sign));
  return {
    activity: add(left.activity, right.activity, sign),
    counts,
    scores: merge(left.scores, right.scores, sign),
    held: merge(left.held, right.held, sign),
    taught: merge(left.taught, right.taught, sign),
  };
}

/** Under which name a baseline holds the steps from one command to the next. */
export const stepsId = "steps";

/** Longer signatures are held by their beginning. */
const mostHeld = 64;

/** The name under which a signature is held. */
export const heldName = ({ signature }: Pick<Countable, "signature">): string => brief(signature, mostHeld);

/** All commands within the horizon. */
export const commandsIn = (baseline: Baseline): number => total(baseline.activity);

/** Days with at least one command, within the horizon. */
export const daysIn = (baseline: Baseline): number => baseline.activity.length / 2;

/** One detector's view of a baseline. */
export const poolOf = (name: string, baseline: Baseline, detector: string): Pool => ({
  name,
  counts: baseline.counts.get(detector) ?? emptyTree,
  commands: learnedIn(baseline),
  days: daysIn(baseline),
});

/** Commands whose shapes were learned: what was found, or came too often in a day, is not among them. */
const learnedIn = ({ counts }: Baseline): number => total((counts.get(unusualCommand.id) ?? emptyTree).counts);

/** The baseline within its bounds, as of an instant. Deterministic; `prune` says what is lost. */
export function compact(
  baseline: Baseline,
  asOf: number,
  { nodes, stepNodes, heldNodes, horizonDays }: Learning,
): Baseline {
  const today = Math.floor(asOf / day);
  const oldestDay = today - horizonDays;
  const oldestWeek = Math.floor((oldestDay * day) / epochMs);
  const counts = new Map<string, CountTree>();
  for (const [detector, tree] of baseline.counts)
    counts.set(detector, prune(tree, detector === stepsId ? stepNodes : nodes, oldestWeek));
  return {
    activity: since(baseline.activity, oldestDay),
    counts,
    scores: prune(baseline.scores, nodes, oldestWeek),
    held: prune(baseline.held, heldNodes, oldestWeek),
    taught: prune(baseline.taught, nodes, today - 1),
  };
}
