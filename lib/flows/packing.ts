import type { Observation } from "../domain/observation.js";
import { bad, good, type Result } from "../domain/result.js";
import type { Outgoing } from "../ports/stream.js";
import { hash64 } from "../stats/hash64.js";
import { isObject } from "../telemetry/json.js";
import { isObservation } from "./observation-shape.js";

/** How many buckets identities fall into. It never changes: a bucket's order would be torn in two. */
export const buckets = 1_024;

/** The layout of a record. A reader refuses every other one: what it means is not known here. */
const version = 1;

/**
 * A record is closed before it passes this many bytes: four of the 25 KB units that a provisioned stream bills, so that
 * the last, part-filled unit wastes little; and a tenth of what one shard takes in a second, so that retries stay small.
 */
const fullRecord = 100_000;

/** The largest record a stream takes is 1 MiB with its partition key, which has four digits at most. */
const largestRecord = 1024 * 1024 - 4;

/** What is kept of arguments that make one observation too large for any record: at most 0.6 MB, escapes included. */
const keptArguments = { count: 100, characters: 1_000 };

const encoder = new TextEncoder();
const [opening, comma, closing] = [`{"version":${version},"observations":[`, ",", "]}"].map((part) =>
  encoder.encode(part),
) as [Uint8Array, Uint8Array, Uint8Array];
const frame = opening.length + closing.length;

/**
 * The bucket of an identity, from 0 to 1,023: the first 16 bits of its `hash64`, modulo 1,024.
 *
 * The bucket is the partition key of the observations stream, so one identity has one order and one writer. There are
 * far more buckets than shards, so a stream can be split without a change here.
 *
 * @example
 * bucketOf("ada") // => 1
 * bucketOf("grace") // => 886
 */
export const bucketOf = (identity: string): number => Number.parseInt(hash64(identity).slice(0, 4), 16) % buckets;

/** A record that is being filled. */
interface Parcel {
  readonly bucket: number;
  readonly contents: Uint8Array[];
  size: number;
}

/**
 * Observations to records, many of one bucket in each; in a bucket the order is kept, in a record and from one to the next.
 *
 * An observation that is larger than a full record has one of its own. Where it would be larger than any record, its
 * arguments are cut: nothing after `interpret` reads them, and every other field is short by the caps of `telemetry`.
 */
export function packObservations(observations: readonly Observation[]): readonly Outgoing[] {
  const bucketsSeen = new Map<string, number>();
  const open = new Map<number, Parcel>();
  const parcels: Parcel[] = [];
  for (const observation of observations) {
    const bucket = bucketsSeen.get(observation.identity) ?? bucketOf(observation.identity);
    bucketsSeen.set(observation.identity, bucket);
    const content = encode(observation);
    let parcel = open.get(bucket);
    if (parcel === undefined || parcel.size + comma.length + content.length > fullRecord) {
      parcel = { bucket, contents: [], size: frame };
      open.set(bucket, parcel);
      parcels.push(parcel);
    }
    parcel.contents.push(content);
    parcel.size += comma.length + content.length;
  }
  return parcels.map(({ bucket, contents }) => ({ partitionKey: String(bucket), data: seal(contents) }));
}

function encode(observation: Observation): Uint8Array {
  const whole = encoder.encode(JSON.stringify(observation));
  if (frame + whole.length <= largestRecord) return whole;
  const { count, characters } = keptArguments;
  const argv = observation.argv.slice(0, count).map((argument) => argument.slice(0, characters));
  return encoder.encode(JSON.stringify({ ...observation, argv }));
}

function seal(contents: readonly Uint8Array[]): Uint8Array {
  const parts = [
    opening,
    ...contents.flatMap((content, index) => (index === 0 ? [content] : [comma, content])),
    closing,
  ];
  const record = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    record.set(part, at);
    at += part.length;
  }
  return record;
}

const decoder = new TextDecoder("utf-8", { fatal: true });

/** The observations of a record in their order; a reason when it is not a record of `packObservations`. */
export function unpackObservations(bytes: Uint8Array): Result<readonly Observation[]> {
  let record: unknown;
  try {
    record = JSON.parse(decoder.decode(bytes));
  } catch {
    return bad("not-json");
  }
  if (!isObject(record)) return bad("not-an-object");
  if (record.version !== version) return bad("unknown-version");
  const { observations } = record;
  return Array.isArray(observations) && observations.every(isObservation)
    ? good(observations)
    : bad("not-observations");
}
