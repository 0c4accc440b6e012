import type { Principal } from "../domain/principal.js";
import type { Instant, Millis } from "../domain/units.js";
import { hour } from "../domain/units.js";
import type { LaneState } from "../identity/observe.js";
import type { Baseline } from "./baseline.js";
import type { Judged } from "./learn.js";

/** What is remembered of one identity between two of her commands. */
export interface Memory {
  /** Her own hands and each of her agents. */
  readonly baselines: ReadonlyMap<Principal, Baseline>;
  /** Judged and not yet learned: the grace. In the order they were judged. */
  readonly waiting: readonly Judged[];
  readonly counted: Counted;
  /** Whether she, and each of her agents, still behaves like herself. */
  readonly lanes: ReadonlyMap<Principal, LaneState>;
  /** By shard of the observations stream, the last sequence number that is in here, padded so that texts sort as numbers do. */
  readonly marks: Marks;
}

export type Marks = ReadonlyMap<string, string>;

/** A place in a stream: what stands at or before the mark of its shard has been taken in already. */
export interface Place {
  readonly shard: string;
  readonly sequence: string;
}

/** Sequence numbers have up to 56 digits, more than any number type holds. */
const padded = (sequence: string): string => sequence.padStart(56, "0");

export const isMarked = (marks: Marks, { shard, sequence }: Place): boolean =>
  padded(sequence) <= (marks.get(shard) ?? "");

/** The marks after these places; a mark never goes back. */
export function mark(marks: Marks, places: readonly Place[]): Marks {
  const after = new Map(marks);
  for (const place of places) if (!isMarked(after, place)) after.set(place.shard, padded(place.sequence));
  return after;
}

/**
 * The names of the commands counted already, by the hour they happened in, and what time it is for forgetting them.
 *
 * The clock follows the events, an hour for each at most: one event with a wrong date must not make her forget.
 */
export interface Counted {
  readonly clock: Instant;
  /** Hour, then the first two digits of the name, then names: so that remembering one more copies few. */
  readonly names: ReadonlyMap<number, ReadonlyMap<string, ReadonlySet<string>>>;
}

export const emptyMemory: Memory = {
  baselines: new Map(),
  waiting: [],
  lanes: new Map(),
  counted: { clock: Number.NEGATIVE_INFINITY, names: new Map() },
  marks: new Map(),
};

export const isCounted = ({ names }: Counted, name: string, at: Instant): boolean =>
  names.get(hourOf(at))?.get(bucketOf(name))?.has(name) ?? false;

/** The same, whenever it was. */
export const isCountedEver = ({ names }: Counted, name: string): boolean => {
  for (const buckets of names.values()) if (buckets.get(bucketOf(name))?.has(name)) return true;
  return false;
};

/** Remembers a command as counted, and forgets those from longer ago than `remember`. */
export function count({ clock, names }: Counted, name: string, at: Instant, remember: Millis): Counted {
  const now = clock === Number.NEGATIVE_INFINITY ? at : Math.max(clock, Math.min(at, clock + hour));
  const kept = new Map([...names].filter(([h]) => h >= hourOf(now - remember)));
  const ofHour = new Map(kept.get(hourOf(at)));
  ofHour.set(bucketOf(name), new Set(ofHour.get(bucketOf(name))).add(name));
  return { clock: now, names: kept.set(hourOf(at), ofHour) };
}

/** Names in their buckets. */
export function inBuckets(names: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const buckets = new Map<string, Set<string>>();
  for (const name of names) buckets.set(bucketOf(name), (buckets.get(bucketOf(name)) ?? new Set()).add(name));
  return buckets;
}

const hourOf = (at: Instant): number => Math.floor(at / hour);

const bucketOf = (name: string): string => name.slice(0, 2);
