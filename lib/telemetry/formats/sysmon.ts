import type { Account, Parent, ProcessRef } from "../../domain/event.js";
import { bad } from "../../domain/result.js";
import { eventOf } from "../event-of.js";
import { commandOrNull, lineOf, text, textOrNull } from "../field.js";
import type { Format } from "../format.js";
import type { JsonObject } from "../json.js";
import { type SysmonEvent, sysmonEventOf, sysmonNamed } from "../sysmon-event.js";
import { readTime } from "../time.js";

type Fidelity = "joined" | "raw-windows";

/** Sysmon writes "-" where it knows nothing. */
const known = (value: unknown): unknown => (value === "-" ? null : value);
const knownText = (value: unknown): string | null => textOrNull(known(value));

/** A starter that the sensor never saw start (it is older, or a fork without an exec) has a GUID of zeros. */
const guid = (value: unknown): string | null => {
  const id = knownText(value);
  return id === null || /^[{}0-]*$/.test(id) ? null : id;
};

/** The logons of Windows itself have the same id on every machine, their accounts another name in every language. */
const ownLogons: ReadonlyMap<string, string> = new Map([
  ["0x3e7", "S-1-5-18"],
  ["0x3e5", "S-1-5-19"],
  ["0x3e4", "S-1-5-20"],
]);

/** What a person's process runs as root is hers; the id beside the name is only root's own where it is 0. */
const accountOf = (data: JsonObject, fidelity: Fidelity): Account => {
  const user = knownText(data.User);
  if (fidelity === "raw-windows")
    return { name: user, uid: ownLogons.get(knownText(data.LogonId)?.toLowerCase() ?? "") ?? null };
  const id = knownText(data.LogonId);
  if (user !== "root") return { name: user, uid: id };
  if (id !== null && id !== "0") return { name: null, uid: id };
  const starter = knownText(data.ParentUser);
  return starter === null || starter === "root" ? { name: user, uid: id } : { name: starter, uid: null };
};

/** On Linux the starter's command line is mostly cut to its argv[0]: alone that says no more than the binary does. */
const parentOf = (data: JsonObject, fidelity: Fidelity): Parent | null => {
  const binary = knownText(data.ParentImage);
  const line = commandOrNull(lineOf(known(data.ParentCommandLine), fidelity));
  const isCut = fidelity === "joined" && line?.kind === "line" && !line.text.trim().includes(" ");
  const command = isCut ? null : line;
  return binary === null && command === null ? null : { binary, command };
};

const processOf = (data: JsonObject): ProcessRef => ({
  id: guid(data.ProcessGuid),
  pid: knownText(data.ProcessId),
  parentId: guid(data.ParentProcessGuid),
  parentPid: knownText(data.ParentProcessId),
});

const fidelityOf = ({ provider }: SysmonEvent): Fidelity => (provider === sysmonNamed.linux ? "joined" : "raw-windows");

/**
 * Sysmon on Windows and Linux, event id 1 (ProcessCreate), in whatever wrapping it comes: see `sysmonEventOf`.
 *
 * `UtcTime` has no zone and is UTC. On Windows `CommandLine` is the raw line and the starter's is whole. On Linux both are
 * glued with blanks, and the starter's is mostly cut to its argv[0], so there agents are told by the wrapper shell's own
 * start and by lineage. There is no login uid: `LogonId` is the uid on Linux and `LogonGuid` tells logons apart, not
 * agents' sessions, so both stay out of the session. A sudo child is its person's by `ParentUser` (newer versions); what
 * that starts in turn shows as root, and lineage repairs it. A syslog line that was cut before `User` has no user.
 *
 * Sysmon sees what its configuration includes: `<ProcessCreate onmatch="exclude"/>` sees everything.
 */
export const sysmon: Format = {
  name: "sysmon",
  recognises: (record) => sysmonEventOf(record) !== null,
  normalise(record, origin) {
    const event = sysmonEventOf(record);
    if (event === null || event.eventId !== "1") return bad("not-a-process-start");
    const { data } = event;
    const fidelity = fidelityOf(event);
    const typed = lineOf(known(data.CommandLine), fidelity);
    const command = !typed.ok && typed.reason === "no-command" ? lineOf(known(data.Image), fidelity) : typed;
    if (!command.ok) return command;
    const time = readTime(known(data.UtcTime));
    if (!time.ok) return time;
    const account = accountOf(data, fidelity);
    if (account.name === null && account.uid === null) return bad("no-user");
    const host = text(event.computer);
    if (host === undefined) return bad("bad-host");
    const process = processOf(data);
    return eventOf({
      id: process.id ?? origin.contentId(),
      format: "sysmon",
      time: time.value.time,
      at: time.value.at,
      host,
      account,
      cwd: knownText(data.CurrentDirectory),
      binary: knownText(data.Image),
      command: command.value,
      parent: parentOf(data, fidelity),
      process,
    });
  },
};
