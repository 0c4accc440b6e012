import type { EpochCounts } from "../stats/epoch-counts.js";
import { total } from "../stats/epoch-counts.js";

/**
 * Commands in a week, over the days from the first one to the last: whoever has less than a week behind her has one.
 *
 * @param activity commands per day
 * @example
 * commandsPerWeek([100, 60, 101, 40]) // => 100
 * commandsPerWeek([100, 300, 120, 300]) // => 200
 * commandsPerWeek([]) // => 0
 */
export function commandsPerWeek(activity: EpochCounts): number {
  const first = activity[0];
  const last = activity.at(-2);
  if (first === undefined || last === undefined) return 0;
  return total(activity) / Math.max(1, (last - first + 1) / 7);
}
