import type { Instant } from "../domain/units.js";
import type { Inflate } from "../ports/inflate.js";
import { coalesce } from "./auditd/coalesce.js";
import { type Decoded, decode } from "./decode.js";
import { recordsIn } from "./split.js";
import { toolUsesIn } from "./transcript.js";

/**
 * The records in one Kinesis record or one whole file, each of which is at most one event.
 *
 * Bytes are decoded; lines of auditd that belong together become one record; and a record that holds several events
 * (osquery's batches and snapshots, several calls in one line of a transcript) becomes several.
 *
 * @param limit the most bytes that what is packed may grow to
 */
export function* readRecords(bytes: Uint8Array, inflate: Inflate, limit?: number): Generator<Decoded> {
  for (const read of coalesce(decode(bytes, inflate, limit))) {
    const arrived: Instant | null = "arrived" in read ? read.arrived : null;
    const { line = null } = read;
    if (!read.ok) yield { ...read, arrived, line };
    else
      for (const row of recordsIn(read.value))
        for (const value of toolUsesIn(row)) yield { ok: true, value, arrived, line };
  }
}
