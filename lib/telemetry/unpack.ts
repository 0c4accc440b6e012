import { bad, good, type Result } from "../domain/result.js";
import type { Inflate, Packing } from "../ports/inflate.js";

/** Bytes as they were before they were packed, grown to `limit` at most; bytes that are not packed as they are. */
export type Unpack = (bytes: Uint8Array, limit: number) => Result<Uint8Array>;

/** Shippers pack what was packed already; nobody packs three times. */
const mostTimes = 2;

/** Deflate makes at most 1,032 bytes out of one, so damaged bytes cannot have cost more than that. */
const growth = 1032;

const startsWith = (bytes: Uint8Array, ...magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);

/** `x^2` is a fine start of a line, and of zlib; packed bytes are never as many letters in a row. */
const startsAsText = (bytes: Uint8Array): boolean =>
  bytes.subarray(0, 16).every((byte) => (byte >= 0x20 && byte < 0x7f) || (byte >= 0x09 && byte <= 0x0d));

/** Of zlib's headers with a valid checksum and a window of 32 KiB these four exist, one for each level. */
const isZlib = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x78 && [0x01, 0x5e, 0x9c, 0xda].includes(bytes[1] ?? 0) && !startsAsText(bytes);

const packingOf = (bytes: Uint8Array): Packing | "snappy" | null => {
  if (startsWith(bytes, 0x1f, 0x8b)) return "gzip";
  if (isZlib(bytes)) return "zlib";
  if (startsWith(bytes, 0x28, 0xb5, 0x2f, 0xfd)) return "zstd";
  return startsWith(bytes, 0xff, 0x06, 0x00, 0x00, 0x73, 0x4e, 0x61, 0x50, 0x70, 0x59) ? "snappy" : null;
};

/**
 * Undoes packing by the first bytes, not by a name. Snappy is only told where it is framed: raw snappy has no magic.
 *
 * @param work the bytes that all packed pieces together may grow to, those that are refused included: a thousand small
 * bombs are one large bomb
 */
export const createUnpacker = (inflate: Inflate, work: number): Unpack => {
  let left = work;
  return (bytes, limit) => {
    let current = bytes;
    for (let times = 0; ; times++) {
      const packing = packingOf(current);
      if (packing === null) return good(current);
      if (packing === "snappy") return bad("snappy-not-supported");
      if (times === mostTimes) return bad("too-deep");
      const most = Math.min(limit, left);
      if (most < 1) return bad("too-large");
      const inflated = inflate(packing, current, most);
      if (!inflated.ok) {
        left -= inflated.reason === "too-large" ? most : Math.min(most, current.length * growth);
        return inflated;
      }
      left -= inflated.value.length;
      current = inflated.value;
    }
  };
};
