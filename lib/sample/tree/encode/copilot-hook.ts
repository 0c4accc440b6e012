import type { CallEncoder } from "./encode.js";
import { shipped } from "./shipped.js";

/** The hook before a call, in an envelope of the shipper: it has a time of its own, and gives a call no id. */
export const copilotHook: CallEncoder = {
  kind: "calls",
  format: "copilot",
  variant: "preToolUse",
  agent: "copilot",
  encode(call, tree) {
    const hook = {
      sessionId: call.session,
      timestamp: call.at,
      cwd: call.cwd,
      toolName: "bash",
      toolArgs: JSON.stringify({ command: call.line }),
    };
    return [{ ...shipped(call, tree, call.at), hook }];
  },
};
