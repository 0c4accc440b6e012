import { backedOff, type Smoothing } from "../stats/backed-off.js";
import type { CountTree } from "../stats/count-tree.js";
import { total } from "../stats/epoch-counts.js";
import type { LogOdds } from "../stats/logistic.js";
import { countOf } from "../stats/transitions.js";
import type { LaneSettings } from "./settings.js";

/** One kind of command in a window: how often, and how often before, by her and by her peers. */
export interface Kind {
  readonly command: string;
  readonly times: number;
  readonly own: number;
  readonly peers: number;
  /** How much likelier it is among her peers' commands than among hers. */
  readonly evidence: LogOdds;
  /** The chance of it among hers. */
  readonly chance: number;
}

/** One kind of step: a command after the one before it. */
export interface Step {
  /** How often in each quarter of the window. */
  readonly quarters: readonly number[];
  readonly times: number;
  /** Clipped: how much likelier the step is among her peers than with her. */
  readonly evidence: LogOdds;
  /** How surprising it is of her, in nats. */
  readonly surprise: number;
  readonly isNew: boolean;
}

export interface Steps {
  readonly kinds: readonly Kind[];
  readonly steps: readonly Step[];
}

/**
 * A window taken apart, each kind of command and of step held against her habits and her peers'.
 *
 *     evidence = clamp( log p_peers(x | w) - log p_self(x | w), -clip, clip )
 *
 * The first command of a window has none before it; its chance is that of the command alone.
 */
export function stepsOf(window: readonly string[], usual: CountTree, peers: CountTree, settings: LaneSettings): Steps {
  const kinds = kindsOf(window, usual, peers, settings);
  const quarters = new Map<string, Map<string, number[]>>();
  for (const [place, command] of window.entries()) {
    const before = window[place - 1] ?? "";
    const after = quarters.get(before) ?? new Map<string, number[]>();
    quarters.set(before, after);
    const counts = after.get(command) ?? [0, 0, 0, 0];
    after.set(command, counts);
    const quarter = Math.floor((4 * place) / window.length);
    counts[quarter] = (counts[quarter] as number) + 1;
  }
  const steps: Step[] = [];
  for (const [before, after] of quarters)
    for (const [command, counts] of after) {
      const seen = { before: kinds.get(before), kind: kinds.get(command) as Kind };
      const own = chanceIn(usual, before, command, seen.before?.own ?? 0, seen.kind.own, settings.self);
      const theirs = chanceIn(peers, before, command, seen.before?.peers ?? 0, seen.kind.peers, settings.peers);
      steps.push({
        quarters: counts,
        times: counts.reduce((sum, count) => sum + count, 0),
        evidence: clamp(Math.log(theirs.chance / own.chance), settings.clip),
        surprise: -Math.log(own.chance),
        isNew: before !== "" && own.pair === 0,
      });
    }
  return { kinds: [...kinds.values()], steps };
}

function kindsOf(window: readonly string[], usual: CountTree, peers: CountTree, settings: LaneSettings) {
  const times = new Map<string, number>();
  for (const command of window) times.set(command, (times.get(command) ?? 0) + 1);
  const kinds = new Map<string, Kind>();
  for (const [command, count] of times) {
    const own = countOf(usual, [command]);
    const theirs = countOf(peers, [command]);
    const chance = chanceIn(usual, "", command, 0, own, settings.self).chance;
    const evidence = Math.log(chanceIn(peers, "", command, 0, theirs, settings.peers).chance / chance);
    kinds.set(command, { command, times: count, own, peers: theirs, evidence, chance });
  }
  return kinds;
}

function chanceIn(tree: CountTree, before: string, command: string, seenBefore: number, seen: number, how: Smoothing) {
  const pair = seenBefore === 0 ? 0 : countOf(tree, [before, command]);
  return { pair, chance: backedOff({ pair, before: seenBefore, symbol: seen, all: total(tree.counts) }, how) };
}

/** A number brought between -most and most. */
export const clamp = (value: number, most: number): number => Math.max(-most, Math.min(most, value));
