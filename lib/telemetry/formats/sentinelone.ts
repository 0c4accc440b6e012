import type { Account, CommandSource, Parent } from "../../domain/event.js";
import { bad, type Result } from "../../domain/result.js";
import { eventOf } from "../event-of.js";
import { commandOrNull, lineOf, text, textOrNull } from "../field.js";
import type { Format } from "../format.js";
import type { JsonObject } from "../json.js";
import { readTime } from "../time.js";

type Fidelity = "joined" | "raw-windows";

const fidelityOf = (record: JsonObject): Fidelity => {
  const system = record["endpoint.os"];
  if (typeof system === "string") return system.toLowerCase() === "windows" ? "raw-windows" : "joined";
  const path = record["tgt.process.image.path"];
  return typeof path === "string" && !path.startsWith("/") ? "raw-windows" : "joined";
};

/** On Linux the agent writes a blank before the first argument. */
const commandIn = (line: unknown, fidelity: Fidelity): Result<CommandSource> =>
  lineOf(typeof line === "string" ? line.trimStart() : line, fidelity);

const isKnown = ({ name, uid }: Account): boolean => name !== null || uid !== null;
const isRoot = ({ name, uid }: Account): boolean => name === "root" || uid === "0";

/** The user of a process: one field on Windows and macOS; on Linux the real one, which a program with setuid keeps. */
const userOf = (record: JsonObject, process: "src.process" | "tgt.process"): Account => {
  const user = { name: textOrNull(record[`${process}.user`]), uid: null };
  const real = { name: textOrNull(record[`${process}.rUserName`]), uid: textOrNull(record[`${process}.rUserUid`]) };
  const effective = {
    name: textOrNull(record[`${process}.eUserName`]),
    uid: textOrNull(record[`${process}.eUserUid`]),
  };
  return [user, real].find(isKnown) ?? effective;
};

/** A root process that a person's process started (sudo, su) is still hers. */
const accountOf = (record: JsonObject): Account => {
  const own = userOf(record, "tgt.process");
  const starter = userOf(record, "src.process");
  return isKnown(starter) && (!isKnown(own) || isRoot(own)) ? starter : own;
};

const parentAt = (
  record: JsonObject,
  process: "src.process" | "src.process.parent",
  fidelity: Fidelity,
): Parent | null => {
  const binary = textOrNull(record[`${process}.image.path`]) ?? textOrNull(record[`${process}.name`]);
  const command = commandOrNull(commandIn(record[`${process}.cmdline`], fidelity));
  return binary === null && command === null ? null : { binary, command };
};

/**
 * SentinelOne Cloud Funnel, rows of the type "Process Creation": the child is `tgt.process`, its parent `src.process`, and
 * `src.process.parent` the one above, each with its command line.
 *
 * `cmdline` is what Windows splits, or on macOS and Linux the arguments joined by blanks, without quotes. Account:
 * `user` or the real user; there is no login uid: what runs below a sudo's child shows as root, and only descent tells
 * whose it is. `uid` is the sensor's own id of a process. No working folder, no environment. macOS rows may lack the
 * parent. On Windows `osSrc.process` is a broker that started it on behalf of the parent; it is not read.
 */
export const sentinelone: Format = {
  name: "sentinelone",
  recognises: (record) =>
    typeof record["event.type"] === "string" &&
    (record["agent.uuid"] !== undefined || record["dataSource.name"] === "SentinelOne"),
  normalise(record, origin) {
    if (record["event.type"] !== "Process Creation") return bad("not-a-process-start");
    const fidelity = fidelityOf(record);
    const path = textOrNull(record["tgt.process.image.path"]) ?? textOrNull(record["tgt.process.name"]);
    const typed = commandIn(record["tgt.process.cmdline"], fidelity);
    const command = !typed.ok && typed.reason === "no-command" ? lineOf(path, fidelity) : typed;
    if (!command.ok) return command;
    const time = readTime(record["event.time"] ?? record["tgt.process.startTime"] ?? record.timestamp);
    if (!time.ok) return time;
    const account = accountOf(record);
    if (!isKnown(account)) return bad("no-user");
    const host = text(record["endpoint.name"] ?? record["agent.uuid"]);
    if (host === undefined) return bad("bad-host");
    const above = parentAt(record, "src.process.parent", fidelity);
    return eventOf({
      id: textOrNull(record["event.id"]) ?? origin.contentId(),
      format: "sentinelone",
      time: time.value.time,
      at: time.value.at,
      host,
      account,
      binary: path,
      command: command.value,
      parent: parentAt(record, "src.process", fidelity),
      ancestors: above === null ? [] : [above],
      process: {
        id: textOrNull(record["tgt.process.uid"]),
        pid: textOrNull(record["tgt.process.pid"]),
        parentId: textOrNull(record["src.process.uid"]),
        parentPid: textOrNull(record["src.process.pid"]),
      },
    });
  },
};
