import { parse as parseExactly } from "lossless-json";
import { bad, good, type Result } from "../domain/result.js";

/** Levels of arrays and objects in one record: real ones have a dozen, and what walks them may be recursive. */
const deepest = 128;

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The text that some of the bytes are. */
export const textIn = (bytes: Uint8Array, start: number, end: number): Result<string> => {
  try {
    return good(utf8.decode(bytes.subarray(start, end)));
  } catch {
    return bad("invalid-utf8");
  }
};

const opensMoreThan = (text: string, most: number, bracket: "[" | "{"): boolean => {
  let count = 0;
  for (let at = text.indexOf(bracket); at !== -1; at = text.indexOf(bracket, at + 1)) if (++count > most) return true;
  return false;
};

const isDeeperThan = (levels: number, value: unknown): boolean => {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(levels - 1, inner));
};

/** Looks at the value only where the text has brackets enough; half of the levels, as there are two kinds. */
const isTooDeep = (text: string, value: unknown): boolean =>
  (opensMoreThan(text, deepest / 2, "{") || opensMoreThan(text, deepest / 2, "[")) && isDeeperThan(deepest, value);

/** A number with more digits than a double holds for certain (or, rarely, a text that looks like one). */
const longNumber = /[:,[\s]-?\d{16}/;

const numberOrDigits = (digits: string): number | string => {
  const number = Number(digits);
  return !/^-?\d+$/.test(digits) || String(number) === digits || Number.isSafeInteger(number) ? number : digits;
};

/**
 * JSON, with whole numbers that a double would change as their digits: 64-bit process ids, nanoseconds since 1970.
 *
 * The parser of the language decides what is JSON, and is the only one most records meet; the exact one is many times
 * slower. Of equal keys the last counts, for both.
 *
 * @example
 * valueIn('{"id":9007199254740993,"pid":42}').value // => { id: "9007199254740993", pid: 42 }
 * valueIn("{id:1}").reason // => "not-json"
 */
export const valueIn = (text: string): Result<unknown> => {
  try {
    const value: unknown = JSON.parse(text);
    if (isTooDeep(text, value)) return bad("too-deep");
    if (!longNumber.test(text)) return good(value);
    return good(parseExactly(text, null, { parseNumber: numberOrDigits, onDuplicateKey: ({ newValue }) => newValue }));
  } catch {
    return bad("not-json");
  }
};
