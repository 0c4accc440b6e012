import { plural } from "../../lib/domain/wording.js";
import { type Channel, notify } from "../../lib/flows/notify.js";

/** Tells what is in the outbox; woken by new findings and by the clock, and the same for both. */
export const createHandler = (channel: Channel) => async (): Promise<void> => {
  const { failures } = await notify(channel);
  if (failures.length === 0) return;
  // Lambda logs the message of an AggregateError and not what it is made of; the first reason is most often all of it.
  const what = `${plural(failures.length, "incident")} did not arrive, and will be sent by the next sweep`;
  throw new AggregateError(failures, `${what}; ${failures[0]}`);
};
