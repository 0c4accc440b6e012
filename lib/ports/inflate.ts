import type { Result } from "../domain/result.js";

/** How bytes are packed, as far as it can be undone. */
export type Packing = "gzip" | "zlib" | "zstd";

/**
 * Undoes a packing. What would grow beyond `limit` bytes is refused as `too-large` (a small record can hold a huge
 * bomb), what is damaged as `bad-gzip`, `bad-zlib` or `bad-zstd`, and zstd where this Node has none as
 * `zstd-needs-node-22.15`.
 */
export type Inflate = (packing: Packing, bytes: Uint8Array, limit: number) => Result<Uint8Array>;
