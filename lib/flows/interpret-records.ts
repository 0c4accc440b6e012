import type { Event } from "../domain/event.js";
import type { Observation } from "../domain/observation.js";
import type { DeadLetter } from "../ports/dead-letters.js";
import type { Inflate } from "../ports/inflate.js";
import type { StreamRecord } from "../ports/stream.js";
import { hash64 } from "../stats/hash64.js";
import { decode } from "../telemetry/decode.js";
import { normalise } from "../telemetry/normalise.js";
import { skipped } from "./gather.js";

/** What a batch of records holds. */
export interface Interpreted {
  readonly observations: readonly Observation[];
  readonly letters: readonly DeadLetter[];
}

/**
 * Records to observations, in their order; a record of which something cannot be read becomes one dead letter, with
 * its bytes and the reasons. A record without an id is named by its place, so that a second delivery is the same event.
 */
export function interpretRecords(
  records: readonly StreamRecord[],
  interpret: (event: Event) => readonly Observation[],
  inflate: Inflate,
): Interpreted {
  const observations: Observation[] = [];
  const letters: DeadLetter[] = [];
  for (const { place, bytes } of records) {
    const reasons = new Set<string>();
    let index = 0;
    for (const record of decode(bytes, inflate)) {
      const name = hash64(place, index++);
      const event = record.ok ? normalise(record.value, "auto", () => name) : record;
      if (event.ok) observations.push(...interpret(event.value));
      else if (!skipped.has(event.reason)) reasons.add(event.reason);
    }
    if (reasons.size > 0) letters.push({ id: hash64(place), reason: [...reasons].sort().join(", "), bytes });
  }
  return { observations, letters };
}
