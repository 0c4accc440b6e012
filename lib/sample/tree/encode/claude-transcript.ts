import type { CallEncoder } from "./encode.js";

/** The line that an assistant's message leaves in the session's transcript. Nothing is added by a shipper. */
export const claudeTranscript: CallEncoder = {
  kind: "calls",
  format: "claude-transcript",
  variant: "assistant",
  agent: "claude-code",
  encode: ({ id, session, cwd, at, line }) => [
    {
      type: "assistant",
      uuid: `line-${id}`,
      parentUuid: null,
      sessionId: session,
      cwd,
      timestamp: new Date(at).toISOString(),
      isSidechain: false,
      userType: "external",
      version: "2.1.185",
      gitBranch: "main",
      message: {
        type: "message",
        role: "assistant",
        content: [{ type: "tool_use", id, name: "Bash", input: { command: line } }],
        stop_reason: "tool_use",
        stop_sequence: null,
      },
    },
  ],
};
