import type { Event, FormatName } from "../domain/event.js";
import type { Result } from "../domain/result.js";
import type { Instant } from "../domain/units.js";
import type { JsonObject } from "./json.js";

/** What is known of a record besides what stands in it. */
export interface Origin {
  /** A name for a record that has none: the same for a second delivery, another for a real repeat. */
  contentId(): string;
  /** When the record reached us, for sources that write no time (agents' hooks); null where that is not known. */
  readonly arrived: Instant | null;
}

/** One way in which a source writes down process starts. */
export interface Format {
  readonly name: FormatName;
  /** Whether the record is of this source, be it a process start or not. Cheap: it is asked of every record. */
  recognises(record: JsonObject): boolean;
  /** The event, or the reason why there is none. */
  normalise(record: JsonObject, origin: Origin): Result<Event>;
}
