import { second } from "../../../domain/units.js";
import type { Start } from "../process.js";
import { realUser } from "./above.js";
import { bare, type StartEncoder } from "./encode.js";

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, "0").slice(-digits);

/** Of which machine, when started, and something that only this image has: 32 digits in the layout of a GUID. */
const guidOf = ({ pid, at }: Start, host: string): string => {
  const machine = [...host].reduce((sum, char) => Math.imul(sum ^ char.charCodeAt(0), 0x01000193) >>> 0, 0x811c9dc5);
  const started = hex(Math.floor(at / second), 8);
  const image = hex(pid, 8) + hex(at % second, 8);
  return `{${hex(machine, 8)}-${started.slice(4)}-${started.slice(0, 4)}-${image.slice(0, 4)}-${image.slice(4)}}`;
};

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** What it writes of a starter that it did not see start, as of a copy that never was a program of its own. */
const unseen = (pid: number) => ({
  ParentProcessGuid: "{00000000-0000-0000-0000-000000000000}",
  ParentProcessId: String(pid),
  ParentImage: "-",
  ParentCommandLine: "-",
  ParentUser: "-",
});

const starterOf = (parent: Start, host: string): ReturnType<typeof unseen> => ({
  ParentProcessGuid: guidOf(parent, host),
  ParentProcessId: String(parent.pid),
  ParentImage: parent.binary,
  ParentCommandLine: parent.argv[0] as string,
  ParentUser: realUser(parent).name,
});

/** Sysmon for Linux: ProcessCreate as XML in a syslog record. Of the starter's arguments only argv[0] is left. */
export const sysmonLinux: StartEncoder = {
  kind: "starts",
  format: "sysmon",
  variant: "linux",
  carries: { ...bare, lineage: true, milliseconds: true },
  encode(start, { host, system }) {
    if (system !== "linux") return [];
    const time = new Date(start.at).toISOString();
    const data = {
      RuleName: "-",
      UtcTime: time.replace("T", " ").slice(0, -1),
      ProcessGuid: guidOf(start, host),
      ProcessId: String(start.pid),
      Image: start.binary,
      CommandLine: start.argv.join(" "),
      CurrentDirectory: start.cwd,
      User: realUser(start).name,
      LogonId: String(realUser(start).uid),
      ...(start.parent === null || start.fork !== null ? unseen(start.parentPid) : starterOf(start.parent, host)),
    };
    const fields = Object.entries(data).map(([name, value]) => `<Data Name="${name}">${escaped(value)}</Data>`);
    const head = `<Provider Name="Linux-Sysmon"/><EventID>1</EventID><Version>5</Version><Computer>${host}</Computer>`;
    return [
      {
        TimeGenerated: time,
        Computer: host,
        HostName: host,
        Facility: "user",
        SeverityLevel: "info",
        ProcessName: "sysmon",
        SyslogMessage: `<Event><System>${head}</System><EventData>${fields.join("")}</EventData></Event>`,
      },
    ];
  },
};
