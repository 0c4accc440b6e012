import type { Account, CommandSource, Parent, ProcessRef } from "../../domain/event.js";
import { bad, type Result } from "../../domain/result.js";
import { environmentOf } from "../environment.js";
import { variablesIn } from "../environment-text.js";
import { eventOf } from "../event-of.js";
import { commandOf, commandOrNull, lineOf, text, textOrNull } from "../field.js";
import type { Format } from "../format.js";
import { isObject, type JsonObject } from "../json.js";
import { readTime } from "../time.js";
import { osqueryAccountOf } from "./osquery-account.js";

/** `process_events`, `bpf_process_events` and `es_process_events`, whatever pack a query's name puts around them. */
const processTable = /process_events/;

/** Columns of other tables that a query may have joined to a command line: sockets, files, running processes. */
const otherTables = ["remote_address", "target_path", "start_time", "action", "datetime"] as const;

/** A query may have any name; then a row with a command line, a process and a time of its own is one of these tables. */
const isProcessRow = (name: unknown, row: JsonObject): boolean =>
  (typeof name === "string" && processTable.test(name)) ||
  (row.cmdline !== undefined &&
    row.pid !== undefined &&
    (row.time !== undefined || row.ntime !== undefined) &&
    otherTables.every((column) => row[column] === undefined));

const execs: ReadonlySet<string> = new Set(["exec", "execve", "execveat"]);

/** eBPF reports the exec that failed too: a shell tries each folder of its PATH. */
const hasFailed = (row: JsonObject): boolean => row.ntime !== undefined && (textOrNull(row.exit_code) ?? "0") !== "0";

/** Forks and exits are in these tables as well; which kind a row is, a query may have left out. */
const isExec = (row: JsonObject): boolean =>
  execs.has(textOrNull(row.event_type) ?? "exec") && execs.has(textOrNull(row.syscall) ?? "exec") && !hasFailed(row);

/** `json_cmdline` (eBPF, hidden unless selected) is the argv itself. */
const commandIn = (row: JsonObject): Result<CommandSource> => {
  const exact = commandOf(argvIn(row.json_cmdline));
  if (exact.ok && exact.value.kind === "argv") return exact;
  const line = lineOf(row.cmdline, "joined");
  return !line.ok && line.reason === "no-command" ? lineOf(row.path, "joined") : line;
};

const argvIn = (json: unknown): unknown => {
  if (typeof json !== "string" || json[0] !== "[") return undefined;
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
};

/** -1 is a pid that could not be found out; deployments also put a name here. */
const pidOf = (value: unknown): string | null => {
  const pid = textOrNull(value);
  return pid !== null && /^\d{1,10}$/.test(pid) ? pid : null;
};

const idOf = (pid: string | null, version: unknown): string | null => {
  const counted = pidOf(version);
  return pid === null || counted === null ? null : `${pid}:${counted}`;
};

/** launchd adopts orphans: `original_parent` is who started one, but its version is not told. */
const processOf = (row: JsonObject): ProcessRef => {
  const pid = pidOf(row.pid);
  const parentPid = pidOf(row.parent);
  const starter = pidOf(row.original_parent);
  const isAdopted = parentPid === "1" && starter !== null && starter !== "1";
  return {
    id: idOf(pid, row.pidversion),
    pid,
    parentId: isAdopted ? null : idOf(parentPid, row.parent_pidversion),
    parentPid: isAdopted ? starter : parentPid,
  };
};

const parentOf = (row: JsonObject): Parent | null => {
  const binary = textOrNull(row.parent_path) ?? textOrNull(row.parent_name);
  const command = commandOrNull(lineOf(row.parent_cmdline, "joined"));
  return binary === null && command === null ? null : { binary, command };
};

/** `--decorations_top_level` writes the decorations beside the query's name. */
const loggedInTo = (record: JsonObject): string | null =>
  textOrNull(isObject(record.decorations) ? record.decorations.username : record.username);

const holdsRows = (record: JsonObject): boolean =>
  record.columns !== undefined || record.diffResults !== undefined || record.snapshot !== undefined;
const isStatus = (record: JsonObject): boolean =>
  record.log_type === "status" || (record.severity !== undefined && record.filename !== undefined);

/**
 * osquery's result log: `process_events` (Linux audit, OpenBSM), `bpf_process_events`, `es_process_events` (macOS).
 *
 * One row is one record; `recordsIn` takes batches and snapshots apart before. Rows of other tables, `removed` rows,
 * forks, exits, failed execs and status logs start no process. All values may be strings or numbers (`numerics`).
 *
 * - `columns.time`, in seconds, is when it ran. Where the query left it out (eBPF hides it, and its `ntime` counts from
 *   boot), `unixTime` is when the query ran: up to one interval later, and the same for all rows of it.
 * - `cmdline` is the argv joined by blanks, so a border between arguments cannot be trusted. eBPF puts single quotes
 *   around an argument with a blank and leaves those inside as they are, which tells no more. Only eBPF's
 *   `json_cmdline` is exact.
 * - `pid` and `parent` are pids; `pidversion` (macOS) makes an id of them. An exec in place keeps both, and its image
 *   before is not told. `env` is empty on Linux and filled on macOS.
 * - There is no id but `eid`, which only counts up on its host, and only if selected.
 *
 * Set the sensor to select `time`, `auid`, `cwd` and `parent`, `env` and the pid versions on macOS, and to LEFT JOIN
 * `users` on `auid` as `username` and `processes` on `parent` as `parent_cmdline`, `parent_path` or `parent_name`. A
 * parent that ended before the query ran has none of these. eBPF and macOS have no `auid`: a child of sudo is root
 * there, until its descent is known.
 */
export const osquery: Format = {
  name: "osquery",
  recognises: (record) => record.hostIdentifier !== undefined && (holdsRows(record) || isStatus(record)),
  normalise(record, origin) {
    const row = record.columns;
    if (!isObject(row) || record.action === "removed" || isStatus(record)) return bad("not-a-process-start");
    if (!isProcessRow(record.name, row) || !isExec(row)) return bad("not-a-process-start");
    const command = commandIn(row);
    if (!command.ok) return command;
    const time = readTime(textOrNull(row.time) ?? record.unixTime);
    if (!time.ok) return time;
    const account: Account | null = osqueryAccountOf(row, loggedInTo(record));
    if (account === null) return bad("no-user");
    const host = text(record.hostIdentifier);
    if (host === undefined) return bad("bad-host");
    const counted = textOrNull(row.eid);
    return eventOf({
      id: counted === null ? origin.contentId() : `${counted}@${host ?? ""}@${time.value.time}`,
      format: "osquery",
      time: time.value.time,
      at: time.value.at,
      host,
      account,
      cwd: textOrNull(row.cwd),
      binary: textOrNull(row.path),
      command: command.value,
      parent: parentOf(row),
      process: processOf(row),
      environment: environmentOf(variablesIn(row.env)),
    });
  },
};
