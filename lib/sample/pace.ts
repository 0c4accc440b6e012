import type { Instant, Millis } from "../domain/units.js";
import type { Random } from "./random.js";

/** The shortest and the longest pause between two commands; short ones are the usual ones. */
export type Gaps = readonly [shortest: Millis, longest: Millis];

/** Lines with the times at which they are run, one after the other. The pauses are log-uniform, so work comes in bursts. */
export function paced(
  draw: Random,
  lines: readonly string[],
  start: Instant,
  [shortest, longest]: Gaps,
): readonly (readonly [at: Instant, line: string])[] {
  let at = start;
  return lines.map((line) => {
    at += Math.round(shortest * (longest / shortest) ** draw());
    return [at, line] as const;
  });
}
