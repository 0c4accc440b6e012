import type { Event, FormatName } from "../domain/event.js";
import type { Result } from "../domain/result.js";
import type { JsonObject } from "./json.js";

/** One way in which a source writes down process starts. */
export interface Format {
  readonly name: FormatName;
  /** Whether the record is of this source, be it a process start or not. Cheap: it is asked of every record. */
  recognises(record: JsonObject): boolean;
  /** The event, or the reason why there is none. `contentId` is only asked where the source gave no id. */
  normalise(record: JsonObject, contentId: () => string): Result<Event>;
}
