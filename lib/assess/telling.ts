import type { Incident } from "../domain/incident.js";
import type { Telling, Told } from "../domain/telling.js";
import { day, type Instant } from "../domain/units.js";

/** How a sweep's incidents are told. */
export interface Plan {
  readonly alone: readonly Incident[];
  readonly together: readonly Incident[];
  /** They stay in the outbox until the next digest. */
  readonly later: readonly Incident[];
}

const isFloor = ({ findings }: Incident): boolean => findings.some(({ impact }) => impact?.floor === true);

/**
 * Who is told at once, who together, and who waits: nothing is dropped.
 *
 * @param isFull there is more in the outbox than one sweep sees: then what waits would stand in its way
 */
export function planned(
  incidents: readonly Incident[],
  told: Told,
  { alertsPerDay, digestEveryMs, shadow }: Telling,
  now: Instant,
  isFull: boolean,
): Plan {
  let left = alertsPerDay - (told.day === dayOf(now) ? told.alerts : 0);
  const alone: Incident[] = [];
  const others: Incident[] = [];
  for (const incident of incidents) {
    const isTold = !shadow && (left > 0 || isFloor(incident));
    if (isTold) left -= 1;
    (isTold ? alone : others).push(incident);
  }
  const isTime = isFull || now - told.digestAt >= digestEveryMs;
  return { alone, together: isTime ? others : [], later: isTime ? [] : others };
}

/** What was told after one more alert, or after a digest. */
export const toldMore = (told: Told, now: Instant, what: "alert" | "digest"): Told => {
  const today = told.day === dayOf(now) ? told : { ...told, day: dayOf(now), alerts: 0 };
  return what === "alert" ? { ...today, alerts: today.alerts + 1 } : { ...today, digestAt: now };
};

const dayOf = (at: Instant): number => Math.floor(at / day);
