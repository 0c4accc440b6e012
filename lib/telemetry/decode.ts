import { bad, good, type Result } from "../domain/result.js";
import type { Instant } from "../domain/units.js";
import type { Inflate } from "../ports/inflate.js";
import type { Enclosed } from "./envelopes/envelope.js";
import { envelopes } from "./envelopes/index.js";
import type { JsonObject } from "./json.js";
import { isAggregate, subRecordsOf } from "./kpl.js";
import { createLineOf } from "./line-of.js";
import { objectsIn, recordLimit } from "./scan.js";
import { createUnpacker, type Unpack } from "./unpack.js";

export type { JsonObject } from "./json.js";
export { recordLimit } from "./scan.js";

/** Why bytes could not be read. */
export const decodeReasons = [
  ...["not-json", "not-an-object", "truncated-json", "invalid-utf8", "line-too-long"],
  ...["bad-gzip", "bad-zlib", "bad-zstd", "zstd-needs-node-22.15", "snappy-not-supported"],
  ...["bad-aggregate", "bad-base64", "too-large", "too-deep", "too-many-records", "not-a-process-start"],
] as const;

/** A record, or why there is none; when it arrived, where an envelope said so; and where it stands. */
export type Decoded = Result<JsonObject> & {
  readonly arrived: Instant | null;
  /** The line in which it, or what is around it, begins, from 1; null where there are no lines, as in an aggregate. */
  readonly line: number | null;
};

/** The most a whole file may grow to when it is unpacked in memory: just under what one buffer can hold everywhere. */
export const fileLimit = 2 ** 31 - 1;

/** Envelopes in envelopes: a saved Lambda event of CloudWatch messages with shippers' lines makes three. */
const deepest = 8;

/** The most that comes out of one record of a stream: 16 MiB of short execs, as sensors write them. Lines of a file are not counted. */
const mostRecords = 100_000;

/** All packed pieces of one record together, in units of its limit: one bomb must not use up its neighbours' share. */
const shares = 4;

interface Surroundings {
  readonly unpack: Unpack;
  readonly arrived: Instant | null;
  readonly line: number | null;
  readonly depth: number;
  /** The most that bytes may grow to here. */
  readonly limit: number;
}

/** Written out, as every record comes by here: to spread it would cost more than to find out that it is no envelope. */
const placed = ({ arrived, line }: Pick<Decoded, "arrived" | "line">, record: Result<JsonObject>): Decoded =>
  record.ok ? { ok: true, value: record.value, arrived, line } : { ok: false, reason: record.reason, arrived, line };

function* recordsIn(bytes: Uint8Array, around: Surroundings): Generator<Decoded> {
  const unpacked = around.unpack(bytes, around.limit);
  if (!unpacked.ok) yield placed(around, unpacked);
  else if (isAggregate(unpacked.value))
    for (const subRecord of subRecordsOf(unpacked.value)) yield* opened(subRecord, around.arrived, around);
  else {
    // Inside an envelope the lines are those of a text in it, which nobody sees.
    const lineOf = around.depth === 0 ? createLineOf(unpacked.value) : () => around.line;
    for (const { object, at } of objectsIn(unpacked.value)) yield* recordsOf(object, { ...around, line: lineOf(at) });
  }
}

/** An object is an envelope, or a record. */
function recordsOf(object: Result<JsonObject>, around: Surroundings): Iterable<Decoded> {
  const envelope = object.ok ? envelopes.find(({ recognises }) => recognises(object.value)) : undefined;
  return object.ok && envelope !== undefined
    ? allOpened(envelope.open(object.value), around)
    : [placed(around, object)];
}

function* allOpened(enclosed: Iterable<Enclosed>, around: Surroundings): Generator<Decoded> {
  for (const { inside, arrived } of enclosed) yield* opened(inside, arrived ?? around.arrived, around);
}

/** What came out of an envelope is read as what came first. */
function* opened(
  inside: Result<JsonObject | Uint8Array>,
  arrived: Instant | null,
  { unpack, line, depth, limit }: Surroundings,
): Generator<Decoded> {
  const around = { unpack, arrived, line, depth: depth + 1, limit: Math.min(limit, recordLimit) };
  if (!inside.ok) yield placed(around, inside);
  else if (depth === deepest) yield placed(around, bad("too-deep"));
  else if (inside.value instanceof Uint8Array) yield* recordsIn(inside.value, around);
  else yield* recordsOf(good(inside.value), around);
}

/**
 * One Kinesis record or one whole file: its records in order, and a reason for each piece that is none.
 *
 * The journey: bytes are unpacked (gzip, zlib, zstd, by their first bytes), taken out of an aggregate of the Kinesis
 * Producer Library, split into JSON objects, and each object that is an envelope is opened; what is inside is bytes or
 * objects again. Accepted are UTF-8 with or without byte order mark, CRLF, blank lines, NDJSON, one object, an array of
 * objects, pretty-printed documents, objects glued together, lines of auditd and of Sysmon for Linux. No more than one
 * object is ever held as text, so that a file of a gigabyte works. Whole numbers that a double would change are text.
 *
 * @param limit the most bytes that what is packed may grow to; `recordLimit` for a stream, `fileLimit` for a file
 */
export function* decode(bytes: Uint8Array, inflate: Inflate, limit = recordLimit): Generator<Decoded> {
  const unpack = createUnpacker(inflate, limit * shares);
  let left = limit > recordLimit ? Number.POSITIVE_INFINITY : mostRecords;
  for (const record of recordsIn(bytes, { unpack, arrived: null, line: null, depth: 0, limit })) {
    if (left-- === 0) return yield placed({ arrived: null, line: record.line }, bad("too-many-records"));
    yield record;
  }
}
