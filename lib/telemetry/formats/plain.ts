import type { Account, Parent } from "../../domain/event.js";
import { bad, good, type Result } from "../../domain/result.js";
import { commandOf, text } from "../field.js";
import type { Format } from "../format.js";
import { isObject } from "../json.js";
import { readTime } from "../time.js";

/** Digits alone are a uid: no system allows a login name of digits only. */
const accountOf = (user: string): Account =>
  /^\d{1,10}$/.test(user) ? { name: null, uid: user } : { name: user, uid: null };

const parentOf = (value: unknown): Result<Parent | null> => {
  if (value === undefined || value === null) return good(null);
  if (!isObject(value)) return bad("bad-parent");
  const command = commandOf(value.command);
  if (command.ok) return good({ binary: null, command: command.value });
  return command.reason === "no-command" ? good(null) : bad("bad-parent");
};

/**
 * Baseliner's own format, the simplest thing to produce: one object per command with `time`, `user` and `command`, and
 * `id`, `host`, `agent`, `session`, `cwd` and `parent.command` where they are known. A command is shell text, or an
 * argv.
 */
export const plain: Format = {
  name: "plain",
  recognises: (record) => record.command !== undefined && (record.time !== undefined || record.user !== undefined),
  normalise(record, contentId) {
    const command = commandOf(record.command);
    if (!command.ok) return command;
    const time = readTime(record.time);
    if (!time.ok) return time;
    const user = text(record.user);
    if (user === undefined) return bad("bad-user");
    if (user === null || user.trim() === "") return bad("no-user");
    const parent = parentOf(record.parent);
    if (!parent.ok) return parent;
    const id = text(record.id);
    const host = text(record.host);
    const declaredAgent = text(record.agent);
    const session = text(record.session);
    const cwd = text(record.cwd);
    if (id === undefined) return bad("bad-id");
    if (host === undefined) return bad("bad-host");
    if (declaredAgent === undefined) return bad("bad-agent");
    if (session === undefined) return bad("bad-session");
    if (cwd === undefined) return bad("bad-cwd");
    return good({
      id: id ?? contentId(),
      format: "plain",
      time: time.value.time,
      at: time.value.at,
      host,
      account: accountOf(user),
      declaredAgent,
      session,
      cwd,
      binary: null,
      command: command.value,
      parent: parent.value,
    });
  },
};
