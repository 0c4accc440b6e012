import { second } from "../../../domain/units.js";
import { digits } from "../../choose.js";
import { baseName } from "../../encode/sighting.js";
import { random } from "../../random.js";
import type { Start, Tree } from "../process.js";
import { bare, type StartEncoder } from "./encode.js";

/** How long a row is under way: the envelope's time is the export. */
const delayMs = 47 * second;

const iso = (at: number): string => new Date(at).toISOString().replace("Z", "381Z");

/** The image before this one in the same process: its own before an exec in place, else the copy of its starter. */
const initiating = ({ before, parent }: Start): Start | null => before ?? parent;

const initiatingOf = (start: Start): object => {
  const image = initiating(start);
  if (image === null) return { InitiatingProcessFileName: "", InitiatingProcessCommandLine: "" };
  // The process one step further up: of a copy that is its image, of an image before an exec the real parent.
  const above = start.before === null ? image : image.parent;
  return {
    InitiatingProcessAccountName: image.user.name,
    InitiatingProcessAccountDomain: "CORP",
    InitiatingProcessFileName: baseName(image.binary),
    InitiatingProcessFolderPath: image.binary,
    InitiatingProcessCommandLine: image.argv.join(" "),
    InitiatingProcessCreationTime: iso(start.before === null ? start.at - 1 : image.at),
    ...(above === null
      ? { InitiatingProcessParentFileName: "" }
      : {
          InitiatingProcessParentFileName: baseName(above.binary),
          InitiatingProcessParentCreationTime: iso(above.at),
        }),
  };
};

const reportId = ({ at }: Start): number => at % 1_000_000_000;

const rowOf = (start: Start, { host, system }: Tree): object => ({
  Timestamp: iso(start.at),
  ActionType: "ProcessCreated",
  DeviceName: host,
  DeviceId: digits(random("device", host), 40),
  MachineGroup: "Workstations",
  AccountName: start.user.name,
  AccountDomain: "CORP",
  ProcessId: start.pid,
  ProcessCreationTime: iso(start.at),
  FileName: baseName(start.binary),
  FolderPath: start.binary,
  ProcessCommandLine: start.argv.join(" "),
  ...initiatingOf(start),
  InitiatingProcessId: start.pid,
  InitiatingProcessParentId: start.parentPid,
  // Only Linux rows have the folder, in a text of JSON.
  ...(system === "linux" ? { AdditionalFields: JSON.stringify({ ProcessCurrentWorkingDirectory: start.cwd }) } : {}),
  ...(system === "macos" ? { ProcessUniqueId: "0", InitiatingProcessUniqueId: "0" } : {}),
  ReportId: reportId(start),
});

/**
 * `DeviceProcessEvents` of Linux and macOS, as the streaming API exports them.
 *
 * A row is about an exec, so its initiating process is the very same process before it: a copy that still has its
 * starter's command line. Only that one's parent is another process, by pid and by name.
 */
export const defender: StartEncoder = {
  kind: "starts",
  format: "defender",
  variant: "DeviceProcessEvents",
  carries: { ...bare, parentCommandLine: true, lineage: true, milliseconds: true },
  encode: (start, tree) => [
    {
      time: iso(start.at + delayMs),
      tenantId: "00000000-0000-4000-a000-00000000c0de",
      operationName: "Publish",
      category: "AdvancedHunting-DeviceProcessEvents",
      properties: rowOf(start, tree),
      Tenant: "DefaultTenant",
    },
  ],
};
