import { parse as parsePointing } from "lossless-json";

/** What a configuration's text says; or where it stops being JSON, and what to try there. */
export type ConfigText =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly where: string; readonly hint: string };

/**
 * Reads the JSON of a configuration, with or without a byte order mark.
 *
 * The language's own parser decides; where it refuses, its words differ between versions and often name no place, so a
 * second parser is asked for that.
 *
 * @example
 * parseConfig('{ "policy": {} }') // => { ok: true, value: { policy: {} } }
 * parseConfig('{\n  "policy": {},\n}') // => { ok: false, where: "line 3, column 1", hint: "take out the comma before it" }
 */
export function parseConfig(written: string): ConfigText {
  const text = written.replace(/^\ufeff/, "");
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    const at = placeOfMistake(text);
    return { ok: false, where: lineAndColumn(text, at), hint: hintAt(text, at) };
  }
}

function placeOfMistake(text: string): number {
  try {
    parsePointing(text, null, { onDuplicateKey: ({ newValue }) => newValue });
    return 0;
  } catch (mistake) {
    const place = /at position (\d+)$/.exec((mistake as Error).message);
    return Math.min(Number(place?.[1] ?? 0), text.length);
  }
}

function lineAndColumn(text: string, at: number): string {
  const lines = text.slice(0, at).split("\n");
  return `line ${lines.length}, column ${(lines.at(-1) ?? "").length + 1}`;
}

/** The mistakes that people make in JSON, each known by what stands where the parser stopped. */
const hints: readonly (readonly [stopsAt: RegExp, hint: string])[] = [
  [/^\s*$/, "the file ends too early: close every bracket and quote"],
  [/^[\r\n]/, "close the quote before the end of the line"],
  [/^(?:\/[/*]|#)/, "take out the comment: JSON has none"],
  [/^'/, "write \" instead of '"],
  [/^["{[]/, "put a comma before it"],
  [/^[\w$]/, "put names and texts in double quotes; true, false and null are written without"],
];

function hintAt(text: string, at: number): string {
  const rest = text.slice(at);
  if (/^[}\],]/.test(rest) && /,\s*$/.test(text.slice(0, at))) return "take out the comma before it";
  return hints.find(([stopsAt]) => stopsAt.test(rest))?.[1] ?? "check it with a JSON editor";
}
