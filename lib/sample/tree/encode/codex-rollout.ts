import type { CallEncoder } from "./encode.js";

/** The lines that a call leaves in the session's rollout: what was asked for, and how it ended. */
export const codexRollout: CallEncoder = {
  kind: "calls",
  format: "codex",
  variant: "rollout",
  agent: "codex",
  encode: ({ id: call_id, cwd, at, tookMs, line }) => [
    {
      timestamp: new Date(at).toISOString(),
      type: "response_item",
      payload: {
        type: "function_call",
        name: "exec_command",
        call_id,
        arguments: JSON.stringify({ cmd: line, workdir: cwd }),
      },
    },
    {
      timestamp: new Date(at + tookMs).toISOString(),
      type: "event_msg",
      payload: { type: "exec_command_end", call_id, exit_code: 0, duration_ms: tookMs, cwd, cmd: line },
    },
  ],
};
