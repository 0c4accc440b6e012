import { BinaryReader, WireType } from "@bufbuild/protobuf/wire";
import { md5 } from "@noble/hashes/legacy.js";
import { bad, good, type Result } from "../domain/result.js";

const magic = [0xf3, 0x89, 0x9a, 0xc2];
const checksumLength = 16;

/** The fields that are read: `records` of the aggregate, and `data` of each. Keys and tags say nothing to us. */
const recordsField = 3;
const dataField = 3;

/** No text starts with these bytes: they are no UTF-8. */
export const isAggregate = (bytes: Uint8Array): boolean => magic.every((byte, index) => bytes[index] === byte);

/** Every field with this number that holds bytes; throws where the bytes are no protobuf. */
function* fieldsIn(bytes: Uint8Array, wanted: number): Generator<Uint8Array> {
  const reader = new BinaryReader(bytes);
  while (reader.pos < reader.len) {
    const [field, type] = reader.tag();
    if (field === wanted && type === WireType.LengthDelimited) yield reader.bytes();
    else reader.skip(type, field);
  }
}

/**
 * The records that the Kinesis Producer Library packed into one: its magic, an `AggregatedRecord` of protobuf, and the
 * MD5 of that. What is no whole aggregate gives `bad-aggregate`, after the records that came before the damage.
 *
 * The protobuf is read by the wire reader of @bufbuild/protobuf (4 KB of the bundle, no dependencies, checks bounds):
 * AWS's own aws-kinesis-agg brings protobufjs and async, wants Buffers and calls back.
 *
 * @see https://github.com/awslabs/amazon-kinesis-producer/blob/master/aggregation-format.md
 */
export function* subRecordsOf(bytes: Uint8Array): Generator<Result<Uint8Array>> {
  const body = bytes.subarray(magic.length, Math.max(magic.length, bytes.length - checksumLength));
  const checksum = bytes.subarray(magic.length + body.length);
  if (checksum.length !== checksumLength || md5(body).some((byte, index) => byte !== checksum[index]))
    return yield bad("bad-aggregate");
  try {
    for (const record of fieldsIn(body, recordsField)) for (const data of fieldsIn(record, dataField)) yield good(data);
  } catch {
    yield bad("bad-aggregate");
  }
}
