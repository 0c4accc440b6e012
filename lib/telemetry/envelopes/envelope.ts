import { bad, good, type Result } from "../../domain/result.js";
import type { Instant } from "../../domain/units.js";
import { isObject, type JsonObject } from "../json.js";
import { readTime } from "../time.js";

/** One thing that stood in an envelope: an object as it is, or bytes that are read as any others. */
export interface Enclosed {
  readonly inside: Result<JsonObject | Uint8Array>;
  /** When it arrived, as the envelope says; null where it does not say, and then what is around it counts. */
  readonly arrived: Instant | null;
}

/** One way in which a carrier wraps what it carries. It knows nothing of what is inside. */
export interface Envelope {
  /** Cheap: it is asked of every record. */
  recognises(record: JsonObject): boolean;
  /** What stands in it, in order; one reason for each thing that cannot be taken out. */
  open(record: JsonObject): Iterable<Enclosed>;
}

const utf8 = new TextEncoder();

export const bytesOf = (text: string): Uint8Array => utf8.encode(text);

export const instantOrNull = (value: unknown): Instant | null => {
  const time = readTime(value);
  return time.ok ? time.value.at : null;
};

/** The objects of a list; a list that is missing is empty. */
export function* objectsOf(list: unknown): Generator<Result<JsonObject>> {
  if (list === undefined || list === null) return;
  for (const element of Array.isArray(list) ? list : [list])
    yield isObject(element) && element !== list ? good(element) : bad("not-an-object");
}
