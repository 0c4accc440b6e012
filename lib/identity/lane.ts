import type { Probability } from "../domain/units.js";
import { type CountTree, emptyTree, inEpoch, merge, prune } from "../stats/count-tree.js";

import { chanceOf, type LogOdds } from "../stats/logistic.js";
import { type Moments, momentOf, noMoments, together } from "../stats/moments.js";
import { backward, forward } from "../stats/persistence.js";
import { transitionsOf } from "../stats/transitions.js";
import { type Calibrator, evidenceOf } from "./calibrator.js";
import { featuresOf, type Habits } from "./features.js";
import type { Gate, LaneSettings } from "./settings.js";

/** A window that is to be judged: its commands in order, and the epoch that they are learned in. */
export interface Window {
  readonly commands: readonly string[];
  readonly epoch: number;
}

/** What is remembered of one principal's windows, beside her usual steps. Plain values, bounded. */
export interface Lane extends Omit<Habits, "usual"> {
  /** How many windows there were. */
  readonly windows: number;
  /** How likely it is that the last window was somebody else's. */
  readonly suspicion: Probability;
  /** Windows that wait for those after them. */
  readonly held: readonly Held[];
  /** What was set aside of the last windows, by the number of the window. */
  readonly aside: CountTree;
}

/** A window that waits, and the evidence of those since. */
export interface Held extends Window {
  readonly score: number;
  readonly odds: LogOdds;
  readonly later: readonly LogOdds[];
}

/** A lane that has learned, and the steps to be added to her usual ones: what her peers may be told as well. */
export interface Taught {
  readonly lane: Lane;
  readonly learned: CountTree;
}

/** Which steps she takes, and which others do, without her own part. */
export interface Known {
  readonly usual: CountTree;
  readonly peers: CountTree;
}

/** What is thought of one window. */
export interface Judgement {
  /** How much likelier it is of somebody else than of her, by itself. */
  readonly evidence: LogOdds;
  /** The odds that somebody else acts, with what was seen before. */
  readonly odds: LogOdds;
  /** Its first feature: what its steps say, summed; and what those of her windows said that were learned before. */
  readonly score: LogOdds;
  readonly usual: Moments;
}

export const initialLane: Lane = {
  recent: emptyTree,
  scores: noMoments,
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
  { usual, peers }: Known,
  calibrator: Calibrator,
  settings: LaneSettings,
): Taught & { readonly judgement: Judgement } {
  const { gate, persistence } = settings;
  const features = featuresOf(window.commands, { ...lane, usual }, peers, settings);
  const evidence = evidenceOf(features, calibrator);
  const odds = forward(lane.suspicion, evidence, persistence);
  const fresh: Held = { ...window, score: features.score, odds, later: [] };

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
  const { aside, learned } = believe(next, gate, window.epoch);
  const taught = learn({ ...next, aside }, accepted, learned, settings);
  return { ...taught, judgement: { evidence, odds, score: features.score, usual: lane.scores } };
}

/** Learns a window without a judgement: while too little is known of her, and what is known to be hers. */
export function learnWindow(lane: Lane, window: Window, { usual, peers }: Known, settings: LaneSettings): Taught {
  const { score } = featuresOf(window.commands, { ...lane, usual }, peers, settings);
  return learn({ ...lane, windows: lane.windows + 1 }, [{ ...window, score }], emptyTree, settings);
}

/** Learns windows, and steps of which the windows are not kept. */
function learn(
  lane: Lane,
  accepted: readonly Pick<Held, "commands" | "epoch" | "score">[],
  others: CountTree,
  { recent, warmUp, nodes }: LaneSettings,
): Taught {
  const { windows } = lane;
  let learned = others;
  let lately = lane.recent;
  let { scores } = lane;
  for (const { commands, epoch, score } of accepted) {
    learned = merge(learned, transitionsOf(commands, epoch));
    lately = merge(lately, symbolsOf(commands, windows));
    // The first windows score high because nothing is known of her yet.
    if (windows > warmUp) scores = together(scores, momentOf(score));
  }
  return { lane: { ...lane, recent: prune(lately, nodes, lately.counts.at(-2 * recent) ?? 0), scores }, learned };
}

function symbolsOf(commands: readonly string[], epoch: number): CountTree {
  const { counts, children } = transitionsOf(commands, epoch);
  return {
    counts,
    children: new Map([...children].map(([command, { counts }]) => [command, { ...emptyTree, counts }])),
  };
}

const setAside = (lane: Lane, { commands }: Held, { gate, nodes }: LaneSettings): Lane => ({
  ...lane,
  aside: prune(merge(lane.aside, transitionsOf(commands, lane.windows)), nodes, lane.windows - gate.memory + 1),
});

/** When most of the last windows were set aside, that is how she works now: all of them are learned. */
const believe = (
  { aside }: Lane,
  { believeAfter }: Gate,
  epoch: number,
): Pick<Lane, "aside"> & Pick<Taught, "learned"> =>
  aside.counts.length / 2 < believeAfter
    ? { aside, learned: emptyTree }
    : { aside: emptyTree, learned: inEpoch(aside, epoch) };
