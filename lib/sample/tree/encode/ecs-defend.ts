import { second } from "../../../domain/units.js";
import { baseName } from "../../encode/sighting.js";
import type { Start, Tree } from "../process.js";
import { type Above, aboveOf } from "./above.js";
import { bare, type StartEncoder } from "./encode.js";

const sensorId = "00000000-0000-4000-a000-000000000e5c";

/** base64 of `sensor-pid-seconds.fraction`. */
const entityId = ({ pid, at }: Pick<Above, "pid" | "at">): string =>
  btoa(`${sensorId}-${pid}-${Math.floor(at / second)}.${String(at % second).padEnd(9, "0")}`);

/** A policy can capture five variables; these five tell an agent. */
const captured: ReadonlySet<string> = new Set([
  ...["CLAUDECODE", "AI_AGENT", "CURSOR_AGENT", "CODEX_THREAD_ID", "GEMINI_CLI"],
]);

const imageOf = (start: Start, { pid, at }: Pick<Above, "pid" | "at"> = start): object => ({
  pid,
  entity_id: entityId({ pid, at }),
  executable: start.binary,
  name: baseName(start.binary),
  args: start.argv,
  args_count: start.argv.length,
  command_line: start.argv.join(" "),
});

const variablesOf = ({ environment }: Start): readonly string[] =>
  Object.entries(environment).flatMap(([name, value]) => (captured.has(name) ? [`${name}=${value}`] : []));

const agentOf = (agent: string): object => ({ name: agent.replaceAll("-", "_"), is_descendant: true });

const processOf = (start: Start, isNamed: boolean): object => {
  const { login, truth } = start;
  const above = aboveOf(start);
  const [parent] = above;
  const leader = login ?? start.user;
  const variables = variablesOf(start);
  return {
    ...imageOf(start),
    working_directory: start.cwd,
    entry_leader: { user: { id: String(leader.uid), name: leader.name } },
    Ext: { ancestry: above.map(entityId) },
    ...(parent === undefined ? {} : { parent: imageOf(parent.image, parent) }),
    ...(isNamed || variables.length === 0 ? {} : { env_vars: variables }),
    ...(isNamed && truth.agent !== null ? { ai_agent: agentOf(truth.agent) } : {}),
  };
};

const recordOf = (start: Start, { host }: Tree, isNamed: boolean): object => {
  const time = new Date(start.at).toISOString().replace("Z", "4567Z");
  return {
    "@timestamp": time,
    message: "Endpoint process event",
    agent: { id: sensorId, type: "endpoint", version: "9.5.0" },
    ecs: { version: "8.10.0" },
    data_stream: { namespace: "default", type: "logs", dataset: "endpoint.events.process" },
    event: {
      id: `${entityId(start)}+exec`,
      action: "exec",
      category: ["process"],
      type: ["start"],
      kind: "event",
      module: "endpoint",
      dataset: "endpoint.events.process",
      created: time,
    },
    host: { hostname: host, name: host, os: { type: "linux", family: "linux" } },
    process: processOf(start, isNamed),
    user: { id: String(start.user.uid), name: start.user.name },
  };
};

const defend = (variant: string, isNamed: boolean): StartEncoder => ({
  kind: "starts",
  format: "ecs",
  variant,
  carries: {
    ...bare,
    parentCommandLine: true,
    lineage: true,
    milliseconds: true,
    login: true,
    environment: !isNamed,
    declared: isNamed,
    exactArgv: true,
  },
  encode: (start, tree) => (tree.system === "linux" ? [recordOf(start, tree, isNamed)] : []),
});

/** Elastic Defend on Linux, with the variables that tell an agent captured. An exec in place keeps its real parent. */
export const ecsDefend = defend("defend", false);

/** The same from 9.5 on, which names the agent that a process descends from; no variables are captured. */
export const ecsDefendNamed = defend("ai_agent", true);
