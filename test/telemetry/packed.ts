import { createHash } from "node:crypto";
import { BinaryWriter, WireType } from "@bufbuild/protobuf/wire";
import { bytesOf } from "./read.js";

/** A record as the Kinesis Producer Library aggregates it, with the checksum of another implementation than ours. */
export const aggregated = (...records: readonly (Uint8Array | string)[]): Uint8Array => {
  const aggregate = new BinaryWriter().tag(1, WireType.LengthDelimited).string("web-1");
  for (const data of records) {
    const record = new BinaryWriter().tag(1, WireType.Varint).uint64(0).tag(3, WireType.LengthDelimited);
    record.bytes(typeof data === "string" ? bytesOf(data) : data);
    aggregate.tag(3, WireType.LengthDelimited).bytes(record.finish());
  }
  return sealed(aggregate.finish());
};

/** An aggregate with this body and the right checksum. */
export const sealed = (body: Uint8Array): Uint8Array =>
  Uint8Array.of(0xf3, 0x89, 0x9a, 0xc2, ...body, ...createHash("md5").update(body).digest());

/** Text of less than 256 bytes as one frame of zstd, stored and not made smaller: Node before 22.15 has no zstd. */
export const zstdFrame = (text: string): Uint8Array => {
  const bytes = bytesOf(text);
  const lastRawBlock = (bytes.length << 3) | 1;
  const header = [0x20, bytes.length, lastRawBlock & 0xff, lastRawBlock >> 8, 0];
  return Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, ...header, ...bytes);
};
