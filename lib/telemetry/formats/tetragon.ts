import type { Account, CommandSource, Parent, ProcessRef } from "../../domain/event.js";
import { bad, type Result } from "../../domain/result.js";
import { environmentOf } from "../environment.js";
import { eventOf } from "../event-of.js";
import { commandOrNull, lineOf, mostAncestors, text, textOrNull } from "../field.js";
import type { Format } from "../format.js";
import { isObject, type JsonObject } from "../json.js";
import { readTime } from "../time.js";

/** The kernel's "never logged in": -1 as 32 bits. */
const unsetLogin = "4294967295";
/** Who logs in as root is nobody yet: it is she who root becomes. */
const rootLogin = "0";

const otherEvents = [
  "process_exit",
  "process_kprobe",
  "process_tracepoint",
  "process_uprobe",
  "process_lsm",
  "process_loader",
  "process_throttle",
  "rate_limit_info",
] as const;

/**
 * The login uid survives sudo, so it comes before the uid; the user's name belongs to the uid and is only hers where
 * the two are the same.
 */
const accountOf = (process: JsonObject): Account | null => {
  const uid = textOrNull(process.uid);
  const login = textOrNull(process.auid);
  if (login !== null && login !== unsetLogin && login !== rootLogin && login !== uid) return { name: null, uid: login };
  const name = isObject(process.user) ? textOrNull(process.user.name) : null;
  return name === null && uid === null ? null : { name, uid };
};

/**
 * Binary and arguments as one line. Tetragon leaves argv[0] out, and where the kernel put the path of a script there
 * instead (`#!`), the path stands in both fields; it is written once.
 */
const commandOf = (process: JsonObject): Result<CommandSource> => {
  const binary = text(process.binary);
  const args = process.arguments ?? "";
  if (binary === undefined || typeof args !== "string") return bad("bad-command");
  if (binary === null) return bad("no-command");
  const program = binary.includes(" ") ? `"${binary}"` : binary;
  if (args === "") return lineOf(program, "quoted");
  return lineOf(args.startsWith(`${program} `) ? args : `${program} ${args}`, "quoted");
};

const parentOf = (value: unknown): Parent | null => {
  if (!isObject(value)) return null;
  const binary = textOrNull(value.binary);
  return binary === null ? null : { binary, command: commandOrNull(commandOf(value)) };
};

const processOf = (process: JsonObject, parent: unknown): ProcessRef => ({
  id: textOrNull(process.exec_id),
  pid: textOrNull(process.pid),
  parentId: textOrNull(process.parent_exec_id),
  parentPid: isObject(parent) ? textOrNull(parent.pid) : null,
});

/** `--enable-ancestors`: those above the parent, from near to far. */
const ancestorsOf = (value: unknown): readonly Parent[] =>
  (Array.isArray(value) ? value.slice(0, mostAncestors) : []).flatMap((one) => parentOf(one) ?? []);

/** Cilium Tetragon, `process_exec` of its JSON export: on every exec, with the whole parent. */
export const tetragon: Format = {
  name: "tetragon",
  recognises: (record) => isObject(record.process_exec) || otherEvents.some((name) => isObject(record[name])),
  normalise(record, origin) {
    if (!isObject(record.process_exec)) return bad("not-a-process-start");
    const { process, parent, ancestors } = record.process_exec;
    if (!isObject(process)) return bad("no-command");
    const command = commandOf(process);
    if (!command.ok) return command;
    const time = readTime(record.time ?? process.start_time);
    if (!time.ok) return time;
    const account = accountOf(process);
    if (account === null) return bad("no-user");
    const host = text(record.node_name);
    if (host === undefined) return bad("bad-host");
    return eventOf({
      id: textOrNull(process.exec_id) ?? origin.contentId(),
      format: "tetragon",
      time: time.value.time,
      at: time.value.at,
      host,
      account,
      cwd: textOrNull(process.cwd),
      binary: textOrNull(process.binary),
      command: command.value,
      parent: parentOf(parent),
      ancestors: ancestorsOf(ancestors),
      process: processOf(process, parent),
      environment: environmentOf(process.environment_variables),
    });
  },
};
