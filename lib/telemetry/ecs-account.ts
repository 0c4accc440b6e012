import type { Account } from "../domain/event.js";
import { textOrNull } from "./field.js";
import type { JsonObject } from "./json.js";
import { fieldAt } from "./nested.js";

const userAt = (record: JsonObject, path: string): Account | null => {
  const name = textOrNull(fieldAt(record, `${path}.name`));
  const uid = textOrNull(fieldAt(record, `${path}.id`));
  const domain = textOrNull(fieldAt(record, `${path}.domain`));
  if (name === null && uid === null) return null;
  return { name: name !== null && domain !== null ? `${domain}\\${name}` : name, uid };
};

/** Nobody logged in, or root, who is nobody yet: it is she who root becomes. */
const unsetLogin: ReadonlySet<string | null> = new Set(["4294967295", "-1", "unset", "0"]);

/** Auditbeat leaves the name out where the login uid is the uid's. */
const loginOf = (record: JsonObject): Account | null => {
  const login = userAt(record, "user.audit");
  if (login === null || unsetLogin.has(login.uid) || unsetLogin.has(login.name)) return null;
  const user = userAt(record, "user");
  return login.name === null && login.uid === user?.uid ? user : login;
};

const isRoot = ({ name, uid }: Account): boolean => uid === "0" || (uid === null && name === "root");

/** Users that a sudo leaves as they were, or that the process had before it became root. */
const startedBy = ["process.entry_leader.user", "process.entry_leader.real_user", "process.real_user", "user.Ext.real"];

/**
 * Whose process an ECS record tells of, null where it names nobody.
 *
 * Who somebody else vouches for, then who logged in, then the person whose session it is. A root at the head of a
 * session is a service manager, and tells nothing of the person below it.
 *
 * @example
 * ecsAccountOf({ user: { id: "0", name: "root", audit: { id: "1001" } } }) // => { name: null, uid: "1001" }
 * ecsAccountOf({ user: { id: "1001", name: "ada", audit: { id: "1001" } } }) // => { name: "ada", uid: "1001" }
 * ecsAccountOf({ user: { id: "1001", name: "ada", audit: { id: "0" } } }) // => { name: "ada", uid: "1001" }
 * ecsAccountOf({ user: { id: "33", audit: { id: "4294967295" } } }) // => { name: null, uid: "33" }
 */
export const ecsAccountOf = (record: JsonObject): Account | null => {
  const person = userAt(record, "process.entry_leader.attested_user") ?? loginOf(record);
  if (person !== null) return person;
  for (const path of startedBy) {
    const user = userAt(record, path);
    if (user !== null && !isRoot(user)) return user;
  }
  return userAt(record, "user") ?? userAt(record, "process.user");
};
