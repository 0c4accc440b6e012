import type { Call, Tree } from "../process.js";
import type { CallEncoder } from "./encode.js";
import { homeIn, shipped } from "./shipped.js";

const hook = (call: Call, tree: Tree): object => ({
  session_id: call.session,
  transcript_path: `${homeIn(call, tree)}/.claude/projects/${call.cwd.replaceAll("/", "-")}/${call.session}.jsonl`,
  cwd: call.cwd,
  permission_mode: "default",
  tool_name: "Bash",
  tool_input: { command: call.line },
  tool_use_id: call.id,
});

/** The hooks before and after a call, the shipper's fields beside their own. */
export const claudeHook: CallEncoder = {
  kind: "calls",
  format: "claude-hook",
  variant: "pre and post",
  agent: "claude-code",
  encode(call, tree) {
    const { at, tookMs } = call;
    const response = { stdout: "", stderr: "", interrupted: false, isImage: false, noOutputExpected: false };
    return [
      { ...shipped(call, tree, at), ...hook(call, tree), hook_event_name: "PreToolUse" },
      {
        ...shipped(call, tree, at + tookMs),
        ...hook(call, tree),
        hook_event_name: "PostToolUse",
        tool_response: response,
        duration_ms: tookMs,
      },
    ];
  },
};
