import type { Probability } from "../domain/units.js";
import { type CountTree, emptyTree, forget, inEpoch, merge, prune } from "../stats/count-tree.js";
import { chanceOf, type LogOdds } from "../stats/logistic.js";
import { type Moments, momentOf, noMoments, together } from "../stats/moments.js";
import { backward, forward } from "../stats/persistence.js";
import { transitionsOf } from "../stats/transitions.js";
import { type Calibrator, evidenceOf } from "./calibrator.js";
import { featuresOf } from "./features.js";
import type { Gate, LaneSettings } from "./settings.js";
import type { Known } from "./steps.js";

/** A window that is to be judged: its commands in order, and the epoch that they are learned in. */
export interface Window {
  readonly commands: readonly string[];
  readonly epoch: number;
}

/** What is remembered of one principal's windows, beside her usual steps. Plain values, bounded. */
export interface Lane {
  /** The scores of the windows that were learned: for the explanation. */
  readonly scores: Moments;
  /** The epoch in which her work changed last; null when it never has. */
  readonly changed: number | null;
  /** How many windows there were. */
  readonly windows: number;
  /** How likely it is that the last window was somebody else's. */
  readonly suspicion: Probability;
  /** Windows that wait for those after them. */
  readonly held: readonly Held[];
  /** What was set aside of the last windows, by the number of the window. */
  readonly aside: CountTree;
}

/** A window that waits: its steps, in its epoch, and the evidence of the windows since. */
export interface Held {
  readonly steps: CountTree;
  readonly score: number;
  readonly odds: LogOdds;
  readonly later: readonly LogOdds[];
}

/** A lane that has learned, and the steps to be added to her usual ones: what her peers may be told as well. */
export interface Taught {
  readonly lane: Lane;
  readonly learned: CountTree;
}

/** What is thought of one window. */
export interface Judgement {
  /** How much likelier it is of somebody else than of her, by itself. */
  readonly evidence: LogOdds;
  /** The odds that somebody else acts, with what was seen before. */
  readonly odds: LogOdds;
  /** What its steps say, summed; and what those of her windows said that were learned before. */
  readonly score: LogOdds;
  readonly usual: Moments;
}

export const initialLane: Lane = {
  scores: noMoments,
  changed: null,
  windows: 0,
  suspicion: 0,
  held: [],
  aside: emptyTree,
};

/**
 * Judges a window, then learns what the gate lets through: one pass, nothing is looked at twice.
 *
 * Nothing is learned from a window that could be somebody else's until the windows after it speak for it; see `Gate`.
 *
 */
export function judgeWindow(
  lane: Lane,
  window: Window,
  known: Known,
  calibrator: Calibrator,
  settings: LaneSettings,
): Taught & { readonly judgement: Judgement } {
  const { gate, persistence } = settings;
  const { score, evidence } = weigh(lane, window, known, calibrator, settings);
  const odds = forward(lane.suspicion, evidence, persistence);
  const fresh: Held = { steps: stepsIn(window), score, odds, later: [] };

  let next: Lane = { ...lane, windows: lane.windows + 1, suspicion: chanceOf(odds), held: [] };
  const accepted: Held[] = [];
  for (const waiting of lane.held) {
    const held = { ...waiting, later: [...waiting.later, evidence] };
    if (held.later.length < gate.hold) next = { ...next, held: [...next.held, held] };
    else if (backward(held.odds, held.later, persistence) < gate.settleBelow) accepted.push(held);
    else next = setAside(next, held, settings);
  }
  if (odds < gate.absorbBelow) accepted.push(fresh);
  else next = { ...next, held: [...next.held, fresh] };
  const { learned, ...believed } = believe(next, gate, window.epoch);
  const taught = learn({ ...next, ...believed }, accepted, learned, settings);
  return { ...taught, judgement: { evidence, odds, score, usual: lane.scores } };
}

/**
 * What a window says for somebody else: held against all that she did and, where her work has changed, against what she
 * does since. Either may explain it; a long history must not drown the new work.
 */
function weigh(
  { changed }: Lane,
  { commands }: Window,
  { usual, peers }: Known,
  calibrator: Calibrator,
  settings: LaneSettings,
): Pick<Judgement, "score" | "evidence"> {
  const against = (history: CountTree) => {
    const features = featuresOf(commands, { usual: history, peers }, settings);
    return { score: features.score, evidence: evidenceOf(features, calibrator) };
  };
  const whole = against(usual);
  if (changed === null) return whole;
  const lately = against(forget(usual, changed));
  return lately.evidence < whole.evidence ? lately : whole;
}

/** Learns a window without a judgement: while too little is known of her, and what is known to be hers. */
export function learnWindow(lane: Lane, window: Window, known: Known, settings: LaneSettings): Taught {
  const { score } = featuresOf(window.commands, known, settings);
  return learn({ ...lane, windows: lane.windows + 1 }, [{ steps: stepsIn(window), score }], emptyTree, settings);
}

const stepsIn = ({ commands, epoch }: Window): CountTree => transitionsOf(commands, epoch);

/** Learns windows, and steps of which the windows are not kept. */
function learn(
  lane: Lane,
  accepted: readonly Pick<Held, "steps" | "score">[],
  others: CountTree,
  { warmUp }: LaneSettings,
): Taught {
  let learned = others;
  let { scores } = lane;
  for (const { steps, score } of accepted) {
    learned = merge(learned, steps);
    // The first windows score high because nothing is known of her yet.
    if (lane.windows > warmUp) scores = together(scores, momentOf(score));
  }
  return { lane: { ...lane, scores }, learned };
}

const setAside = (lane: Lane, { steps }: Held, { gate, nodes }: LaneSettings): Lane => ({
  ...lane,
  aside: prune(merge(lane.aside, inEpoch(steps, lane.windows)), nodes, lane.windows - gate.memory + 1),
});

/** When most of the last windows were set aside, that is how she works now: all of them are learned. */
const believe = (
  { aside, changed, suspicion }: Lane,
  { believeAfter }: Gate,
  epoch: number,
): Pick<Lane, "aside" | "changed" | "suspicion"> & Pick<Taught, "learned"> =>
  aside.counts.length / 2 < believeAfter
    ? { aside, changed, suspicion, learned: emptyTree }
    : { aside: emptyTree, changed: epoch, suspicion: 0, learned: inEpoch(aside, epoch) };
