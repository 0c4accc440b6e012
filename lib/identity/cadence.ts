import { hour, type Instant, type Probability, second } from "../domain/units.js";
import { plural } from "../domain/wording.js";
import { evenness } from "../stats/evenness.js";
import { chanceOf } from "../stats/logistic.js";

/** Whether commands come like a machine's, and why. */
export interface Cadence {
  /** The confidence that no hand typed them. Evidence, never proof: a paste, a loop and a wrapper look alike. */
  readonly confidence: Probability;
  /** What speaks for a machine, in clauses fit for an alert. */
  readonly because: readonly string[];
}

/** Fewer commands than this say nothing of cadence. */
const fewest = 20;
/** Gaps that long are pauses, not cadence. */
const pause = hour;
/** One cannot read a command's output and type the next in less: a short one takes two seconds. */
const tooQuick = 1.5 * second;
/** Nobody types for so many hours without a pause of an hour or more. */
const tooLong = 14;
/** What two gaps of a timer may differ by. */
const tolerance = 0.05;

/**
 * How likely it is that a machine gave these commands, from nothing but their times.
 *
 *     odds = -4 + 10 evenness + 5 share of gaps too quick for hands + 4 if active for 14 hours without a pause
 *
 * Each sign alone can outweigh the prior, none of them must be there: a timer is even and slow, an agent uneven and quick, a
 * batch job long. Gaps of nothing are left out of evenness, as one line may start many programs at once. The weights
 * are set, not learned: there is no public data of scheduled jobs to learn them of. To slip past it: wait as people do.
 * Honest work trips it with a script that prints every command it runs. An AI agent that thinks between its calls
 * looks like hands here; telling agents is the attribution's work.
 *
 * @param times in order
 * @returns undefined when there are too few to say
 */
export function cadenceOf(times: readonly Instant[]): Cadence | undefined {
  if (times.length < fewest) return undefined;
  const gaps = times.slice(1).map((time, place) => time - (times[place] as Instant));
  const working = gaps.filter((gap) => gap < pause);
  const even = evenness(
    gaps.filter((gap) => gap > tooQuick),
    tolerance,
  );
  const quick = working.filter((gap) => gap < tooQuick).length / Math.max(1, working.length);
  const hours = longest(gaps) / hour;
  const odds = -4 + 10 * (even ?? 0) + 5 * quick + (hours >= tooLong ? 4 : 0);
  const percent = (share: number) => `${Math.round(100 * share)} %`;
  return {
    confidence: Math.round(100 * chanceOf(odds)) / 100,
    because: [
      ...(even !== undefined && even >= 0.25 ? [`${percent(even)} of the gaps are as long as the one before`] : []),
      ...(quick >= 0.25 ? [`${percent(quick)} of the commands follow in less than ${tooQuick / second} seconds`] : []),
      ...(hours >= tooLong ? [`there was no pause of an hour for ${plural(hours, "hour")}`] : []),
    ],
  };
}

/** The longest stretch without a pause. */
function longest(gaps: readonly number[]): number {
  let most = 0;
  let current = 0;
  for (const gap of gaps) {
    current = gap < pause ? current + gap : 0;
    most = Math.max(most, current);
  }
  return most;
}
