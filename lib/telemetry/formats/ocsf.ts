import type { Account, Parent, ProcessRef } from "../../domain/event.js";
import { bad } from "../../domain/result.js";
import { environmentOf } from "../environment.js";
import { eventOf } from "../event-of.js";
import { commandOrNull, lineOf, text, textOrNull } from "../field.js";
import type { Format } from "../format.js";
import { isObject, type JsonObject } from "../json.js";
import { aboveOf, idOf, objectAt, starterOf } from "../ocsf-lineage.js";
import { readTime } from "../time.js";

type Fidelity = "joined" | "raw-windows";

const processActivity = "1007";
const launch = "1";
const failure = "2";

const isProcessStart = (record: JsonObject): boolean =>
  textOrNull(record.class_uid) === processActivity &&
  textOrNull(record.activity_id) === launch &&
  textOrNull(record.status_id) !== failure;

const pathOf = (process: JsonObject): string | null =>
  textOrNull(objectAt(process, "file")?.path) ?? textOrNull(process.path);

const binaryOf = (process: JsonObject): string | null => pathOf(process) ?? textOrNull(process.name);

const windowsPath = /^(?:[A-Za-z]:\\|\\\\)/;

const fidelityOf = (process: JsonObject): Fidelity =>
  windowsPath.test(pathOf(process) ?? "") ? "raw-windows" : "joined";

const userIn = (value: unknown): Account | null => {
  const user = objectAt(value, "user");
  if (user === null) return null;
  const name = textOrNull(user.name);
  const uid = textOrNull(user.uid);
  const domain = textOrNull(user.domain);
  if (name === null && uid === null) return null;
  return { name: name !== null && domain !== null ? `${domain}\\${name}` : name, uid };
};

/** Local System of Windows. */
const systemSid = "S-1-5-18";
const isSystem = ({ name, uid }: Account): boolean => uid === "0" || uid === systemSid || name === "root";

/** The actor started it, so what a sudo starts is hers; but where the system starts it for somebody, it is theirs. */
const accountOf = (record: JsonObject, process: JsonObject): Account | null => {
  const actor = userIn(record.actor);
  const own = userIn(process);
  return actor === null || (isSystem(actor) && own !== null) ? own : actor;
};

const parentFrom = (process: JsonObject, fidelity: Fidelity): Parent | null => {
  const binary = binaryOf(process);
  const command = commandOrNull(lineOf(process.cmd_line, fidelity));
  return binary === null && command === null ? null : { binary, command };
};

/** The agent that acts; `process.ai_agent` is one that the new process itself runs, and says nothing of who started it. */
const agentOf = (record: JsonObject): JsonObject | null =>
  objectAt(record, "ai_agent") ?? objectAt(objectAt(record.actor, "process"), "ai_agent");

const processOf = (process: JsonObject, starter: JsonObject | null): ProcessRef => ({
  id: idOf(process),
  pid: textOrNull(process.pid),
  parentId: starter === null ? null : idOf(starter),
  parentPid: starter === null ? null : textOrNull(starter.pid),
});

/**
 * OCSF, class 1007 (Process Activity), activity 1 (Launch), of whichever product writes it.
 *
 * There is no argv, only `cmd_line`, and nothing tells how a product glued it: it is taken for `joined`. There is no login
 * uid; the account is `actor.user`, who asked for the launch (through a sudo, she who typed it), and `process.user` where
 * the system asked. What a sudo's child starts shows as root, and lineage repairs it. The parent is `parent_process`, with
 * what `actor.process` says of the same process. From 1.9 on `ai_agent` names the agent that acts, and its `instance_uid`
 * is the session; `session.uid` is a logon and stays out. `process.ai_agent` and `hosted_ai_agent_list` are the agents that
 * the new process itself runs: it was started by whoever started it.
 */
export const ocsf: Format = {
  name: "ocsf",
  recognises: (record) => /^\d{4,6}$/.test(textOrNull(record.class_uid) ?? "") && isObject(record.metadata),
  normalise(record, origin) {
    if (!isProcessStart(record)) return bad("not-a-process-start");
    const { process } = record;
    if (!isObject(process)) return bad("no-command");
    const fidelity = fidelityOf(process);
    const typed = lineOf(process.cmd_line, fidelity);
    const command = !typed.ok && typed.reason === "no-command" ? lineOf(binaryOf(process), fidelity) : typed;
    if (!command.ok) return command;
    const time = readTime(record.time ?? record.time_dt);
    if (!time.ok) return time;
    const account = accountOf(record, process);
    if (account === null) return bad("no-user");
    const host = text(objectAt(record, "device")?.hostname ?? objectAt(record, "device")?.name);
    if (host === undefined) return bad("bad-host");
    const starter = starterOf(record, process);
    const agent = agentOf(record);
    return eventOf({
      id: textOrNull(objectAt(record, "metadata")?.uid) ?? idOf(process) ?? origin.contentId(),
      format: "ocsf",
      time: time.value.time,
      at: time.value.at,
      host,
      account,
      declaredAgent: textOrNull(agent?.name),
      session: textOrNull(agent?.instance_uid),
      cwd: textOrNull(process.working_directory),
      binary: binaryOf(process),
      command: command.value,
      parent: starter === null ? null : parentFrom(starter, fidelity),
      ancestors: aboveOf(process, starter).flatMap((one) => parentFrom(one, fidelity) ?? []),
      process: processOf(process, starter),
      environment: environmentOf(process.environment_variables),
    });
  },
};
