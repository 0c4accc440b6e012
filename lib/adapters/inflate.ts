import { gunzipSync } from "node:zlib";
import { bad, good } from "../domain/result.js";
import type { Inflate } from "../ports/inflate.js";

const grewTooLarge = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";

/** Gunzip by node:zlib; it stops as soon as the limit is passed, so a bomb costs no more than the limit. */
export const inflate: Inflate = (bytes, limit) => {
  try {
    return good(gunzipSync(bytes, { maxOutputLength: limit }));
  } catch (error) {
    return bad(grewTooLarge(error) ? "too-large" : "bad-gzip");
  }
};
