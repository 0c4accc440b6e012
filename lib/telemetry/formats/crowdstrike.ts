import type { Account, CommandSource, Parent, ProcessRef } from "../../domain/event.js";
import { bad, type Result } from "../../domain/result.js";
import { environmentOf } from "../environment.js";
import { eventOf } from "../event-of.js";
import { lineOf, text, textOrNull } from "../field.js";
import type { Format } from "../format.js";
import { isObject, type JsonObject } from "../json.js";
import { readTime, type Time } from "../time.js";

/** Shippers put the record into `event`, and lift some of its fields out of it. */
const isWrapped = ({ event }: JsonObject): boolean => isObject(event) && typeof event.event_simpleName === "string";

/** Unique ids are 64 bits in decimal digits; 0 is none. */
const uniqueId = (value: unknown): string | null => {
  const id = textOrNull(value);
  return id === "0" ? null : id;
};

const fidelityOf = ({ event_platform, ImageFileName }: JsonObject): "joined" | "raw-windows" => {
  if (typeof event_platform === "string") return event_platform === "Win" ? "raw-windows" : "joined";
  return typeof ImageFileName === "string" && /^(?:\\|[A-Za-z]:)/.test(ImageFileName) ? "raw-windows" : "joined";
};

const commandIn = (fdr: JsonObject): Result<CommandSource> => {
  const fidelity = fidelityOf(fdr);
  const typed = lineOf(fdr.CommandLine, fidelity);
  return !typed.ok && typed.reason === "no-command" ? lineOf(fdr.ImageFileName, fidelity) : typed;
};

/** When the process started, by its host's clock, as every other sensor tells it; else when CrowdStrike received it. */
const timeOf = ({ ProcessStartTime, ContextTimeStamp, timestamp }: JsonObject): Result<Time> => {
  for (const value of [ProcessStartTime, ContextTimeStamp]) {
    const time = readTime(value);
    if (time.ok) return time;
  }
  return readTime(timestamp);
};

const accountOf = ({ UserName, UID, UserSid }: JsonObject): Account | null => {
  const name = textOrNull(UserName);
  const uid = textOrNull(UID) ?? textOrNull(UserSid);
  return name === null && uid === null ? null : { name, uid };
};

const parentOf = ({ ParentBaseFileName }: JsonObject): Parent | null => {
  const binary = textOrNull(ParentBaseFileName);
  return binary === null ? null : { binary, command: null };
};

const processOf = (fdr: JsonObject): ProcessRef => ({
  id: uniqueId(fdr.TargetProcessId),
  pid: textOrNull(fdr.RawProcessId),
  parentId: uniqueId(fdr.ParentProcessId) ?? uniqueId(fdr.SourceProcessId),
  parentPid: null,
});

/** No environment is longer; markers of agents are short. */
const longestEnvironment = 64 * 1024;

/** `NAME=value NAME=value`: a value goes on until the next name. */
const environmentIn = (value: unknown): Readonly<Record<string, string>> =>
  typeof value === "string" ? environmentOf(value.slice(0, longestEnvironment).split(/ (?=[A-Za-z_]\w*=)/)) : {};

const idOf = (fdr: JsonObject): string | null => {
  const process = uniqueId(fdr.TargetProcessId);
  return textOrNull(fdr.id) ?? (process === null ? null : `${textOrNull(fdr.aid) ?? ""}:${process}`);
};

/**
 * CrowdStrike Falcon Data Replicator, `ProcessRollup2`: flat, or inside of a shipper's `event`.
 *
 * `CommandLine` is what Windows splits, or on macOS and Linux the arguments joined by blanks, without quotes. Account:
 * UserName where it is sent, UID (macOS, Linux) or UserSid (Windows). There is no login uid: what runs below a sudo shows
 * as root, and only descent tells whose it is. A uid belongs to a host, so identities need a map from host and uid.
 * `TargetProcessId` and `ParentProcessId` are unique ids; of the parent there is its file name only, no command line; no
 * working folder. Host: ComputerName where it was joined to the record, else `aid`.
 *
 * SyntheticProcessRollup2 tells of a process that ran before the sensor did, and ProcessRollup2Stats counts what was left
 * out: neither is a start. Names of users and hosts are in FDR's `userinfo` and `aidmaster`; join them when shipping.
 */
export const crowdstrike: Format = {
  name: "crowdstrike",
  recognises: (record) => typeof record.event_simpleName === "string" || isWrapped(record),
  normalise(record, origin) {
    const fdr = isWrapped(record) ? { ...record, ...(record.event as JsonObject) } : record;
    if (fdr.event_simpleName !== "ProcessRollup2") return bad("not-a-process-start");
    const command = commandIn(fdr);
    if (!command.ok) return command;
    const time = timeOf(fdr);
    if (!time.ok) return time;
    const account = accountOf(fdr);
    if (account === null) return bad("no-user");
    const host = text(fdr.ComputerName ?? fdr.aid);
    if (host === undefined) return bad("bad-host");
    return eventOf({
      id: idOf(fdr) ?? origin.contentId(),
      format: "crowdstrike",
      time: time.value.time,
      at: time.value.at,
      host,
      account,
      binary: textOrNull(fdr.ImageFileName),
      command: command.value,
      parent: parentOf(fdr),
      process: processOf(fdr),
      environment: environmentIn(fdr.EnvironmentVariablesString),
    });
  },
};
