import { bad, good, type Result } from "../domain/result.js";
import type { Inflate } from "../ports/inflate.js";
import { extentOf } from "./extent.js";
import { isObject, type JsonObject } from "./json.js";

export type { JsonObject } from "./json.js";

/** Why bytes could not be read. */
export const decodeReasons = [
  "not-json",
  "not-an-object",
  "truncated-json",
  "invalid-utf8",
  "line-too-long",
  "too-large",
  "bad-gzip",
] as const;

/** The most one record may grow to: Kinesis carries up to 10 MiB, and a gzip bomb must not fill a Lambda. */
export const recordLimit = 16 * 1024 * 1024;

/** The most a whole file may grow to when it is unpacked in memory: just under what one buffer can hold everywhere. */
export const fileLimit = 2 ** 31 - 1;

const newline = 0x0a;
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];

const isBlank = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === 0x09 || byte === 0x0d || byte === newline;

const hasByteOrderMark = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf;

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** Gzip is undone by its magic bytes, not by a name; twice at most, as shippers pack what was packed already. */
const unpack = (bytes: Uint8Array, inflate: Inflate, limit: number): Result<Uint8Array> => {
  if (!isGzip(bytes)) return good(bytes);
  const once = inflate(bytes, limit);
  return once.ok && isGzip(once.value) ? inflate(once.value, limit) : once;
};

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

const parse = (bytes: Uint8Array, start: number, end: number): Result<unknown> => {
  let text: string;
  try {
    text = utf8.decode(bytes.subarray(start, end));
  } catch {
    return bad("invalid-utf8");
  }
  try {
    return good(JSON.parse(text));
  } catch {
    return bad("not-json");
  }
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

/**
 * Every JSON object in the bytes, and a reason for everything that is none.
 *
 * One idea reads NDJSON, a pretty-printed document, an array and objects without any separator: objects are read one
 * after the other, and the blanks, commas and array brackets between them are skipped. A line that is one object takes
 * the short way; look-ahead over several lines that leads nowhere is paid from a budget, so that reading stays linear.
 */
function* objectsIn(bytes: Uint8Array): Generator<Result<JsonObject>> {
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
        if (line.ok) {
          yield asObject(line.value);
          at = lineEnd + 1;
          continue;
        }
      }
      const extent = extentOf(bytes, at, Math.min(lookAhead > 0 ? bytes.length : lineEnd, at + recordLimit));
      if (extent.kind === "whole") {
        const value = parse(bytes, at, extent.end);
        yield value.ok ? asObject(value.value) : value;
        at = extent.end;
        if (at > lineEnd) lineEnd = at - 1; // what follows on the last line is looked at as a line of its own
        continue;
      }
      lookAhead -= Math.max(0, extent.at - lineEnd);
      yield bad(extent.at - at >= recordLimit ? "line-too-long" : extent.at >= lineEnd ? "truncated-json" : "not-json");
      at = lineEnd + 1;
    } else if (byte === openBracket && (openArrays > 0 || opensRecords(bytes, at, lineEnd))) {
      openArrays++;
      at++;
    } else if (byte === closeBracket && openArrays > 0) {
      openArrays--;
      at++;
    } else if (openArrays > 0) {
      yield bad("not-an-object");
      at = Math.max(at + 1, endOfElement(bytes, at, lineEnd));
    } else {
      const line = lineEnd - at > recordLimit ? bad("line-too-long") : parse(bytes, at, lineEnd);
      if (line.ok && Array.isArray(line.value)) for (const element of line.value) yield asObject(element);
      else yield line.ok ? asObject(line.value) : line;
      at = lineEnd + 1;
    }
  }
  if (openArrays > 0) yield bad("truncated-json");
}

/**
 * One Kinesis record or one whole file: its JSON objects in order, and a reason for each piece that is none.
 *
 * Accepted: gzip (nested once), UTF-8 with or without byte order mark, CRLF, blank lines, NDJSON, one object, an array
 * of objects, pretty-printed documents, objects glued together. One bad line never loses its neighbours, and no more
 * than one object is ever held as text, so that a file of a gigabyte works. Numbers are JavaScript's: nanoseconds of 19
 * digits lose their last three, which `readTime` knows.
 *
 * @param limit the most bytes that gzip may grow to; `recordLimit` for a stream, `fileLimit` for a file
 */
export function* decode(bytes: Uint8Array, inflate: Inflate, limit = recordLimit): Generator<Result<JsonObject>> {
  const unpacked = unpack(bytes, inflate, limit);
  if (unpacked.ok) yield* objectsIn(unpacked.value);
  else yield unpacked;
}
