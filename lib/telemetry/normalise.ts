import type { Event, FormatName } from "../domain/event.js";
import { bad, type Result } from "../domain/result.js";
import { isCloudTrail } from "./cloudtrail.js";
import type { Format, Origin } from "./format.js";
import { formats } from "./formats/index.js";
import type { JsonObject } from "./json.js";
import { timeReasons } from "./time.js";

/** Why a record gave no event. */
export const normaliseReasons = [
  "unknown-format",
  "other-format",
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
  "incomplete-audit-event",
  ...timeReasons,
] as const;

const formatOf = (record: JsonObject): Format | undefined => formats.find(({ recognises }) => recognises(record));

/** As a record of the one format that was named; a record that it does not know may lack what it is known by. */
const normaliseAs = (format: Format | undefined, record: JsonObject, origin: Origin): Result<Event> => {
  const event = format?.normalise(record, origin) ?? bad("unknown-format");
  if (event.ok || format?.recognises(record)) return event;
  if (formatOf(record) !== undefined || isCloudTrail(record)) return bad("other-format");
  return event.reason === "not-a-process-start" ? bad("unknown-format") : event;
};

/**
 * A record's event, or the reason why there is none.
 *
 * @param only the one format to read, or `auto`: each record is recognised for itself, so formats may be mixed
 */
export const normalise = (record: JsonObject, only: FormatName | "auto", origin: Origin): Result<Event> => {
  if (only !== "auto")
    return normaliseAs(
      formats.find(({ name }) => name === only),
      record,
      origin,
    );
  const format = formatOf(record);
  if (format !== undefined) return format.normalise(record, origin);
  return bad(isCloudTrail(record) ? "not-a-process-start" : "unknown-format");
};
