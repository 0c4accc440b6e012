import type { CommandSource } from "../../domain/event.js";
import { bad, type Result } from "../../domain/result.js";
import { auditAccount } from "../auditd/account.js";
import { auomsEvent, isAuoms } from "../auditd/auoms.js";
import { named } from "../auditd/named.js";
import { isExec } from "../auditd/syscall.js";
import { eventOf } from "../event-of.js";
import { commandOf, lineOf, text, textOrNull } from "../field.js";
import type { Format } from "../format.js";
import { isObject, type JsonObject } from "../json.js";
import { readTime } from "../time.js";

const isId = (id: unknown): id is string => typeof id === "string" && /^\d{1,12}\.\d{1,9}:\d{1,20}$/.test(id);

/** The arguments; auoms has a line instead, with some of them in double quotes. */
const commandIn = ({ execve, line }: JsonObject, syscall: JsonObject): Result<CommandSource> => {
  if (line !== undefined) return lineOf(line, "quoted");
  if (!isObject(execve)) return bad(isExec(syscall) ? "incomplete-audit-event" : "not-a-process-start");
  if (!Array.isArray(execve.argv)) return bad("incomplete-audit-event");
  return commandOf(named(execve.argv, textOrNull(syscall.exe)));
};

/**
 * The Linux audit log: lines of auditd, joined by `coalesce`, and records of auoms, which joins them itself.
 *
 * The arguments are exact: EXECVE's `a0` ... `aN`, decoded. Account: `auid`, who logged in, through every sudo; the uid
 * where nobody did; names only with `log_format = ENRICHED`. Host: `node`, which needs `name_format = hostname`. `ppid`
 * is all it has of the parent, and no environment. `ses` is not taken for a session: it numbers logins, comes back after
 * each boot, and would stand before the session that an agent's own shell tells.
 *
 * An exec without all its EXECVE lines is "incomplete-audit-event". Lines of one event that a shipper put into different
 * records of a stream cannot be joined: ship whole files, or use Laurel, which writes each event as one record.
 *
 * The kernel must be told to log every exec: `-a exit,always -F arch=b64 -S execve,execveat`, and the same for b32.
 */
export const auditd: Format = {
  name: "auditd",
  recognises: (record) =>
    typeof record.auditd === "string" || (isObject(record.auditd) && isId(record.auditd.id)) || isAuoms(record),
  normalise(record, origin) {
    const event = isAuoms(record) ? auomsEvent(record) : record.auditd;
    if (!isObject(event)) return bad("incomplete-audit-event");
    if (event.type !== undefined) return bad("not-a-process-start");
    const { syscall, id, cwd } = event;
    if (!isObject(syscall)) return bad("incomplete-audit-event");
    if (syscall.success === "no") return bad("not-a-process-start");
    const command = commandIn(event, syscall);
    if (!command.ok) return command;
    const time = readTime(isId(id) ? id.slice(0, id.indexOf(":")) : event.time);
    if (!time.ok) return time;
    const account = auditAccount(syscall);
    if (account === null) return bad("no-user");
    const host = text(event.node);
    if (host === undefined) return bad("bad-host");
    return eventOf({
      id: isId(id) ? id : origin.contentId(),
      format: "auditd",
      time: time.value.time,
      at: time.value.at,
      host,
      account,
      cwd: textOrNull(cwd),
      binary: textOrNull(syscall.exe),
      command: command.value,
      process: { id: null, pid: textOrNull(syscall.pid), parentId: null, parentPid: textOrNull(syscall.ppid) },
    });
  },
};
