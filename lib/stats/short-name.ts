import { hash64 } from "./hash64.js";

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/** So many are remembered; then all are forgotten, and soon known again. */
const room = 20_000;
const known = new Map<string, string>();

/**
 * Four characters for a text of any length, where only counts are kept and nobody reads the name.
 *
 * 24 bits: among a thousand names, three in a hundred times two are alike somewhere, and are then counted as one.
 *
 * @example
 * shortName("git status").length // => 4
 * shortName("git status") === shortName("git push") // => false
 */
export function shortName(text: string): string {
  const before = known.get(text);
  if (before !== undefined) return before;
  let bits = Number.parseInt(hash64(text).slice(0, 6), 16);
  let name = "";
  for (let i = 0; i < 4; i += 1) {
    name += digits[bits % 64];
    bits = Math.floor(bits / 64);
  }
  if (known.size >= room) known.clear();
  known.set(text, name);
  return name;
}
