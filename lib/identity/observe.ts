import { type Evidence, inWords } from "../domain/finding.js";
import type { Instant } from "../domain/units.js";
import { roundBits } from "../stats/bits.js";
import { type CountTree, emptyTree } from "../stats/count-tree.js";
import { total } from "../stats/epoch-counts.js";
import { becauseOf } from "./because.js";
import { type Cadence, cadenceOf } from "./cadence.js";
import type { Calibrator } from "./calibrator.js";
import { initialLane, type Judgement, judgeWindow, type Lane, learnWindow } from "./lane.js";
import { epochMs, type LaneSettings } from "./settings.js";
import type { Known } from "./steps.js";

/** One command of a principal, as the lane counts it. */
export interface Given {
  readonly at: Instant;
  /** A short name for it: sessions are told apart, and never read. */
  readonly session: string | null;
  /** Its program and verb: `git push`. */
  readonly command: string;
}

/** What the lane remembers of one principal. Plain values, bounded; `lane-json.ts` writes it down. */
export interface LaneState {
  readonly lane: Lane;
  /** The commands of the window that is open. */
  readonly open: readonly Given[];
}

export const initial: LaneState = { lane: initialLane, open: [] };

/** What the lane is told from outside. */
export interface LanePolicy {
  readonly settings: LaneSettings;
  readonly calibrator: Calibrator;
  /** Everything is learned and nothing judged: warm-up. */
  readonly silent: boolean;
  /** No agent is known to have acted: then the times of the commands are looked at. */
  readonly byHand: boolean;
  /** Peers with fewer commands than this have nothing to say. */
  readonly peerCommands: number;
}

/** What a window that is over was found to be. */
export interface LaneOutcome {
  readonly judgement: Judgement;
  readonly from: Instant;
  readonly to: Instant;
  readonly commands: number;
  /** Of a person's own hands: whether their times look like a machine's; null of agents, and where nobody can say. */
  readonly cadence: Cadence | null;
  readonly verdict: "find" | "quiet";
  /** Why, in clauses fit for an alert; empty when quiet. */
  readonly evidence: readonly Evidence[];
}

/** The state after a command, what her peers may be told, and what was found if a window ended with it. */
export interface Observed {
  readonly state: LaneState;
  /** Steps that were learned with this command, to be added to her usual ones. */
  readonly learned: CountTree;
  /** Null while the window is open, and while too little is known to say. */
  readonly outcome: LaneOutcome | null;
}

/**
 * One command more of a principal: does she still behave like herself?
 *
 * Windows end with their hundredth command, or with a pause when they have enough of them; a window's sessions are read one
 * after the other. Not enough of her or of her peers is no judgement: then the window is learned, as it must begin
 * somewhere. To slip past it: do what she does, in her order. Honest work trips it on the first days of a new job.
 *
 * @param name whose: for the clauses
 * @param known asked when a window ends
 */
export function observe(
  state: LaneState,
  given: Given,
  name: string,
  known: () => Known,
  policy: LanePolicy,
): Observed {
  const { settings } = policy;
  const last = state.open.at(-1);
  const paused = last !== undefined && given.at - last.at >= settings.pause && state.open.length >= settings.shortest;
  if (paused) {
    const ended = endWindow(state, name, known(), policy);
    return { ...ended, state: { ...ended.state, open: [given] } };
  }
  const open = [...state.open, given];
  if (open.length < settings.window) return { state: { ...state, open }, learned: emptyTree, outcome: null };
  return endWindow({ ...state, open }, name, known(), policy);
}

function endWindow({ lane, open }: LaneState, name: string, known: Known, policy: LanePolicy): Observed {
  const { settings, calibrator, silent, byHand, peerCommands } = policy;
  const first = open[0] as Given;
  const last = open.at(-1) as Given;
  const window = { commands: bySession(open), epoch: Math.floor(first.at / epochMs) };
  if (silent || lane.windows < settings.warmUp || total(known.peers.counts) < peerCommands) {
    const { lane: next, learned } = learnWindow(lane, window, known, settings);
    return { state: { lane: next, open: [] }, learned, outcome: null };
  }
  const { lane: next, learned, judgement } = judgeWindow(lane, window, known, calibrator, settings);
  const isFound = settings.findAtOdds !== null && judgement.odds >= settings.findAtOdds;
  const verdict = isFound ? "find" : "quiet";
  const cadence = (byHand && cadenceOf(open.map(({ at }) => at).toSorted((a, b) => a - b))) || null;
  const evidence = verdict === "quiet" ? [] : evidenceOf(window.commands, name, known, judgement, cadence, settings);
  const outcome = {
    judgement,
    from: first.at,
    to: last.at,
    commands: open.length,
    cadence,
    verdict,
    evidence,
  } as const;
  return { state: { lane: next, open: [] }, learned, outcome };
}

/** Surer than not: below it, times are not worth a clause. */
const likely = 0.5;

function evidenceOf(
  commands: readonly string[],
  name: string,
  known: Known,
  judgement: Judgement,
  cadence: Cadence | null,
  settings: LaneSettings,
): readonly Evidence[] {
  const bits = roundBits(judgement.evidence / Math.LN2);
  const clauses = becauseOf(commands, name, known, judgement, settings);
  const evidence = clauses.map((clause, place) => ({
    ...{ detector: "identity-lane", bits: place === 0 ? bits : 0 },
    ...clause,
  }));
  if (cadence === null || cadence.confidence < likely) return evidence;
  const sure = `${Math.round(100 * cadence.confidence)} %`;
  const because = `a machine gives them, ${sure} sure: ${cadence.because.join("; ")}`;
  return [...evidence, { detector: "cadence", bits: 0, ...inWords(because) }];
}

/** Sessions one after the other, in the order of their first commands: what runs side by side is no sequence. */
function bySession(open: readonly Given[]): readonly string[] {
  const sessions = new Map<string | null, string[]>();
  for (const { session, command } of open) sessions.set(session, [...(sessions.get(session) ?? []), command]);
  return [...sessions.values()].flat();
}
