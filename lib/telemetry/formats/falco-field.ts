import { textOrNull } from "../field.js";
import type { JsonObject } from "../json.js";

/**
 * A field of an alert: what could not be found out is null, or `<NA>` in older versions.
 *
 * @example
 * falcoField({ "user.uid": 1000 }, "user.uid") // => "1000"
 * falcoField({ "user.name": "<NA>" }, "user.name") // => null
 */
export const falcoField = (fields: JsonObject, name: string): string | null => {
  const value = textOrNull(fields[name]);
  return value === "<NA>" ? null : value;
};
