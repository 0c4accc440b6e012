import type { InventoryRow } from "../domain/inventory.js";
import { day, type Instant } from "../domain/units.js";
import { plural } from "../domain/wording.js";

/** Below this no clue was seen that is an agent's alone: a name that other programs have too, or signs that contradict. */
const doubtfulBelow = 0.7;
/** In a shorter history than this many days, one day is no sign of anything. */
const daysToCompare = 3;

const dayOf = (time: string): Instant => Date.parse(time.slice(0, 10));

/** How many days the rows reach, from the first command to the last, both days counted. */
export const daysOf = (rows: readonly InventoryRow[]): number => {
  const first = Math.min(...rows.map(({ firstSeen }) => dayOf(firstSeen)));
  const last = Math.max(...rows.map(({ lastSeen }) => dayOf(lastSeen)));
  return Math.round((last - first) / day) + 1;
};

/**
 * Why an agent deserves a second look: nobody may know that it is there.
 *
 * @param days how many days the whole history has
 */
export function notesOf(row: InventoryRow, days: number): readonly string[] {
  if (row.agent === null) return [];
  const notes: string[] = [];
  if (row.unattended > 0) notes.push(`${plural(row.unattended, "start")} without approvals`);
  const oneDay = dayOf(row.firstSeen) === dayOf(row.lastSeen);
  if (row.commands === 1 || (days >= daysToCompare && oneDay && row.sessions <= 1)) notes.push("seen once");
  if (row.confidence.median < doubtfulBelow) notes.push("doubtful");
  if (row.trust !== "trusted") notes.push(`${row.trust} account`);
  return notes;
}
