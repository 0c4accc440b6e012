import type { Instant } from "../domain/units.js";
import { day } from "../domain/units.js";

/** One line of a person's history, and the alert it belongs to, if it was told. */
export interface Told {
  readonly identity: string;
  readonly at: Instant;
  readonly isWarmUp: boolean;
  readonly alert: string | null;
}

/**
 * Alerts in each engineer-week: 7 days from a person's first event, only weeks with a judged command.
 *
 * An alert that goes on over the end of a week counts once, in the first one.
 */
export function alertsByWeek(lines: readonly Told[]): readonly number[] {
  const starts = new Map<string, Instant>();
  for (const { identity, at } of lines) starts.set(identity, Math.min(at, starts.get(identity) ?? at));
  const weeks = new Map<string, number>();
  const told = new Set<string>();
  for (const { identity, at, isWarmUp, alert } of lines) {
    if (isWarmUp) continue;
    const week = `${identity} ${Math.floor((at - (starts.get(identity) ?? at)) / (7 * day))}`;
    const isNew = alert !== null && !told.has(alert);
    if (alert !== null) told.add(alert);
    weeks.set(week, (weeks.get(week) ?? 0) + (isNew ? 1 : 0));
  }
  return [...weeks.values()];
}

/**
 * The mean.
 *
 * @example
 * mean([1, 0, 2]) // => 1
 * mean([]) // => 0
 */
export const mean = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
