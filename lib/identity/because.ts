import { type Clause, inWords } from "../domain/finding.js";
import { number, plural } from "../domain/wording.js";
import type { LogOdds } from "../stats/logistic.js";
import type { Judgement } from "./lane.js";
import type { LaneSettings } from "./settings.js";
import { type Kind, type Known, stepsOf } from "./steps.js";

/** Kinds of commands named in a clause; more is not read. */
const named = 5;
/** Nobody needs to know more than that it is a thousand times. */
const most = 1_000;

/**
 * Why a window is not like somebody, in clauses fit for an alert: how much, against her usual ones, and by what.
 *
 * What her steps say is summed in bits: above zero for somebody else, below for her. `expected` is the mean of the
 * windows of hers that were learned, `of` them; of commands and steps nobody knows how many new ones to expect. Only
 * names of programs and verbs are in them, as they are counted.
 */
export function becauseOf(
  window: readonly string[],
  name: string,
  known: Known,
  judgement: Judgement,
  settings: LaneSettings,
): readonly Clause[] {
  const { evidence, odds } = judgement;
  const { kinds, steps } = stepsOf(window, known, settings);
  const foreign = kinds.filter((kind) => kind.own === 0);
  const fresh = steps.filter(({ isNew }) => isNew).length;
  const share = (of: readonly Kind[]) => of.reduce((sum, { times }) => sum + times, 0);
  const unknown = share(foreign);
  const borrowed = share(foreign.filter((kind) => kind.peers > 0));
  const theirs = borrowed === 0 ? "nor did their peers" : `${number(borrowed)} of which their peers run`;
  return [
    inWords(
      `these ${plural(window.length, "command")} are ${times(evidence)} of somebody else as of ${name}; with the windows before, ${times(odds)} that it is somebody else`,
    ),
    againstUsual(judgement),
    ...(foreign.length === 0
      ? []
      : [
          {
            because: `${number(unknown)} of them ${name} never ran before, ${theirs}: ${listed(foreign)}`,
            ...{ seen: unknown, of: window.length, expected: null },
            peers: { seen: borrowed, of: unknown },
          },
        ]),
    {
      because: `${number(fresh)} of ${plural(steps.length, "kind")} of steps from one command to the next are new for ${name}`,
      ...{ seen: fresh, of: steps.length, expected: null, peers: null },
    },
  ];
}

/** This window's score beside those of the windows before, in whole bits. */
function againstUsual({ score, usual }: Pick<Judgement, "score" | "usual">): Clause {
  const seen = inBits(score);
  const because = `their steps say ${plural(seen, "bit")} for somebody else`;
  if (usual.count === 0) return { ...inWords(because), seen };
  const expected = inBits(usual.mean);
  return {
    because: `${because}, where ${plural(usual.count, "window")} before said ${expected} on average, ${inBits(usual.highest)} at most`,
    ...{ seen, of: usual.count, expected, peers: null },
  };
}

/** Without a zero below zero. */
const inBits = (odds: LogOdds): number => Math.round(odds / Math.LN2) + 0;

/** The heaviest first; among equals, by name. */
function listed(kinds: readonly Kind[]): string {
  const sorted = [...kinds].sort((a, b) => b.times - a.times || (a.command < b.command ? -1 : 1));
  const shown = sorted.slice(0, named).map(({ command }) => command);
  return sorted.length > named ? `${shown.join(", ")} and ${number(sorted.length - named)} more` : shown.join(", ");
}

/**
 * Log-odds in words.
 *
 * @example
 * times(Math.log(20)) // => "20 times as likely"
 * times(12) // => "more than 1,000 times as likely"
 * times(-1) // => "0.4 times as likely"
 */
export function times(odds: number): string {
  const ratio = Math.exp(odds);
  if (ratio > most) return `more than ${number(most)} times as likely`;
  return `${ratio < 10 ? String(Number(ratio.toFixed(1))) : number(ratio)} times as likely`;
}
