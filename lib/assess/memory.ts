import type { Observation } from "../domain/observation.js";
import type { Principal } from "../domain/principal.js";
import type { Instant, Millis } from "../domain/units.js";
import { hour } from "../domain/units.js";
import { hash64 } from "../stats/hash64.js";
import type { Baseline } from "./baseline.js";
import type { Judged } from "./learn.js";

/** What is remembered of one identity between two of her commands. */
export interface Memory {
  /** Her own hands and each of her agents. */
  readonly baselines: ReadonlyMap<Principal, Baseline>;
  /** Judged and not yet learned: the grace. In the order they were judged. */
  readonly waiting: readonly Judged[];
  /** Names of the commands counted already, by the hour they happened in. */
  readonly counted: ReadonlyMap<number, ReadonlySet<string>>;
}

export const emptyMemory: Memory = { baselines: new Map(), waiting: [], counted: new Map() };

/** The name of one command of one event: a second delivery has the same one. */
export const nameOf = ({ event, index }: Observation): string =>
  hash64(event.format, event.id, event.host, event.time, index);

export const isCounted = (memory: Memory, name: string, at: Instant): boolean =>
  memory.counted.get(hourOf(at))?.has(name) ?? false;

/** Remembers a command as counted, and forgets those from longer ago than `remember`. */
export function count({ counted }: Memory, name: string, at: Instant, remember: Millis): Memory["counted"] {
  const recent = new Map([...counted].filter(([h]) => h >= hourOf(at - remember)));
  return recent.set(hourOf(at), new Set(recent.get(hourOf(at))).add(name));
}

const hourOf = (at: Instant): number => Math.floor(at / hour);
