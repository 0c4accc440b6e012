import type { JsonObject } from "../json.js";
import { fieldsIn } from "./fields.js";
import { unquoted } from "./value.js";

/** Whether a record comes from auoms, Microsoft's shipper of audit events: it joins and decodes the lines itself. */
export const isAuoms = ({ EventType, EventData }: JsonObject): boolean =>
  typeof EventType === "string" && EventType.startsWith("AUOMS_") && typeof EventData === "string";

/** The audit id stands at the start of the message; what a program can choose does not come before it. */
const longestHead = 128;

/** auoms' names for what auditd writes in capitals. */
const enriched: Readonly<Record<string, string>> = { audit_user: "AUID", user: "UID" };

/** The command line is the last field but two, with its own quotes as they are; only its end tells where it ends. */
const commandLineOf = (rest: string): string => {
  const end = rest.lastIndexOf(" redactors=");
  return unquoted((end === -1 ? rest : rest.slice(0, end)).trim());
};

/** The same event as `coalesce` would give, with a command line instead of arguments. */
export const auomsEvent = (record: JsonObject): JsonObject => {
  const data = record.EventData as string;
  const syscall: Record<string, string> = Object.create(null);
  let line: string | undefined;
  for (const { name, raw, at } of fieldsIn(data)) {
    if (name === "cmdline") {
      line = commandLineOf(data.slice(at));
      break;
    }
    syscall[enriched[name] ?? name] ??= unquoted(raw);
  }
  const message = typeof record.SyslogMessage === "string" ? record.SyslogMessage.slice(0, longestHead) : "";
  const id = /audit\((\d{1,12}\.\d{1,9}:\d{1,20})\)/.exec(message)?.[1];
  return {
    id: id ?? null,
    time: record.EventTime,
    node: syscall.node ?? record.Computer,
    syscall,
    ...(line === undefined ? {} : { line }),
    cwd: syscall.cwd,
  };
};
