import type { Act } from "../act.js";
import type { AgentName } from "../agents.js";
import type { Random } from "../random.js";
import { wrapperOf } from "../wrappers.js";

/** The agents on a host: those of the company, and three whose shells have no mark at all. */
export type TreeAgent = AgentName | "aider" | "opencode" | "goose";

/** The processes that a person's starting an agent makes: a launcher that becomes, or starts, the agent itself. */
interface Launch {
  /** Each image turns into the next in one process. */
  readonly images: readonly (readonly string[])[];
  /** The agent proper, where the launcher starts it as a process of its own. */
  readonly child?: readonly string[];
}

const modules = "/usr/lib/node_modules";

/** `#!/usr/bin/env node`: the kernel starts env, which turns into node. */
const nodeScript = (path: string): Launch["images"] => [
  ["/usr/bin/env", "node", path],
  ["/usr/bin/node", path],
];

const launches: Readonly<Record<TreeAgent, readonly Launch[]>> = {
  "claude-code": [{ images: [["~/.local/bin/claude"]] }, { images: nodeScript("/usr/bin/claude") }],
  cursor: [
    {
      images: [
        ["~/.local/bin/cursor-agent"],
        ["~/.local/bin/cursor-agent", "--use-system-ca", "~/.local/share/cursor-agent/versions/2026.02.11/index.js"],
      ],
    },
  ],
  codex: [
    { images: [["~/.codex/bin/codex"]] },
    {
      images: nodeScript("/usr/bin/codex"),
      child: [`${modules}/@openai/codex/vendor/x86_64-unknown-linux-musl/codex/codex`],
    },
  ],
  "gemini-cli": [
    {
      images: nodeScript("/usr/bin/gemini"),
      child: ["/usr/bin/node", "--max-old-space-size=8192", `${modules}/@google/gemini-cli/dist/index.js`],
    },
  ],
  copilot: [
    { images: nodeScript("/usr/bin/copilot"), child: ["/usr/bin/node", `${modules}/@github/copilot/index.js`] },
  ],
  aider: [{ images: [["/usr/bin/python3", "~/.local/bin/aider"]] }],
  opencode: [{ images: [["~/.opencode/bin/opencode"]] }],
  goose: [{ images: [["~/.local/bin/goose", "session"]] }],
};

/** One of the ways in which an agent is installed. */
export const launchOf = (agent: TreeAgent, draw: Random): Launch => {
  const ways = launches[agent];
  return ways[Math.floor(draw() * ways.length)] as Launch;
};

/** What an agent puts into the environment of its commands; aider and goose put nothing there that is certain. */
export const variablesOf = (agent: TreeAgent, session: string): Readonly<Record<string, string>> => {
  switch (agent) {
    case "claude-code":
      return { CLAUDECODE: "1", CLAUDE_CODE_SESSION_ID: session };
    case "cursor":
      return { CURSOR_AGENT: "1", CURSOR_CONVERSATION_ID: session };
    case "codex":
      return { CODEX_THREAD_ID: session, CODEX_CI: "1" };
    case "gemini-cli":
      return { GEMINI_CLI: "1" };
    case "copilot":
      return { COPILOT_CLI: "1", COPILOT_AGENT_SESSION_ID: session };
    case "opencode":
      return { OPENCODE: "1" };
    case "aider":
    case "goose":
      return {};
  }
};

/** The shell that an agent starts for a call, as argv. */
export const shellOf = (agent: TreeAgent, act: Omit<Act, "agent">, draw: Random): readonly string[] => {
  switch (agent) {
    case "aider":
      return ["/bin/sh", "-c", act.line];
    case "opencode":
    case "goose":
      return ["bash", "-c", act.line];
    default:
      return wrapperOf(agent, { ...act, agent }, draw);
  }
};
