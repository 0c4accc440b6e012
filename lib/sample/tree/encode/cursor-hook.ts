import type { CallEncoder } from "./encode.js";
import { shipped } from "./shipped.js";

/** The hook before a command: Cursor gives a call no id. */
export const cursorHook: CallEncoder = {
  kind: "calls",
  format: "cursor",
  variant: "beforeShellExecution",
  agent: "cursor",
  encode: (call, tree) => [
    {
      ...shipped(call, tree, call.at),
      conversation_id: call.session,
      generation_id: `${call.session}-1`,
      hook_event_name: "beforeShellExecution",
      cursor_version: "2026.02.11",
      workspace_roots: [call.cwd],
      command: call.line,
      cwd: call.cwd,
      sandbox: false,
    },
  ],
};
