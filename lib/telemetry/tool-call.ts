import type { Event, FormatName } from "../domain/event.js";
import type { Result } from "../domain/result.js";
import { eventOf } from "./event-of.js";
import { commandOf, millisOrZero, textOrNull } from "./field.js";
import type { Origin } from "./format.js";
import { type Shipped, shippedHost, shippedPerson, shippedTime } from "./shipper.js";

/** What a record of an agent says of one call of its shell tool; nothing of it is checked yet. */
export interface ToolCall extends Shipped {
  readonly format: FormatName;
  /** Null for what a person typed into the agent. */
  readonly agent: string | null;
  /** The agent's own id of the call: the same before it, after it, in its log and in its transcript. */
  readonly id: unknown;
  readonly session: unknown;
  readonly command: unknown;
  readonly cwd?: unknown;
  readonly tookMs?: unknown;
  /** A time that comes before the shipper's. */
  readonly time?: unknown;
  /** A file that the agent keeps in the home folder of its person. */
  readonly transcript?: unknown;
}

/** The event of one tool call, from whichever of an agent's streams: all of them tell the same in other fields. */
export const eventOfCall = (call: ToolCall, origin: Origin): Result<Event> => {
  const command = commandOf(call.command);
  if (!command.ok) return command;
  const time = shippedTime(call, call.time, origin.arrived);
  if (!time.ok) return time;
  const account = shippedPerson(call, [call.transcript, call.cwd]);
  if (!account.ok) return account;
  return eventOf({
    id: textOrNull(call.id) ?? origin.contentId(),
    format: call.format,
    time: time.value.time,
    at: time.value.at,
    host: shippedHost(call),
    account: account.value,
    declaredAgent: call.agent,
    session: textOrNull(call.session),
    cwd: textOrNull(call.cwd),
    command: command.value,
    layer: "call",
    tookMs: millisOrZero(call.tookMs),
  });
};
