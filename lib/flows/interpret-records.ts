import type { DeadLetter } from "../ports/dead-letters.js";
import type { Inflate } from "../ports/inflate.js";
import type { StreamRecord } from "../ports/stream.js";
import { hash64 } from "../stats/hash64.js";
import { normalise } from "../telemetry/normalise.js";
import { readRecords } from "../telemetry/read.js";
import { skipped } from "./gather.js";
import type { Draft, Interpreter } from "./interpret.js";

/** What a batch of records holds. */
export interface Interpreted {
  readonly drafts: readonly Draft[];
  readonly letters: readonly DeadLetter[];
}

/**
 * Records to drafts, in their order; a record of which something cannot be read becomes one dead letter, with
 * its bytes and the reasons. A record without an id is named by its place, so that a second delivery is the same event.
 */
export function interpretRecords(
  records: readonly StreamRecord[],
  { draft }: Pick<Interpreter, "draft">,
  inflate: Inflate,
): Interpreted {
  const drafts: Draft[] = [];
  const letters: DeadLetter[] = [];
  for (const { place, bytes, arrived } of records) {
    const reasons = new Set<string>();
    let index = 0;
    for (const record of readRecords(bytes, inflate)) {
      const name = hash64(place, index++);
      const event = record.ok
        ? normalise(record.value, "auto", { contentId: () => name, arrived: record.arrived ?? arrived })
        : record;
      if (event.ok) drafts.push(draft(event.value));
      else if (!skipped.has(event.reason)) reasons.add(event.reason);
    }
    if (reasons.size > 0) letters.push({ id: hash64(place), reason: [...reasons].sort().join(", "), bytes });
  }
  return { drafts, letters };
}
