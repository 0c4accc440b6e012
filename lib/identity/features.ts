import type { CountTree } from "../stats/count-tree.js";
import { total } from "../stats/epoch-counts.js";
import { type Moments, spread } from "../stats/moments.js";
import { countOf } from "../stats/transitions.js";
import type { LaneSettings } from "./settings.js";
import { clamp, type Kind, type Steps, stepsOf } from "./steps.js";

/** What a window is held against. */
export interface Habits {
  /** Which command followed which, in all windows that were learned. */
  readonly usual: CountTree;
  /** The commands of the last windows that were learned, by the number of the window. */
  readonly recent: CountTree;
  /** The scores of the windows that were learned. */
  readonly scores: Moments;
}

/** What the calibrator weighs, in this order. Their meaning never changes; a new one gets a new name. */
export const featureNames = [
  "score",
  "commands",
  "commandsClipped",
  "meanOfSteps",
  "borrowedCommands",
  "borrowedKinds",
  "novelCommands",
  "novelKinds",
  "newSteps",
  "kinds",
  "surprise",
  "recentGain",
  "worstQuarter",
  "ownCommands",
  "usualScore",
  "usualSpread",
  "highestScore",
  "standing",
  "aboveHighest",
  "scoreLog",
  "commandsLog",
  "standingLog",
  "borrowedLog",
  "novelLog",
  "experience",
] as const;

export type FeatureName = (typeof featureNames)[number];

/** Commands with evidence below this are strongly her own: twenty times likelier with her. */
const strongly = -3;
/** Scores of a person vary by so much at least; less would make small differences large. */
const leastSpread = 10;

/**
 * A window in numbers. `score` is the first of them: the sum over kinds of steps of evidence * times^repetition.
 *
 * Sums and counts are per hundred commands, so that a shorter window compares. `borrowed` is what peers know and she
 * never used; `novel` is what nobody ever used; `recentGain` is how much better her last windows explain this one than all
 * of her history; `worstQuarter` is the score of the quarter that is least like her; `standing` is how far the score
 * lies above her usual ones, in their spreads. Logarithms keep the sign and tame the large.
 */
export function featuresOf(
  window: readonly string[],
  habits: Habits,
  peers: CountTree,
  settings: LaneSettings,
): Readonly<Record<FeatureName, number>> {
  const { kinds, steps } = stepsOf(window, habits.usual, peers, settings);
  const per = 100 / window.length;
  const sum = <One>(all: readonly One[], of: (one: One) => number) =>
    per * all.reduce((total, one) => total + of(one), 0);
  const repeated = (times: number) => times ** settings.repetition;
  const borrowed = kinds.filter(({ own, peers }) => own === 0 && peers > 0);
  const novel = kinds.filter(({ own, peers }) => own === 0 && peers === 0);
  const times = ({ times }: Kind) => times;

  const score = sum(steps, (step) => step.evidence * repeated(step.times));
  const commands = sum(kinds, (kind) => kind.evidence * kind.times);
  const isKnown = habits.scores.count > 0;
  const usualScore = isKnown ? habits.scores.mean : 0;
  const highestScore = isKnown ? habits.scores.highest : 0;
  const usualSpread = Math.max(leastSpread, spread(habits.scores));
  const standing = (score - usualScore) / usualSpread;
  return {
    score,
    commands,
    commandsClipped: sum(kinds, (kind) => clamp(kind.evidence, settings.clip) * repeated(kind.times)),
    meanOfSteps: sum(steps, ({ evidence }) => evidence) / (per * steps.length),
    borrowedCommands: sum(borrowed, times),
    borrowedKinds: per * borrowed.length,
    novelCommands: sum(novel, times),
    novelKinds: per * novel.length,
    newSteps: per * steps.filter(({ isNew }) => isNew).length,
    kinds: per * kinds.length,
    surprise: sum(steps, (step) => step.surprise * step.times) / 100,
    recentGain: sum(kinds, (kind) => kind.times * recentGain(kind, habits.recent, settings)),
    worstQuarter: worstQuarter(steps, repeated) * per,
    ownCommands: sum(
      kinds.filter(({ evidence }) => evidence < strongly),
      times,
    ),
    usualScore,
    usualSpread,
    highestScore,
    standing,
    aboveHighest: score - highestScore,
    scoreLog: signedLog(score),
    commandsLog: signedLog(commands),
    standingLog: signedLog(standing),
    borrowedLog: signedLog(sum(borrowed, times)),
    novelLog: signedLog(sum(novel, times)),
    experience: signedLog(total(habits.usual.counts)),
  };
}

/** How much likelier her last windows make a command than her whole history does. */
function recentGain({ command, chance }: Kind, recent: CountTree, { recentStrength, clip }: LaneSettings): number {
  const lately = (countOf(recent, [command]) + recentStrength * chance) / (total(recent.counts) + recentStrength);
  return clamp(Math.log(lately / chance), clip);
}

function worstQuarter(steps: Steps["steps"], repeated: (times: number) => number): number {
  const quarters = [0, 1, 2, 3].map((quarter) =>
    steps.reduce((sum, step) => sum + step.evidence * repeated(step.quarters[quarter] as number), 0),
  );
  return Math.max(...quarters);
}

/**
 * The logarithm of a size, with its sign.
 *
 * @example
 * signedLog(0) // => 0
 * signedLog(-9) // => -2.3026
 */
export const signedLog = (value: number): number => Math.sign(value) * Math.log1p(Math.abs(value));
