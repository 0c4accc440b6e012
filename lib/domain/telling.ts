import { hour, type Instant, type Millis } from "./units.js";

/** How much a channel can take. */
export interface Telling {
  /** Incidents that are told one by one on one day, in UTC; floor entries are told beyond it. */
  readonly alertsPerDay: number;
  /** A digest of the others comes this often at most. */
  readonly digestEveryMs: Millis;
  /** Nobody is alerted: everything goes to the digest. */
  readonly shadow: boolean;
}

export const defaultTelling: Telling = { alertsPerDay: 50, digestEveryMs: hour, shadow: false };

/** What a channel was told so far. */
export interface Told {
  /** The day of the alerts, counted from 1970. */
  readonly day: number;
  readonly alerts: number;
  readonly digestAt: Instant;
}

export const nothingTold: Told = { day: 0, alerts: 0, digestAt: 0 };
