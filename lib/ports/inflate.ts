import type { Result } from "../domain/result.js";

/**
 * Undoes gzip. What would grow beyond `limit` bytes is refused as `too-large` (a small record can hold a huge bomb),
 * what is damaged as `bad-gzip`.
 */
export type Inflate = (bytes: Uint8Array, limit: number) => Result<Uint8Array>;
