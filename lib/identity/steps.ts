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
}

/** One kind of step: a command after the one before it. */
export interface Step {
  readonly times: number;
  /** Clipped: how much likelier the step is among her peers than with her. */
  readonly evidence: LogOdds;
  readonly isNew: boolean;
}

/** Which steps she takes, and which others do, without her own part. */
export interface Known {
  readonly usual: CountTree;
  readonly peers: CountTree;
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
export function stepsOf(window: readonly string[], known: Known, settings: LaneSettings): Steps {
  const { usual, peers } = known;
  const kinds = new Map([...tallied(window)].map(([command, times]) => [command, kindOf(command, times, known)]));
  const following = new Map<string, string[]>();
  for (const [place, command] of window.entries()) {
    const before = window[place - 1] ?? "";
    const after = following.get(before);
    if (after === undefined) following.set(before, [command]);
    else after.push(command);
  }
  const steps: Step[] = [];
  for (const [before, after] of following)
    for (const [command, times] of tallied(after)) {
      const seen = { before: kinds.get(before), kind: kinds.get(command) as Kind };
      const own = chanceIn(usual, before, command, seen.before?.own ?? 0, seen.kind.own, settings.self);
      const theirs = chanceIn(peers, before, command, seen.before?.peers ?? 0, seen.kind.peers, settings.peers);
      steps.push({
        times,
        evidence: clamp(Math.log(theirs.chance / own.chance), settings.clip),
        isNew: before !== "" && own.pair === 0,
      });
    }
  return { kinds: [...kinds.values()], steps };
}

const kindOf = (command: string, times: number, { usual, peers }: Known): Kind => ({
  command,
  times,
  own: countOf(usual, [command]),
  peers: countOf(peers, [command]),
});

/** How often each of them comes, in the order of their first times. */
function tallied(commands: readonly string[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const command of commands) times.set(command, (times.get(command) ?? 0) + 1);
  return times;
}

function chanceIn(tree: CountTree, before: string, command: string, seenBefore: number, seen: number, how: Smoothing) {
  const pair = seenBefore === 0 ? 0 : countOf(tree, [before, command]);
  return { pair, chance: backedOff({ pair, before: seenBefore, symbol: seen, all: total(tree.counts) }, how) };
}

/** A number brought between -most and most. */
const clamp = (value: number, most: number): number => Math.max(-most, Math.min(most, value));
