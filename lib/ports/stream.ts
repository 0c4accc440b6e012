import type { Instant } from "../domain/units.js";

/** One record to put: the partition key decides the shard, and so the order. */
export interface Outgoing {
  readonly partitionKey: string;
  readonly data: Uint8Array;
}

/** Puts all records, however often it must ask; throws when the stream does not take them. */
export type PutRecords = (records: readonly Outgoing[]) => Promise<void>;

/** One record of a stream, and the name of its place there: stream, shard, sequence number. */
export interface StreamRecord {
  readonly place: string;
  readonly shard: string;
  readonly sequence: string;
  readonly bytes: Uint8Array;
  /** When the stream took it, to the millisecond. */
  readonly arrived: Instant;
}
