import type { Event, FormatName } from "../domain/event.js";
import { bad, type Result } from "../domain/result.js";
import { formats } from "./formats/index.js";
import type { JsonObject } from "./json.js";
import { timeReasons } from "./time.js";

/** Why a record gave no event. */
export const normaliseReasons = [
  "unknown-format",
  "not-a-process-start",
  "no-command",
  "bad-command",
  "no-user",
  "bad-user",
  "bad-id",
  "bad-host",
  "bad-agent",
  "bad-session",
  "bad-cwd",
  "bad-parent",
  ...timeReasons,
] as const;

/**
 * A record's event, or the reason why there is none.
 *
 * @param only      the one format to read, or `auto`: each record is recognised for itself, so formats may be mixed
 * @param contentId a hash of the record; asked only where the source gave no id
 */
export const normalise = (record: JsonObject, only: FormatName | "auto", contentId: () => string): Result<Event> => {
  for (const format of formats) {
    if (only === "auto" ? format.recognises(record) : format.name === only) return format.normalise(record, contentId);
  }
  return bad("unknown-format");
};
