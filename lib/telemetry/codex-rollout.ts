import { isObject, type JsonObject, objectIn } from "./json.js";
import { wasRefused } from "./refused.js";
import { isShellTool } from "./shell-tool.js";

/** What one line of a rollout says of one command. */
interface RolloutCall {
  /** Null for what a person typed into the agent with `!`. */
  readonly agent: "codex" | null;
  readonly id: unknown;
  readonly command: unknown;
  readonly cwd: unknown;
  readonly tookMs: unknown;
}

const lineTypes: ReadonlySet<unknown> = new Set([
  ...["session_meta", "response_item", "event_msg", "turn_context", "compacted"],
]);

/** Whether a record is a line of a file below `~/.codex/sessions`. */
export const isRolloutLine = (record: JsonObject): boolean => lineTypes.has(record.type) && isObject(record.payload);

/** A duration as a number of milliseconds beside it, or as Rust writes one. */
const millisOf = ({ duration_ms, duration }: JsonObject): unknown => {
  if (!isObject(duration)) return duration_ms;
  const { secs, nanos } = duration;
  return typeof secs === "number" && typeof nanos === "number" ? secs * 1_000 + nanos / 1_000_000 : undefined;
};

const asked = (payload: JsonObject, given: JsonObject | null): RolloutCall => ({
  agent: "codex",
  id: payload.call_id,
  command: given?.cmd ?? given?.command,
  cwd: given?.workdir ?? given?.working_directory,
  tookMs: 0,
});

/** The command that a line's payload asks for, begins or ends; null for one that tells of none. */
export const rolloutCallIn = (payload: JsonObject): RolloutCall | null => {
  switch (payload.type) {
    case "function_call":
      return isShellTool(payload.name) ? asked(payload, objectIn(payload.arguments)) : null;
    case "local_shell_call":
      return asked(payload, objectIn(payload.action));
    case "exec_command_begin":
    case "exec_command_end":
      // An interaction writes to a command that runs already.
      if (payload.source === "unified_exec_interaction" || wasRefused(payload)) return null;
      return {
        agent: payload.source === "user_shell" ? null : "codex",
        id: payload.call_id,
        command: payload.command ?? payload.cmd,
        cwd: payload.cwd,
        tookMs: millisOf(payload),
      };
    default:
      return null;
  }
};
