import { type Fingerprint, marked, noSigns, reported, shared } from "../fingerprint.js";

/** The command line and the agent in Visual Studio Code, which looks like a person's terminal but for its variables. */
export const copilot: Fingerprint = {
  ...noSigns,
  agent: "copilot",
  aliases: [
    "copilot-cli",
    "github-copilot",
    "github-copilot-cli",
    "gh-copilot",
    "copilot-agent",
    "github-copilot-agent",
    "github-copilot-vscode-agent",
  ],
  // copilot-language-server completes what a person writes, and is none.
  binaries: ["copilot", "copilot-agent-linux", "copilot-agent"],
  paths: ["/@github/copilot/"],
  confidence: shared,
  environment: [
    { name: "COPILOT_AGENT_SESSION_ID", value: "*", confidence: marked, note: "of the command line" },
    { name: "COPILOT_CLI", value: "1", confidence: marked, note: "of the command line" },
    { name: "COPILOT_AGENT", value: "1", confidence: reported, note: "of Visual Studio Code since 1.121" },
  ],
  sessionVariables: ["COPILOT_AGENT_SESSION_ID"],
  evidence: ["AI_AGENT=github_copilot_vscode_agent"],
  verifiedOn: "2026-11-20",
};
