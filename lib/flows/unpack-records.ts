import type { DeadLetter } from "../ports/dead-letters.js";
import type { StreamRecord } from "../ports/stream.js";
import { hash64 } from "../stats/hash64.js";
import { readTime } from "../telemetry/time.js";
import type { Placed } from "./assess-batch.js";
import { unpackObservations } from "./packing.js";

/** What a batch of packed records holds. */
interface Unpacked {
  readonly observed: readonly Placed[];
  readonly letters: readonly DeadLetter[];
}

/** Packed records to observations with their instants, in the stream's order; an unreadable record becomes a dead letter. */
export function unpackRecords(records: readonly StreamRecord[]): Unpacked {
  const observed: Placed[] = [];
  const letters: DeadLetter[] = [];
  for (const { place, shard, sequence, bytes } of records) {
    const observations = unpackObservations(bytes);
    if (!observations.ok) {
      letters.push({ id: hash64(place), reason: observations.reason, bytes });
      continue;
    }
    for (const observation of observations.value) {
      const time = readTime(observation.event.time);
      if (time.ok) observed.push({ observation, at: time.value.at, place: { shard, sequence } });
      else letters.push({ id: hash64(place), reason: time.reason, bytes });
    }
  }
  return { observed, letters };
}
