import type { CallEncoder } from "./encode.js";

/** The log event after a call, with tool details switched on; it names a person, and no host. */
export const claudeOtel: CallEncoder = {
  kind: "calls",
  format: "claude-otel",
  variant: "tool_result",
  agent: "claude-code",
  encode({ id, session, at, tookMs, user, line }, { system }) {
    const time = new Date(at + tookMs).toISOString();
    return [
      {
        "@timestamp": time,
        event_name: "tool_result",
        body: { text: "claude_code.tool_result" },
        attributes: {
          "event.name": "tool_result",
          "event.timestamp": time,
          "session.id": session,
          "user.email": `${user.name}@corp.example`,
          tool_name: "Bash",
          tool_use_id: id,
          tool_parameters: JSON.stringify({ bash_command: line, full_command: line }),
          success: "true",
          decision_type: "accept",
          decision_source: "config",
          duration_ms: tookMs,
        },
        resource: {
          attributes: { "service.name": "claude-code", "os.type": system === "macos" ? "darwin" : "linux" },
        },
        scope: { name: "com.anthropic.claude_code.events", version: "2.1.185" },
      },
    ];
  },
};
