import type { Config } from "../../config.js";
import { people } from "../../sample/people.js";
import { postgres, redis } from "../../sample/tree/users.js";

/** The names behind the uids of the invented company's hosts, as every deployment knows them of its own. */
export const accountNames: Readonly<Record<string, string>> = Object.fromEntries(
  [...people, postgres, redis].map(({ uid, name }) => [`uid:${uid}`, name]),
);

/** A configuration with nothing but these names added. */
export const withNames = (config: Config): Config => ({
  ...config,
  identities: { ...config.identities, aliases: new Map(Object.entries(accountNames)) },
});
