import type { Account } from "../../domain/event.js";
import { textOrNull } from "../field.js";
import type { JsonObject } from "../json.js";

/** The first uid that is a person's: 501 on macOS, 1000 on Linux; below are the system's own. */
const firstPerson = 500;
/** `nobody`, on Linux and on macOS. */
const nobody: ReadonlySet<number> = new Set([65_534, 4_294_967_294]);
/** The kernel's "never logged in", -1 as 32 bits; wider and negative spellings are around. */
const neverLoggedIn = 4_294_967_295;

const isPerson = (uid: string): boolean => Number(uid) >= firstPerson && !nobody.has(Number(uid));

const loginOf = (value: unknown): string | null => {
  const login = textOrNull(value);
  // Who logs in as root is nobody yet: it is she who root becomes.
  return login !== null && Number(login) > 0 && Number(login) < neverLoggedIn ? login : null;
};

/**
 * A joined name may be that of the uid or of the login uid: where the two differ, only root tells which. The name of
 * uid 0 is root, so another name beside it is that of her who logged in.
 */
const isNamed = (name: string, login: string | null, uid: string | null): boolean => {
  if (uid === null) return true;
  if (name === "root" && uid !== "0") return false;
  return login === null || login === uid || (uid === "0" && name !== "root");
};

/**
 * Whose process a row is.
 *
 * The login uid (`auid`) survives sudo, so it comes before the uid. A name is the row's own `username` (the actor on
 * macOS, a joined column elsewhere). Only where there is none, the logged-in user of the decorations lends hers, and
 * only to the uid of a person or to a row without any uid: on a workstation that is she. On a host of many people the
 * decoration names whoever logged in first, so there join `users`, or leave the decoration out. It is never lent to
 * root: a root process may as well be a daemon, and descent gives a child of sudo back to her.
 */
export const osqueryAccountOf = (row: JsonObject, loggedIn: string | null): Account | null => {
  const actual = textOrNull(row.uid);
  const login = loginOf(row.auid);
  const uid = login ?? actual;
  const own = textOrNull(row.username);
  if (own !== null && isNamed(own, login, actual)) return { name: own, uid };
  if (uid === null) return loggedIn === null ? null : { name: loggedIn, uid };
  return { name: isPerson(uid) && loggedIn !== "root" ? loggedIn : null, uid };
};
