import type { CallEncoder } from "./encode.js";
import { homeIn, shipped } from "./shipped.js";

/** The hook before a call, in an envelope of the shipper. */
export const codexHook: CallEncoder = {
  kind: "calls",
  format: "codex",
  variant: "hook",
  agent: "codex",
  encode(call, tree) {
    const { session, id, cwd, at, line } = call;
    const hook = {
      session_id: session,
      turn_id: id.replace(/^call_/, "turn_"),
      transcript_path: `${homeIn(call, tree)}/.codex/sessions/rollout-${session}.jsonl`,
      cwd,
      hook_event_name: "PreToolUse",
      model: "gpt-6",
      permission_mode: "default",
      tool_name: "Bash",
      tool_input: { command: line },
      tool_use_id: id,
    };
    return [{ ...shipped(call, tree, at), hook }];
  },
};
