import type { Account } from "../domain/event.js";

/**
 * The account of a user as people spell one. Digits alone are a uid: no system allows a login name of digits only.
 *
 * @example
 * accountNamed("ada") // => { name: "ada", uid: null }
 * accountNamed("1000") // => { name: null, uid: "1000" }
 */
export const accountNamed = (user: string): Account =>
  /^\d{1,10}$/.test(user) ? { name: null, uid: user } : { name: user, uid: null };

/** The account of what an agent did for somebody whom its records do not name. */
export const nobodyKnown: Account = { name: null, uid: null };
