import { setTimeout } from "node:timers/promises";
import type { Instant, Millis } from "../domain/units.js";

/** Waits so long; less when the signal says that there is nothing to wait for any more. */
export type Sleep = (ms: Millis, signal?: AbortSignal) => Promise<void>;

/** The time of this machine. What waits takes it as an argument, so that tests need not. */
export interface Clock {
  readonly now: () => Instant;
  readonly sleep: Sleep;
}

export const systemClock: Clock = {
  now: Date.now,
  sleep: (ms, signal) => setTimeout(ms, undefined, signal && { signal }).catch(() => {}),
};
