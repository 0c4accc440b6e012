import { day, hour, type Instant } from "../domain/units.js";

/** Midnight of the first day of the history, a Wednesday; so the judged day, three weeks later, is one too. */
export const firstDay: Instant = Date.UTC(2026, 2, 4);

/** Days of history before the day that is judged. */
export const historyDays = 21;

/** Midnight of a day, counted from 0. */
export const midnightOf = (dayNumber: number): Instant => firstDay + dayNumber * day;

/** Saturday or Sunday: the company rests, but for whoever is on call. */
export const isWeekend = (dayNumber: number): boolean => [0, 6].includes(new Date(midnightOf(dayNumber)).getUTCDay());

/** A time of day on a day of the calendar; hours may have a fraction. */
export const atHour = (dayNumber: number, hours: number): Instant => midnightOf(dayNumber) + Math.round(hours * hour);

/** The moment from which everything is judged. */
export const learnUntil: string = new Date(midnightOf(historyDays)).toISOString();
