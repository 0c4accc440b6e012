const newline = 0x0a;
const quote = 0x22;
const backslash = 0x5c;

/** Where a JSON object ends; or where it stopped being one; or that the bytes ended first. */
export type Extent =
  | { readonly kind: "whole"; readonly end: number }
  | { readonly kind: "broken"; readonly at: number }
  | { readonly kind: "cut"; readonly at: number };

/** The index behind a string's closing quote, or -1 - index of the newline (never legal inside) or end that cut it. */
const endOfString = (bytes: Uint8Array, start: number, end: number): number => {
  for (let at = start + 1; at < end; at++) {
    const byte = bytes[at];
    if (byte === quote) return at + 1;
    if (byte === newline) return -1 - at;
    if (byte === backslash) at++;
  }
  return -1 - end;
};

/**
 * How far the JSON object that starts at `start` reaches, over as many lines as it takes.
 *
 * Only brackets, strings and separators are looked at; the JSON parser judges the rest. Two values without a separator
 * between them end the search: that is how a line that was cut off shows itself on the line after it, so that it
 * never swallows its neighbours.
 */
export const extentOf = (bytes: Uint8Array, start: number, end: number): Extent => {
  let depth = 0;
  let afterValue = false;
  for (let at = start; at < end; at++) {
    switch (bytes[at]) {
      case quote: {
        if (afterValue) return { kind: "broken", at };
        const next = endOfString(bytes, at, end);
        if (next < 0) return -1 - next < end ? { kind: "broken", at: -1 - next } : { kind: "cut", at: end };
        at = next - 1;
        afterValue = true;
        break;
      }
      case 0x7b: // {
      case 0x5b: // [
        if (afterValue) return { kind: "broken", at };
        depth++;
        break;
      case 0x7d: // }
      case 0x5d: // ]
        depth--;
        if (depth === 0) return { kind: "whole", end: at + 1 };
        afterValue = true;
        break;
      case 0x2c: // ,
      case 0x3a: // :
        afterValue = false;
        break;
      default:
        break;
    }
  }
  return { kind: "cut", at: end };
};
