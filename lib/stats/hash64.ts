import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/**
 * A stable 64-bit name for a list of texts, as 16 hexadecimal digits.
 *
 * The parts are hashed as a JSON list, so that no two lists run together. 64 bits of SHA-256: among a million names
 * the chance of any two being alike is 3e-8.
 *
 * @example
 * hash64("ada", "2026-03-02") // => "07687c0eade07f54"
 * hash64("ada2026", "-03-02") === hash64("ada", "2026-03-02") // => false
 */
export const hash64 = (...parts: readonly (string | number | null)[]): string =>
  bytesToHex(sha256(utf8ToBytes(JSON.stringify(parts)))).slice(0, 16);
