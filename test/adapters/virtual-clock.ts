import { setImmediate } from "node:timers/promises";
import type { Clock } from "../../lib/adapters/clock.js";
import type { Instant, Millis } from "../../lib/domain/units.js";

/** A clock that stands still while anything can be done, and then leaps to the next moment somebody waits for. */
export interface VirtualClock extends Clock {
  /** Does something at that moment. */
  readonly at: (moment: Instant, act: () => void) => void;
  /** Lets time pass until the promise is settled; fails when nobody waits for anything any more. */
  readonly until: <Value>(promise: Promise<Value>) => Promise<Value>;
  /** Lets time pass to that moment. */
  readonly passTo: (moment: Instant) => Promise<void>;
  /** All waits there were, in their order. */
  readonly waits: readonly Millis[];
}

export function createVirtualClock(): VirtualClock {
  let now = 0;
  const waits: Millis[] = [];
  const timers: { readonly at: Instant; readonly act: () => void }[] = [];

  const next = (): { readonly at: Instant; readonly act: () => void } | undefined => {
    timers.sort((a, b) => a.at - b.at); // stable: who came first is served first
    return timers.shift();
  };

  const at: VirtualClock["at"] = (moment, act) => void timers.push({ at: moment, act });

  const until: VirtualClock["until"] = async (promise) => {
    let settled = false;
    const settle = (): void => {
      settled = true;
    };
    promise.then(settle, settle);
    for (;;) {
      await setImmediate(); // everything that can be done without waiting is done before this comes back
      if (settled) return promise;
      const timer = next();
      if (timer === undefined) throw new Error("until requires somebody to wait, got a standstill");
      now = timer.at;
      timer.act();
    }
  };

  return {
    now: () => now,
    waits,
    at,
    until,
    passTo: (moment) => until(new Promise<void>((resolve) => at(moment, resolve))),
    sleep(ms, signal) {
      waits.push(ms);
      return new Promise((resolve) => {
        const wake = (): void => {
          signal?.removeEventListener("abort", wake);
          resolve();
        };
        if (signal?.aborted) resolve();
        else signal?.addEventListener("abort", wake);
        at(now + ms, wake);
      });
    },
  };
}
