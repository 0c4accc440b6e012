import type { Account, CommandSource, Parent, ProcessRef } from "../../domain/event.js";
import { bad, type Result } from "../../domain/result.js";
import { eventOf } from "../event-of.js";
import { commandOrNull, lineOf, text, textOrNull } from "../field.js";
import type { Format } from "../format.js";
import { isObject, type JsonObject, objectIn } from "../json.js";
import { readTime } from "../time.js";

type Fidelity = "joined" | "raw-windows";

const huntingTable = "AdvancedHunting-";

/** The row itself, in the streaming API's envelope or bare. */
const rowOf = (record: JsonObject): JsonObject => (isObject(record.properties) ? record.properties : record);

const isBareRow = (record: JsonObject): boolean =>
  (record.ProcessCommandLine !== undefined || record.InitiatingProcessCommandLine !== undefined) &&
  (record.DeviceName !== undefined || record.DeviceId !== undefined);

const isProcessStart = (record: JsonObject, row: JsonObject): boolean => {
  const category = record.category ?? "AdvancedHunting-DeviceProcessEvents";
  const action = row.ActionType ?? "ProcessCreated";
  return category === "AdvancedHunting-DeviceProcessEvents" && (action === "ProcessCreated" || action === "");
};

const windowsPath = /^"?(?:[A-Za-z]:\\|\\\\|\\Device\\|%\w+%\\)/;

/** The table has no column for the operating system; paths tell it, the row's own before the parent's. */
const fidelityOf = (row: JsonObject): Fidelity => {
  for (const column of [row.FolderPath, row.InitiatingProcessFolderPath, row.ProcessCommandLine]) {
    if (typeof column !== "string" || column === "") continue;
    if (windowsPath.test(column)) return "raw-windows";
    if (column.startsWith("/")) return "joined";
  }
  return typeof row.FileName === "string" && /\.exe$/i.test(row.FileName) ? "raw-windows" : "joined";
};

/** Off Windows a path with a blank in it stands in quotes; nothing else does. */
const lineIn = (value: unknown, fidelity: Fidelity): Result<CommandSource> => {
  const isQuoted = fidelity === "joined" && typeof value === "string" && /^"\/[^"]*"(?: |$)/.test(value);
  return lineOf(value, isQuoted ? "quoted" : fidelity);
};

const accountNamed = (name: unknown, domain: unknown, fidelity: Fidelity): string | null => {
  const account = textOrNull(name);
  const realm = textOrNull(domain);
  return account !== null && realm !== null && fidelity === "raw-windows" ? `${realm}\\${account}` : account;
};

/** A root process that a person's process started (sudo, su) is still hers. */
const accountOf = (row: JsonObject, fidelity: Fidelity): Account => {
  const upn = textOrNull(row.AccountUpn);
  if (upn !== null) return { name: upn, uid: null };
  const own = accountNamed(row.AccountName, row.AccountDomain, fidelity);
  // The system's own accounts are named in the language of Windows; their SIDs are the same everywhere.
  if (own !== null && fidelity === "raw-windows") return { name: own, uid: textOrNull(row.AccountSid) };
  const initiating = accountNamed(row.InitiatingProcessAccountName, row.InitiatingProcessAccountDomain, fidelity);
  return { name: fidelity === "joined" && own === "root" ? (initiating ?? own) : (own ?? initiating), uid: null };
};

/**
 * The process before this one.
 *
 * Off Windows an exec keeps the process id, and then "initiating process" means the previous image of the very same
 * process: a forked copy of the parent, with the parent's command line. So the command line is taken from there and
 * the binary from one level up, where the row names it.
 */
const parentOf = (row: JsonObject, fidelity: Fidelity): Parent | null => {
  const sameProcess = fidelity === "joined" && row.ProcessId !== undefined && row.ProcessId === row.InitiatingProcessId;
  const initiating = textOrNull(row.InitiatingProcessFolderPath) ?? textOrNull(row.InitiatingProcessFileName);
  const binary = (sameProcess ? textOrNull(row.InitiatingProcessParentFileName) : null) ?? initiating;
  const command = commandOrNull(lineIn(row.InitiatingProcessCommandLine, fidelity));
  return binary === null && command === null ? null : { binary, command };
};

/** An id that is 0 is none; older sensors and macOS have no other. */
const uniqueId = (value: unknown): string | null => {
  const id = textOrNull(value);
  return id === "0" ? null : id;
};

const processOf = (row: JsonObject, fidelity: Fidelity): ProcessRef => {
  const pid = textOrNull(row.ProcessId);
  const initiatingPid = textOrNull(row.InitiatingProcessId);
  // Off Windows the initiating process is this one before its exec: its parent is one level up.
  const isSame = fidelity === "joined" && pid !== null && pid === initiatingPid;
  return {
    id: uniqueId(row.ProcessUniqueId),
    pid,
    parentId: uniqueId(row.InitiatingProcessUniqueId),
    parentPid: isSame ? textOrNull(row.InitiatingProcessParentId) : initiatingPid,
  };
};

const ancestorsOf = (row: JsonObject): readonly Parent[] => {
  const binary = textOrNull(row.InitiatingProcessParentFileName);
  return binary === null ? [] : [{ binary, command: null }];
};

const workingFolderOf = (row: JsonObject): string | null =>
  textOrNull(objectIn(row.AdditionalFields)?.ProcessCurrentWorkingDirectory);

/** Microsoft Defender XDR, table DeviceProcessEvents: rows of the streaming API, or bare rows of a hunting export. */
export const defender: Format = {
  name: "defender",
  recognises: (record) =>
    typeof record.category === "string" ? record.category.startsWith(huntingTable) : isBareRow(record),
  normalise(record, origin) {
    const row = rowOf(record);
    if (!isProcessStart(record, row)) return bad("not-a-process-start");
    const fidelity = fidelityOf(row);
    const typed = lineIn(row.ProcessCommandLine, fidelity);
    const command = !typed.ok && typed.reason === "no-command" ? lineOf(row.FileName, fidelity) : typed;
    if (!command.ok) return command;
    const time = readTime(row.Timestamp ?? row.ProcessCreationTime);
    if (!time.ok) return time;
    const account = accountOf(row, fidelity);
    if (account.name === null) return bad("no-user");
    const host = text(row.DeviceName);
    if (host === undefined) return bad("bad-host");
    const report = textOrNull(row.ReportId);
    // A report id counts up per device and starts again when the sensor is reinstalled.
    const id =
      report === null ? origin.contentId() : `${report}@${textOrNull(row.DeviceId) ?? host ?? ""}@${time.value.time}`;
    return eventOf({
      id,
      format: "defender",
      time: time.value.time,
      at: time.value.at,
      host,
      account,
      cwd: workingFolderOf(row),
      binary: textOrNull(row.FolderPath) ?? textOrNull(row.FileName),
      command: command.value,
      parent: parentOf(row, fidelity),
      ancestors: ancestorsOf(row),
      process: processOf(row, fidelity),
    });
  },
};
