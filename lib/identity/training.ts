import { type CountTree, emptyTree, merge } from "../stats/count-tree.js";
import { type Example, fitLogistic } from "../stats/fit-logistic.js";
import { logit } from "../stats/logistic.js";
import { transitionsOf } from "../stats/transitions.js";
import { type Calibrator, calibratorOf } from "./calibrator.js";
import { type FeatureName, featureNames, featuresOf, type Habits } from "./features.js";
import { initialLane, learnWindow } from "./lane.js";
import type { LaneSettings } from "./settings.js";
import { withSteps } from "./usual.js";

/** One person's windows that are known to be hers, in order. */
export type Career = readonly (readonly string[])[];

/** How a calibrator is made. */
export interface Training {
  /** Windows of a career that are habits only, before the first is an example. */
  readonly from: number;
  /** Peers' windows held against the same habits, for each of her own. */
  readonly strangers: number;
  /** How many peers those are drawn from: leaving each out of the pool costs a subtraction. */
  readonly peers: number;
  readonly ridge: number;
  /** What is weighed; the rest gets no weight. */
  readonly features: readonly FeatureName[];
}

/** What a deployment does with its own people's histories, and the evaluation with a corpus's: on a plateau of ridges. */
export const defaultTraining: Training = { from: 12, strangers: 3, peers: 12, ridge: 0.03, features: featureNames };

/**
 * What weighs the same wherever people work. From invented people only this may be learned: the other features say how
 * much somebody's work varies, and weights for that do not carry over.
 */
export const portableTraining: Training = {
  ...defaultTraining,
  features: ["score", "commandsClipped", "meanOfSteps"],
};

/**
 * A calibrator from histories that nobody labelled: everybody's peers stand in for strangers.
 *
 * Each window of a person is held against her habits just before it: an example of her. Held against the very same
 * habits, windows of her peers are examples of somebody else; such a peer is left out of the pool of peers, because a
 * real stranger is not in it. That both are held against the same habits is what makes it work: nothing but the window
 * tells them apart. Which peers and windows is fixed by arithmetic, so that the same histories give the same weights.
 *
 *     calibrator = logistic regression - logit(share of strangers)        (evidence, without a prior)
 */
export function trainCalibrator(
  careers: readonly Career[],
  settings: LaneSettings,
  training: Training = defaultTraining,
): Calibrator {
  const each = careers.map(habitsOf);
  const everybody = each.reduce((sum, habits) => merge(sum, habits), emptyTree);
  const examples = careers.flatMap((_, person) => examplesOf(careers, each, everybody, person, settings, training));
  const share = examples.filter(({ positive }) => positive).length / examples.length;
  const fitted = fitLogistic(examples, training.ridge);
  return calibratorOf({ ...fitted, bias: fitted.bias - logit(share) });
}

/** What somebody did in all of these windows. */
export const habitsOf = (career: Career): CountTree =>
  career.reduce((habits, commands) => merge(habits, transitionsOf(commands, 0)), emptyTree);

/** One person's windows, and strangers' beside each of them. */
function examplesOf(
  careers: readonly Career[],
  each: readonly CountTree[],
  everybody: CountTree,
  person: number,
  settings: LaneSettings,
  { from, strangers, peers, features }: Training,
): readonly Example[] {
  const own = careers[person] as Career;
  const pool = merge(everybody, each[person] as CountTree, -1);
  const others = drawn(careers.length, person, peers).map((peer) => ({
    career: careers[peer] as Career,
    pool: merge(pool, each[peer] as CountTree, -1),
  }));
  const examples: Example[] = [];
  const add = (commands: readonly string[], habits: Habits, theirs: CountTree, positive: boolean) =>
    examples.push({ numbers: weighed(featuresOf(commands, habits, theirs, settings)), positive });
  const weighed = (all: Readonly<Record<FeatureName, number>>) =>
    featureNames.map((name) => (features.includes(name) ? all[name] : 0));
  let lane = initialLane;
  let usual = emptyTree;
  for (const [place, commands] of own.entries()) {
    if (place >= from) {
      add(commands, { ...lane, usual }, pool, false);
      for (let n = 0; n < strangers; n += 1) {
        const turn = (place - from) * strangers + n;
        const other = others[turn % others.length];
        const stranger = other?.career[(turn * 13 + person * 7) % other.career.length];
        if (other !== undefined && stranger !== undefined) add(stranger, { ...lane, usual }, other.pool, true);
      }
    }
    const taught = learnWindow(lane, { commands, epoch: 0 }, { usual, peers: pool }, settings);
    lane = taught.lane;
    usual = withSteps(usual, taught.learned, settings);
  }
  return examples;
}

/** So many others, spread evenly over all of them. */
function drawn(people: number, person: number, most: number): readonly number[] {
  const others = Array.from({ length: people - 1 }, (_, n) => (person + 1 + n) % people);
  const step = Math.max(1, others.length / most);
  return others.filter((_, n) => Math.floor(n / step) !== Math.floor((n - 1) / step));
}
