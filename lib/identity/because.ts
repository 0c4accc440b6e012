import { number, plural } from "../domain/wording.js";
import type { Judgement, Known } from "./lane.js";
import type { LaneSettings } from "./settings.js";
import { type Kind, stepsOf } from "./steps.js";

/** Kinds of commands named in a clause; more is not read. */
const named = 5;
/** Nobody needs to know more than that it is a thousand times. */
const most = 1_000;

/**
 * Why a window is not like somebody, in clauses fit for an alert: how much, and by what.
 *
 * Only names of programs and verbs are in them, as they are counted.
 */
export function becauseOf(
  window: readonly string[],
  name: string,
  { usual, peers }: Known,
  { evidence, odds }: Pick<Judgement, "evidence" | "odds">,
  settings: LaneSettings,
): readonly string[] {
  const { kinds, steps } = stepsOf(window, usual, peers, settings);
  const foreign = kinds.filter((kind) => kind.own === 0);
  const fresh = steps.filter(({ isNew }) => isNew).length;
  const share = (of: readonly Kind[]) => of.reduce((sum, { times }) => sum + times, 0);
  return [
    `these ${plural(window.length, "command")} are ${times(evidence)} of somebody else as of ${name}; with the windows before, ${times(odds)} that it is somebody else`,
    ...(foreign.length === 0 ? [] : [`${number(share(foreign))} of them ${name} never ran before: ${listed(foreign)}`]),
    `${number(fresh)} of ${plural(steps.length, "kind")} of steps from one command to the next are new for ${name}`,
  ];
}

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
