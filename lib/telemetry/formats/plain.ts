import type { Parent, ProcessRef } from "../../domain/event.js";
import { bad, good, type Result } from "../../domain/result.js";
import { accountNamed } from "../account.js";
import { eventOf } from "../event-of.js";
import { commandOf, text, textOrNull } from "../field.js";
import type { Format } from "../format.js";
import { homeOwner } from "../home.js";
import { isObject, type JsonObject } from "../json.js";
import { readTime } from "../time.js";

/** A process table, one object for each process (`ps`, psutil): it has no time, and most often no user. */
const isSnapshot = (record: JsonObject): boolean =>
  record.command === undefined && Array.isArray(record.argv) && record.pid !== undefined && record.ppid !== undefined;

/** Some agents' hooks have a `command` too, and a `time` and `user` from their shipper. */
const isCommand = (record: JsonObject): boolean =>
  record.command !== undefined &&
  (record.time !== undefined || record.user !== undefined) &&
  record.hook_event_name === undefined;

const parentOf = (value: unknown): Result<Parent | null> => {
  if (value === undefined || value === null) return good(null);
  if (!isObject(value)) return bad("bad-parent");
  const command = commandOf(value.command);
  if (command.ok) return good({ binary: null, command: command.value });
  return command.reason === "no-command" ? good(null) : bad("bad-parent");
};

const processOf = (record: JsonObject): ProcessRef | null => {
  const pid = textOrNull(record.pid);
  const parentPid = textOrNull(record.ppid);
  return pid === null && parentPid === null ? null : { id: null, pid, parentId: null, parentPid };
};

/**
 * Baseliner's own format, the simplest thing to produce: one object per command with `time`, `user` and `command`, and
 * `id`, `host`, `agent`, `session`, `cwd` and `parent.command` where they are known. A command is shell text, or an
 * argv. Shell text, and what a declared agent did, is what was asked for; an argv with nobody named is one exec.
 *
 * A process of a process table (`pid`, `ppid`, `argv`) is read too: it started when it reached us, at the latest, and
 * belongs to whose home its `cwd` lies in.
 */
export const plain: Format = {
  name: "plain",
  recognises: (record) => isCommand(record) || isSnapshot(record),
  normalise(record, origin) {
    const snapshot = isSnapshot(record);
    const command = commandOf(snapshot ? record.argv : record.command);
    if (!command.ok) return command;
    const time = readTime(record.time ?? (snapshot ? origin.arrived : undefined));
    if (!time.ok) return time;
    const user = text(record.user ?? (snapshot ? homeOwner([record.cwd]) : undefined));
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
    return eventOf({
      id: id ?? origin.contentId(),
      format: "plain",
      time: time.value.time,
      at: time.value.at,
      host,
      account: accountNamed(user),
      declaredAgent,
      session,
      cwd,
      command: command.value,
      parent: parent.value,
      process: processOf(record),
      layer: declaredAgent === null && command.value.kind === "argv" ? "exec" : "call",
    });
  },
};
