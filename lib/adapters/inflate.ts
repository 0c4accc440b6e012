import * as zlib from "node:zlib";
import { bad, good } from "../domain/result.js";
import type { Inflate, Packing } from "../ports/inflate.js";

/** What node:zlib gives with `info`: also how many of the bytes it has read. */
type Undo = (
  bytes: Uint8Array,
  options: { readonly maxOutputLength: number; readonly info: true },
) => { readonly buffer: Uint8Array; readonly engine: { readonly bytesWritten: number } };

const isUndo = (value: unknown): value is Undo => typeof value === "function";

/** Node has zstd from 22.15 on; the Lambdas run on 24. */
const undoOf = (packing: Packing): unknown =>
  Reflect.get(zlib, { gzip: "gunzipSync", zlib: "inflateSync", zstd: "zstdDecompressSync" }[packing]);

/** Frames of zstd in one piece: large files have one for each few megabytes; millions of empty ones would hold us up. */
const mostFrames = 10_000;

const grewTooLarge = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";

/**
 * Unpacks by node:zlib; it stops as soon as the limit is passed, so a bomb costs no more than the limit.
 *
 * Of gzip it reads all members, and refuses what is none behind them; of zstd it reads one frame and forgets what comes
 * after, so that is done frame by frame.
 */
export const inflate: Inflate = (packing, bytes, limit) => {
  const undo = undoOf(packing);
  if (!isUndo(undo)) return bad("zstd-needs-node-22.15");
  const parts: Uint8Array[] = [];
  let size = 0;
  let at = 0;
  try {
    do {
      const { buffer, engine } = undo(bytes.subarray(at), { maxOutputLength: Math.max(1, limit - size), info: true });
      parts.push(buffer);
      size += buffer.length;
      if (size > limit) return bad("too-large");
      if (parts.length === mostFrames || engine.bytesWritten === 0) return bad(`bad-${packing}`);
      at += engine.bytesWritten;
    } while (packing !== "gzip" && at < bytes.length);
  } catch (error) {
    return bad(grewTooLarge(error) ? "too-large" : `bad-${packing}`);
  }
  return good(parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts));
};
