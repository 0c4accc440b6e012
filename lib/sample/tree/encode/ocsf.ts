import { baseName } from "../../encode/sighting.js";
import type { Start, Tree, User } from "../process.js";
import { bare, type StartEncoder } from "./encode.js";

const processId = ({ pid, at }: Start): string => `p-${pid}-${at}`;

const entityOf = (start: Start): object => ({
  pid: start.pid,
  uid: processId(start),
  name: baseName(start.binary),
});

const userOf = ({ name, uid }: User): object => ({ name, uid: String(uid) });

/** From the parent up, names only. */
const ancestryOf = ({ parent }: Start): readonly object[] =>
  parent === null ? [] : [{ pid: parent.pid, name: baseName(parent.binary) }, ...ancestryOf(parent)];

const actorOf = ({ parent, user }: Start): object =>
  parent === null
    ? { user: userOf(user) }
    : { user: userOf(parent.user), process: { ...entityOf(parent), cmd_line: parent.argv.join(" ") } };

const processOf = (start: Start): object => ({
  ...entityOf(start),
  cmd_line: start.argv.join(" "),
  created_time: start.at,
  file: { path: start.binary, name: baseName(start.binary), type_id: 1 },
  user: userOf(start.user),
  working_directory: start.cwd,
  ...(start.parent === null ? {} : { parent_process: entityOf(start.parent), ancestry: ancestryOf(start) }),
});

const agentOf = (agent: string, session: string | undefined): object => ({
  name: agent.replaceAll("-", "_"),
  ...(session === undefined ? {} : { instance_uid: session }),
});

const recordOf = (start: Start, { host }: Tree, isNamed: boolean): object => ({
  activity_id: 1,
  activity_name: "Launch",
  category_uid: 1,
  class_uid: 1007,
  class_name: "Process Activity",
  type_uid: 100701,
  severity_id: 1,
  time: start.at,
  metadata: {
    version: "1.9.0-dev",
    product: { name: "Sensor", vendor_name: "Example" },
    profiles: ["host"],
    uid: `launch-${processId(start)}`,
  },
  device: { hostname: host, type_id: 2 },
  actor: actorOf(start),
  process: processOf(start),
  ...(isNamed && start.truth.agent !== null ? { ai_agent: agentOf(start.truth.agent, start.call?.session) } : {}),
});

const processActivity = (variant: string, isNamed: boolean): StartEncoder => ({
  kind: "starts",
  format: "ocsf",
  variant,
  carries: { ...bare, parentCommandLine: true, lineage: true, forks: true, milliseconds: true, declared: isNamed },
  encode: (start, tree) => [recordOf(start, tree, isNamed)],
});

/** OCSF as most products write it: the parent in two places, its command line only in the actor's. */
export const ocsf = processActivity("process_activity", false);

/** OCSF 1.9 with the profile that names the agent that acts, and its session. */
export const ocsfNamed = processActivity("ai_operation", true);
