import type { CallEncoder } from "./encode.js";
import { homeIn } from "./shipped.js";

/** The hook before a call: it has a time of its own, and its transcript tells whose it is. */
export const geminiHook: CallEncoder = {
  kind: "calls",
  format: "gemini",
  variant: "BeforeTool",
  agent: "gemini-cli",
  encode: (call, tree) => [
    {
      session_id: call.session,
      transcript_path: `${homeIn(call, tree)}/.gemini/tmp/chats/session-${call.session}.json`,
      cwd: call.cwd,
      hook_event_name: "BeforeTool",
      timestamp: new Date(call.at).toISOString(),
      host: tree.host,
      tool_name: "run_shell_command",
      tool_input: { command: call.line },
    },
  ],
};
