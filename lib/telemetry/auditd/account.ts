import type { Account } from "../../domain/event.js";
import { textOrNull } from "../field.js";
import type { JsonObject } from "../json.js";

/** "Never logged in": -1, as 32 bits, as a number with a sign, or as auditd and Laurel spell it. */
const nobody: ReadonlySet<string> = new Set(["4294967295", "-1", "unset"]);

const known = (value: unknown): string | null => {
  const text = textOrNull(value);
  return text === null || nobody.has(text) || /^unknown\(/.test(text) ? null : text;
};

/**
 * Whose account a system call ran under: who logged in, through every sudo; where nobody did, the user it ran as. A name
 * (in capitals) is only hers where it stands for the number that is taken.
 *
 * @example
 * auditAccount({ auid: "1001", uid: "0", AUID: "ada", UID: "root" }) // => { name: "ada", uid: "1001" }
 * auditAccount({ auid: 4294967295, uid: 33, UID: "www-data" }) // => { name: "www-data", uid: "33" }
 * auditAccount({ auid: 0, uid: 1001, AUID: "root", UID: "ada" }) // => { name: "ada", uid: "1001" }
 * auditAccount({ auid: "unset" }) // => null
 */
export const auditAccount = ({ auid, uid, AUID, UID }: JsonObject): Account | null => {
  const login = { name: known(AUID), uid: known(auid) };
  const own = { name: known(UID), uid: known(uid) };
  const isOwn = own.uid !== null || own.name !== null;
  // Who logs in as root is nobody yet: it is she who root becomes.
  if (login.uid !== null || login.name !== null) return login.uid === "0" && isOwn ? own : login;
  return isOwn ? own : null;
};
