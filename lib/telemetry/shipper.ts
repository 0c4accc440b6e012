import type { Account } from "../domain/event.js";
import { bad, good, type Result } from "../domain/result.js";
import type { Instant } from "../domain/units.js";
import { accountNamed, nobodyKnown } from "./account.js";
import { text, textOrNull } from "./field.js";
import { homeOwner } from "./home.js";
import { isObject, type JsonObject } from "./json.js";
import { readTime, type Time } from "./time.js";

/**
 * Agents' own records say what was run, and hardly ever when, by whom or where: that is added by the shipper, beside
 * the agent's fields or around them. These are the names that shippers use, most telling first: an address names a
 * person everywhere, a login name on one machine.
 */
export const shipperFields = {
  time: ["time", "timestamp", "@timestamp"],
  user: ["user_email", "user.email", "user", "username", "user_name", "user.name", "enduser.id"],
  userId: ["user.account_uuid", "user.account_id", "user.id", "user_id"],
  host: ["host", "hostname", "host.name", "host_name"],
  file: ["file", "filename", "path", "log.file.path"],
} as const;

/** The agent's own object, and the record around it; both are the same where the shipper added its fields beside. */
export interface Shipped {
  readonly own: JsonObject;
  readonly record: JsonObject;
}

const firstOf = ({ own, record }: Shipped, fields: readonly string[]): unknown => {
  for (const field of fields) {
    for (const value of [own[field], record[field]]) {
      if (value !== undefined && value !== null && value !== "") return value;
    }
  }
  return undefined;
};

/** Records without any time happened when they reached us, as far as that is known. */
export const shippedTime = (shipped: Shipped, exact: unknown, arrived: Instant | null): Result<Time> =>
  readTime(exact ?? firstOf(shipped, shipperFields.time) ?? arrived);

/** A name as text, or an object that has one. */
const nameIn = (value: unknown): unknown =>
  isObject(value) ? (value.email ?? value.name ?? value.hostname ?? value.id ?? value) : value;

export const shippedHost = (shipped: Shipped): string | null =>
  textOrNull(nameIn(firstOf(shipped, shipperFields.host)));

/**
 * The person: who the shipper says it is; else whose home folder the agent's files lie in, or else its work; else an
 * opaque id of the person's account with the agent's maker. Where all that is missing, nobody known: what an agent did
 * is not lost because nobody signed it.
 */
export const shippedPerson = (shipped: Shipped, paths: readonly unknown[]): Result<Account> => {
  const named = text(nameIn(firstOf(shipped, shipperFields.user)));
  if (named === undefined) return bad("bad-user");
  if (named !== null && named.trim() !== "") return good(accountNamed(named));
  const owner = homeOwner([paths[0], firstOf(shipped, shipperFields.file), ...paths.slice(1)]);
  if (owner !== null) return good({ name: owner, uid: null });
  const id = textOrNull(firstOf(shipped, shipperFields.userId));
  return good(id === null ? nobodyKnown : accountNamed(id));
};
