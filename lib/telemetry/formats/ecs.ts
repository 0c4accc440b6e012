import type { CommandSource, Parent, ProcessRef } from "../../domain/event.js";
import { bad, type Result } from "../../domain/result.js";
import { ecsAccountOf } from "../ecs-account.js";
import { environmentOf } from "../environment.js";
import { eventOf } from "../event-of.js";
import { commandOf, commandOrNull, lineOf, text, textOrNull } from "../field.js";
import type { Format } from "../format.js";
import type { JsonObject } from "../json.js";
import { fieldAt } from "../nested.js";
import { sysmonEventOf } from "../sysmon-event.js";
import { readTime } from "../time.js";

/** ECS has these fields as a list; older shippers write a single text. */
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

const sensors: ReadonlySet<unknown> = new Set(["endpoint", "auditbeat"]);

const isEcs = (record: JsonObject): boolean =>
  sensors.has(fieldAt(record, "agent.type")) ||
  (listOf(fieldAt(record, "event.category")).includes("process") &&
    ["process.pid", "process.entity_id", "process.args"].some((path) => fieldAt(record, path) !== undefined));

/** Elastic Defend says `exec` or `start`, Auditbeat `process_started` (its system module) or `executed` (auditd). */
const startActions: ReadonlySet<unknown> = new Set(["exec", "start", "process_started", "executed"]);

/** Of a fork's type too is `start`, but no program was started; a failed exec started none either. */
const isProcessStart = (record: JsonObject): boolean => {
  if (!listOf(fieldAt(record, "event.category")).includes("process")) return false;
  if (fieldAt(record, "event.outcome") === "failure") return false;
  const actions = listOf(fieldAt(record, "event.action"));
  if (actions.some((action) => startActions.has(action))) return true;
  return listOf(fieldAt(record, "event.type")).includes("start") && !actions.includes("fork");
};

const windowsPath = /^(?:[A-Za-z]:\\|\\\\)/;

const isWindows = (record: JsonObject): boolean => {
  const system = fieldAt(record, "host.os.type") ?? fieldAt(record, "host.os.family");
  if (typeof system === "string") return system === "windows";
  const executable = fieldAt(record, "process.executable");
  return typeof executable === "string" && windowsPath.test(executable);
};

const isFilled = (value: unknown): boolean => Array.isArray(value) && value.length > 0;

/** The exact arguments where they are there, else the line that was glued from them. */
const commandBelow = (record: JsonObject, path: string): Result<CommandSource> => {
  const args = fieldAt(record, `${path}.args`);
  const argv = isFilled(args) ? commandOf(args) : bad("no-command");
  if (argv.ok || argv.reason !== "no-command") return argv;
  return lineOf(fieldAt(record, `${path}.command_line`), isWindows(record) ? "raw-windows" : "joined");
};

const commandOfProcess = (record: JsonObject): Result<CommandSource> => {
  const command = commandBelow(record, "process");
  if (command.ok || command.reason !== "no-command") return command;
  return lineOf(fieldAt(record, "process.executable"), isWindows(record) ? "raw-windows" : "joined");
};

const binaryAt = (record: JsonObject, path: string): string | null =>
  textOrNull(fieldAt(record, `${path}.executable`)) ?? textOrNull(fieldAt(record, `${path}.name`));

const parentOf = (record: JsonObject): Parent | null => {
  const binary = binaryAt(record, "process.parent");
  const command = commandOrNull(commandBelow(record, "process.parent"));
  return binary === null && command === null ? null : { binary, command };
};

/** The ancestry is a list of ids, the parent's first. */
const processOf = (record: JsonObject): ProcessRef => ({
  id: textOrNull(fieldAt(record, "process.entity_id")),
  pid: textOrNull(fieldAt(record, "process.pid")),
  parentId:
    textOrNull(fieldAt(record, "process.parent.entity_id")) ??
    textOrNull(listOf(fieldAt(record, "process.Ext.ancestry"))[0]),
  parentPid: textOrNull(fieldAt(record, "process.parent.pid")) ?? textOrNull(fieldAt(record, "process.ppid")),
});

/** The agent's own process was started by somebody else: only what descends from it is the agent's. */
const declaredAgentOf = (record: JsonObject): string | null => {
  const isDescendant = fieldAt(record, "process.ai_agent.is_descendant") ?? true;
  return isDescendant === true ? textOrNull(fieldAt(record, "process.ai_agent.name")) : null;
};

/**
 * Elastic Common Schema: process events of Elastic Defend and Auditbeat, nested or with dotted keys.
 *
 * `process.args` is the exact argv and comes before `command_line`, which is glued. The account is `attested_user` of the
 * entry leader, else the login user (`user.audit`, Auditbeat's auditd module), else the entry leader's user (Elastic Defend
 * on Linux), which all survive a sudo; on macOS and in Auditbeat's system module there is only `user`, a sudo child shows
 * as root and lineage repairs it. Of ancestors there are ids only.
 *
 * Elastic Defend names agents itself from 9.5 on (`process.ai_agent`); before, let `linux.advanced.capture_env_vars` have
 * `CLAUDECODE,AI_AGENT,CURSOR_AGENT,CODEX_THREAD_ID,GEMINI_CLI`. Auditbeat has no environment and no line of the parent,
 * and its system module misses what is over before it looks again: take the auditd module.
 */
export const ecs: Format = {
  name: "ecs",
  recognises: (record) => isEcs(record) && sysmonEventOf(record) === null,
  normalise(record, origin) {
    if (!isProcessStart(record)) return bad("not-a-process-start");
    const command = commandOfProcess(record);
    if (!command.ok) return command;
    const time = readTime(fieldAt(record, "@timestamp") ?? fieldAt(record, "event.created"));
    if (!time.ok) return time;
    const account = ecsAccountOf(record);
    if (account === null) return bad("no-user");
    const host = text(
      fieldAt(record, "host.name") ?? fieldAt(record, "host.hostname") ?? fieldAt(record, "agent.hostname"),
    );
    if (host === undefined) return bad("bad-host");
    const process = processOf(record);
    return eventOf({
      id: process.id ?? textOrNull(fieldAt(record, "event.id")) ?? origin.contentId(),
      format: "ecs",
      time: time.value.time,
      at: time.value.at,
      host,
      account,
      declaredAgent: declaredAgentOf(record),
      cwd: textOrNull(fieldAt(record, "process.working_directory")),
      binary: binaryAt(record, "process"),
      command: command.value,
      parent: parentOf(record),
      process,
      environment: environmentOf(fieldAt(record, "process.env_vars")),
    });
  },
};
