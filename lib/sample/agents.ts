import type { Weighted } from "./choose.js";

/** The coding agents at the company, by the names that findings use. */
export type AgentName = "claude-code" | "cursor" | "codex" | "gemini-cli" | "copilot";

/** An agent as a process table shows it, and what a person types to start it. */
export interface AgentProgram {
  /** Path and arguments of the process that starts the agent's shells; `~` is the person's home. */
  readonly argv: readonly string[];
  readonly started: readonly Weighted<string>[];
}

export const agentPrograms: Readonly<Record<AgentName, AgentProgram>> = {
  "claude-code": {
    argv: ["~/.local/bin/claude"],
    started: [
      [6, "claude"],
      [3, "claude --continue"],
      [1, "claude --resume"],
    ],
  },
  cursor: {
    argv: ["~/.local/bin/cursor-agent", "--use-system-ca", "~/.local/share/cursor-agent/versions/2026.02.11/index.js"],
    started: [
      [6, "cursor ."],
      [2, "cursor-agent"],
    ],
  },
  codex: {
    argv: ["~/.codex/bin/codex"],
    started: [
      [5, "codex"],
      [2, "codex resume --last"],
    ],
  },
  "gemini-cli": {
    argv: ["/usr/bin/node", "/usr/lib/node_modules/@google/gemini-cli/dist/index.js"],
    started: [[5, "gemini"]],
  },
  copilot: {
    argv: ["/usr/local/bin/copilot"],
    started: [
      [4, "copilot"],
      [1, "copilot --continue"],
    ],
  },
};
