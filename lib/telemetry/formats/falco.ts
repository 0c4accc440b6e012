import type { Account, CommandSource, Parent, ProcessRef } from "../../domain/event.js";
import { bad, type Result } from "../../domain/result.js";
import { environmentOf } from "../environment.js";
import { variablesIn } from "../environment-text.js";
import { eventOf } from "../event-of.js";
import { commandOrNull, lineOf, mostAncestors, text } from "../field.js";
import type { Format } from "../format.js";
import { isObject, type JsonObject } from "../json.js";
import { readTime } from "../time.js";
import { falcoCall } from "./falco-call.js";
import { falcoField } from "./falco-field.js";

const execs: ReadonlySet<string> = new Set(["execve", "execveat"]);

/** What only an alert about something else prints: a file, a socket, an argument that an exec has not. */
const ofOtherCalls = /^(?:fd\.|fs\.|evt\.args?$|evt\.arg\[|evt\.arg\.(?!flags$))/;

/**
 * Whether the alert was raised by an exec. Rules are free in what they print: where the call's name is left out, a
 * command line is taken for a start unless a file, a socket or another call's argument stands beside it.
 */
const isStart = (source: unknown, fields: JsonObject): boolean => {
  if (source !== undefined && source !== "syscall" && source !== "syscalls") return false;
  const failed = (falcoField(fields, "evt.res") ?? "SUCCESS") !== "SUCCESS" || fields["evt.failed"] === true;
  if (failed) return false;
  const call = falcoField(fields, "evt.type");
  if (call !== null) return execs.has(call);
  return isLine(fields["proc.cmdline"]) && !Object.keys(fields).some((name) => ofOtherCalls.test(name));
};

const isLine = (value: unknown): boolean => value !== undefined && value !== null && value !== "" && value !== "<NA>";

/** The kernel keeps 15 bytes of a program's name, and the command line starts with them. */
const longestName = 15;

/** The command line, with the name of its program made whole from the path where the kernel cut it. */
const commandIn = (line: unknown, path: string | null): Result<CommandSource> => {
  if (!isLine(line)) return bad("no-command");
  if (typeof line !== "string" || path === null) return lineOf(line, "joined");
  const name = path.slice(path.lastIndexOf("/") + 1);
  const cut = name.slice(0, longestName);
  const isCut = name.length > longestName && (line === cut || line.startsWith(`${cut} `));
  return lineOf(isCut ? name + line.slice(longestName) : line, "joined");
};

/** The login uid survives sudo, so it comes before the uid; `user.name` is the uid's, `user.loginname` the login's. */
const accountOf = (fields: JsonObject): Account | null => {
  const name = falcoField(fields, "user.name");
  const uid = falcoField(fields, "user.uid");
  const login = falcoField(fields, "user.loginuid");
  // -1 is "never logged in"; some versions print it as 32 bits without a sign.
  // Who logs in as root is nobody yet: it is she who root becomes.
  if (login === null || login === "-1" || login === "4294967295" || login === "0")
    return (name ?? uid) ? { name, uid } : null;
  return { name: falcoField(fields, "user.loginname") ?? (login === uid ? name : null), uid: login };
};

const starterOf = (fields: JsonObject, path: string, name: string, line: string): Parent | null => {
  const binary = falcoField(fields, path) ?? falcoField(fields, name);
  const command = commandOrNull(commandIn(fields[line], binary));
  return binary === null && command === null ? null : { binary, command };
};

/** Index 1 is the parent, which has fields of its own. */
const ancestorsOf = (fields: JsonObject): readonly Parent[] => {
  const ancestors: Parent[] = [];
  for (let level = 2; level <= mostAncestors; level++) {
    const one = starterOf(fields, `proc.aexepath[${level}]`, `proc.aname[${level}]`, `proc.acmdline[${level}]`);
    if (one !== null) ancestors.push(one);
  }
  return ancestors;
};

const processOf = (fields: JsonObject): ProcessRef | null => {
  const pid = falcoField(fields, "proc.pid");
  const parentPid = falcoField(fields, "proc.ppid");
  return pid === null && parentPid === null ? null : { id: null, pid, parentId: null, parentPid };
};

/** Falco ends a folder with a slash. */
const folderOf = (folder: string | null): string | null =>
  folder === null || !folder.startsWith("/")
    ? null
    : folder.length > 1 && folder.endsWith("/")
      ? folder.slice(0, -1)
      : folder;

const oneVariable = /^proc\.env\[(\w+)\]$/;

/** The whole of `proc.env`, or only what a rule asked for: `proc.env[CLAUDECODE]`. */
const environmentIn = (fields: JsonObject): Readonly<Record<string, string>> =>
  environmentOf([
    ...variablesIn(fields["proc.env"]),
    ...Object.keys(fields).flatMap((field) => {
      const name = oneVariable.exec(field)?.[1];
      const value = name === undefined ? null : falcoField(fields, field);
      return value === null ? [] : [`${name}=${value}`];
    }),
  ]);

const nanosPerMilli = 1_000_000;

/** 19 digits are more than a JSON number holds: `evt.time` is right to the millisecond, and only asked where `time` lacks. */
const timeIn = (record: JsonObject, fields: JsonObject): unknown => {
  const event = fields["evt.time.iso8601"] ?? fields["evt.time"];
  return record.time ?? (typeof event === "number" ? Math.trunc(event / nanosPerMilli) : event);
};

/**
 * Falco's alerts as JSON, as they are or through falcosidekick (`hostname`, `uuid`). Only alerts about an exec are
 * process starts: in an alert about an open file or a connection, `proc.cmdline` is that of the running process.
 * Alerts of the coding-agent plugin are tool calls (`falco-call.ts`).
 *
 * - `proc.cmdline` is the kernel's name of the program (15 bytes) and its arguments, joined by blanks and cut at 4 KiB:
 *   argv[0] is not in it, and borders between arguments cannot be trusted. A cut name is made whole from
 *   `proc.exepath`.
 * - `time` is exact to the nanosecond. There is no id but falcosidekick's `uuid`.
 * - `user.loginuid` is who logged in. `proc.pname` and `proc.aname[n]` are names only.
 *
 * Falco is a stream of alerts, not a log of execs: write one rule for every `spawned_process`, and let `append_output`
 * add `proc.pid`, `proc.ppid`, `proc.pcmdline`, `proc.acmdline[2]`, `proc.acmdline[3]`, `proc.exepath`, `proc.cwd`,
 * `user.uid`, `user.loginuid`, `user.loginname` and `evt.type`. The default rules print neither pid nor folder, and
 * then nothing deeper than an agent's own shell can be told to be an agent's.
 */
export const falco: Format = {
  name: "falco",
  recognises: (record) =>
    typeof record.rule === "string" &&
    typeof record.priority === "string" &&
    (isObject(record.output_fields) || typeof record.output === "string"),
  normalise(record, origin) {
    const fields = record.output_fields;
    if (!isObject(fields)) return bad("not-a-process-start");
    if (record.source === "coding_agent") return falcoCall(record, fields, origin);
    if (!isStart(record.source, fields)) return bad("not-a-process-start");
    const binary = falcoField(fields, "proc.exepath");
    const command = commandIn(fields["proc.cmdline"], binary);
    if (!command.ok) return command;
    const time = readTime(timeIn(record, fields));
    if (!time.ok) return time;
    const account = accountOf(fields);
    if (account === null) return bad("no-user");
    const host = text(record.hostname);
    if (host === undefined) return bad("bad-host");
    return eventOf({
      id: text(record.uuid) ?? origin.contentId(),
      format: "falco",
      time: time.value.time,
      at: time.value.at,
      host,
      account,
      cwd: folderOf(falcoField(fields, "proc.cwd")),
      binary: binary ?? falcoField(fields, "proc.name"),
      command: command.value,
      parent: starterOf(fields, "proc.pexepath", "proc.pname", "proc.pcmdline"),
      ancestors: ancestorsOf(fields),
      process: processOf(fields),
      environment: environmentIn(fields),
    });
  },
};
