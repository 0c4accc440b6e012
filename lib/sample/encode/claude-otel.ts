import { digits, hex } from "../choose.js";
import type { Encode } from "./sighting.js";

/** Claude Code's own `tool_result` log event, with tool details switched on. */
export const claudeOtel: Encode = (act, draw, serial) => {
  const { person, at, session, line } = act;
  const time = new Date(at).toISOString();
  const id = `toolu_01${hex(draw, 22)}`;
  const parameters = { bash_command: line.split(" ")[0], full_command: line };
  const record = {
    "@timestamp": time,
    event_name: "tool_result",
    body: { text: "claude_code.tool_result" },
    attributes: {
      "event.name": "tool_result",
      "event.timestamp": time,
      "event.sequence": serial,
      "session.id": session ?? "",
      "user.email": `${person.name}@corp.example`,
      "terminal.type": "tmux",
      tool_name: "Bash",
      tool_use_id: id,
      tool_parameters: JSON.stringify(parameters),
      success: "true",
      decision_type: "accept",
      decision_source: "config",
      duration_ms: Number(digits(draw, 3)),
    },
    resource: {
      attributes: {
        "service.name": "claude-code",
        "service.version": "2.1.185",
        "os.type": person.system === "macos" ? "darwin" : "linux",
      },
    },
    scope: { name: "com.anthropic.claude_code.events", version: "2.1.185" },
  };
  return { id, record };
};
