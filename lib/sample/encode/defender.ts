import { second } from "../../domain/units.js";
import type { Act } from "../act.js";
import { agentPrograms } from "../agents.js";
import { between, digits } from "../choose.js";
import { hostOf, type Person } from "../person.js";
import type { Random } from "../random.js";
import { baseName, type Encode, isoWith, pathOf, sightingOf } from "./sighting.js";

/**
 * A row of Defender's `DeviceProcessEvents` as the streaming API exports it: Linux and macOS, arguments joined by blanks.
 *
 * There a process has its starter's id, because the row is about the exec: the starter is the fork that still carries
 * the parent's arguments. The envelope's time is the export, half a minute to two minutes later.
 */
export const defender: Encode = (act, draw, serial) => {
  const { person, at, cwd } = act;
  const { argv, parent } = sightingOf(act, draw, person.sensor.format === "defender" ? person.sensor.shows : "program");
  const micros = digits(draw, 3);
  const pid = between(draw, 2_000, 4_000_000);
  const timestamp = isoWith(at, micros);
  const record = {
    time: isoWith(at + between(draw, 30, 110) * second, digits(draw, 4)),
    tenantId: "00000000-0000-4000-a000-00000000c0de",
    operationName: "Publish",
    category: "AdvancedHunting-DeviceProcessEvents",
    properties: {
      Timestamp: timestamp,
      ActionType: "ProcessCreated",
      ...device(person),
      ...account(person, ""),
      ProcessId: pid,
      ProcessCreationTime: timestamp,
      FileName: baseName(argv[0] as string),
      FolderPath: pathOf(argv[0] as string, cwd),
      ProcessCommandLine: argv.join(" "),
      ...account(person, "InitiatingProcess"),
      InitiatingProcessId: pid,
      InitiatingProcessCreationTime: isoWith(at - 10, micros),
      InitiatingProcessFileName: baseName(parent[0] as string),
      InitiatingProcessFolderPath: pathOf(parent[0] as string, cwd),
      InitiatingProcessCommandLine: parent.join(" "),
      InitiatingProcessParentId: pid - between(draw, 1, 900),
      InitiatingProcessParentFileName: parentName(act, draw),
      InitiatingProcessParentCreationTime: isoWith(at - 60 * second, digits(draw, 3)),
      ReportId: serial,
    },
    Tenant: "DefaultTenant",
  };
  // A report id counts up on one device only, so the readers add the device and the time.
  return { id: `${serial}@${deviceId(person)}@${timestamp}`, record };
};

const deviceId = ({ uid }: Person): string => `d0000000000000000000000000000000000${uid}`;

const device = (person: Person): object => ({
  DeviceName: hostOf(person),
  DeviceId: deviceId(person),
  MachineGroup: "Workstations",
});

const account = ({ name }: Person, prefix: string): object => ({
  [`${prefix}AccountName`]: name,
  [`${prefix}AccountDomain`]: "CORP",
});

/** One step further up: the terminal of her own shell, or the agent of its wrapper shell. */
const parentName = ({ agent, person }: Act, draw: Random): string => {
  if (agent !== null) return baseName(agentPrograms[agent].argv[0] as string);
  if (draw() < 0.2) return "tmux";
  return person.system === "macos" ? "Terminal" : "gnome-terminal-server";
};
