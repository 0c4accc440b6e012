import { bad, good, type Result } from "../domain/result.js";
import { extentOf } from "./extent.js";
import { isObject, type JsonObject } from "./json.js";
import { recordInLine } from "./lines.js";
import { textIn, valueIn } from "./parse.js";

/** The most one record may grow to: Kinesis carries up to 10 MiB, and a gzip bomb must not fill a Lambda. */
export const recordLimit = 16 * 1024 * 1024;

const newline = 0x0a;
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];

const isBlank = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === 0x09 || byte === 0x0d || byte === newline;

const hasByteOrderMark = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf;

const parse = (bytes: Uint8Array, start: number, end: number): Result<unknown> => {
  const text = textIn(bytes, start, end);
  return text.ok ? valueIn(text.value) : text;
};

const asObject = (value: unknown): Result<JsonObject> => (isObject(value) ? good(value) : bad("not-an-object"));

/** The end of a line, blanks before the newline left off. */
const trimmedEnd = (bytes: Uint8Array, start: number, end: number): number => {
  let at = end;
  while (at > start && isBlank(bytes[at - 1])) at--;
  return at;
};

/** A log line may start with `[` too; an array of records goes on with one of these. */
const opensRecords = (bytes: Uint8Array, at: number, lineEnd: number): boolean => {
  let next = at + 1;
  while (next < lineEnd && isBlank(bytes[next])) next++;
  const byte = bytes[next];
  return next >= lineEnd || byte === openBrace || byte === openBracket || byte === closeBracket;
};

const endOfElement = (bytes: Uint8Array, start: number, end: number): number => {
  let at = start;
  while (at < end && bytes[at] !== 0x2c && bytes[at] !== closeBracket) at++;
  return at;
};

/** An object, or why there is none, and the byte at which it begins. */
export interface Scanned {
  readonly object: Result<JsonObject>;
  readonly at: number;
}

/** A line that does not start as an object: an array, a line that sensors write as text, or nothing of ours. */
function* objectsOnLine(bytes: Uint8Array, start: number, end: number): Generator<Result<JsonObject>> {
  const text = end - start > recordLimit ? bad("line-too-long") : textIn(bytes, start, end);
  if (!text.ok) return yield text;
  const record = recordInLine(text.value.trimEnd());
  if (record !== null) return yield good(record);
  const value = valueIn(text.value);
  if (value.ok && Array.isArray(value.value)) for (const element of value.value) yield asObject(element);
  else yield value.ok ? asObject(value.value) : value;
}

/**
 * Every JSON object in the bytes, and a reason for everything that is none. One bad line never loses its neighbours.
 *
 * One idea reads NDJSON, a pretty-printed document, an array and objects without any separator: objects are read one
 * after the other, and the blanks, commas and array brackets between them are skipped. A line that is one object takes
 * the short way; look-ahead over several lines that leads nowhere is paid from a budget, so that reading stays linear.
 */
export function* objectsIn(bytes: Uint8Array): Generator<Scanned> {
  let at = 0;
  let lineEnd = -1;
  let openArrays = 0;
  let lookAhead = bytes.length;
  while (at < bytes.length) {
    const byte = bytes[at];
    if (isBlank(byte) || byte === 0x2c) {
      at++;
      continue;
    }
    if (hasByteOrderMark(bytes, at)) {
      at += 3;
      continue;
    }
    const startsLine = at > lineEnd;
    if (startsLine) {
      const next = bytes.indexOf(newline, at);
      lineEnd = next === -1 ? bytes.length : next;
    }
    if (byte === openBrace) {
      const end = startsLine ? trimmedEnd(bytes, at, lineEnd) : 0;
      if (startsLine && bytes[end - 1] === closeBrace && end - at <= recordLimit) {
        const line = parse(bytes, at, end);
        if (line.ok || line.reason === "too-deep") {
          yield { object: line.ok ? asObject(line.value) : line, at };
          at = lineEnd + 1;
          continue;
        }
      }
      const extent = extentOf(bytes, at, Math.min(lookAhead > 0 ? bytes.length : lineEnd, at + recordLimit));
      if (extent.kind === "whole") {
        const value = parse(bytes, at, extent.end);
        yield { object: value.ok ? asObject(value.value) : value, at };
        at = extent.end;
        if (at > lineEnd) lineEnd = at - 1; // what follows on the last line is looked at as a line of its own
        continue;
      }
      lookAhead -= Math.max(0, extent.at - lineEnd);
      const isTooLong = extent.at - at >= recordLimit;
      yield { object: bad(isTooLong ? "line-too-long" : extent.at >= lineEnd ? "truncated-json" : "not-json"), at };
      at = lineEnd + 1;
    } else if (byte === openBracket && (openArrays > 0 || opensRecords(bytes, at, lineEnd))) {
      openArrays++;
      at++;
    } else if (byte === closeBracket && openArrays > 0) {
      openArrays--;
      at++;
    } else if (openArrays > 0) {
      yield { object: bad("not-an-object"), at };
      at = Math.max(at + 1, endOfElement(bytes, at, lineEnd));
    } else {
      for (const object of objectsOnLine(bytes, at, lineEnd)) yield { object, at };
      at = lineEnd + 1;
    }
  }
  if (openArrays > 0) yield { object: bad("truncated-json"), at };
}
