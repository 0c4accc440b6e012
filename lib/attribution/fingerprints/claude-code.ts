import { type Fingerprint, hinted, marked, noSigns, sure } from "../fingerprint.js";

export const claudeCode: Fingerprint = {
  ...noSigns,
  agent: "claude-code",
  aliases: ["claude", "claude-cli", "claude-code-cli", "anthropic-claude-code"],
  binaries: ["claude"],
  paths: [
    "/@anthropic-ai/claude-code/",
    "/share/claude/versions/",
    "/anthropic.claude-code-",
    "/caskroom/claude-code/",
    // Below the desktop application, which is a chat, lies the agent that it starts.
    "/application support/claude/claude-code/",
    "/roaming/claude/claude-code/",
  ],
  namesakes: ["/claude.app/contents/", "/anthropicclaude/", "/windowsapps/claude_"],
  confidence: sure,
  environment: [
    { name: "CLAUDE_CODE_SESSION_ID", value: "*", confidence: marked, note: "set for tool calls only" },
    { name: "CLAUDE_CODE_CHILD_SESSION", value: "1", confidence: marked, note: "set for tool calls only" },
    {
      name: "CLAUDECODE",
      value: "1",
      confidence: hinted,
      note: "also in the terminals of editors with its extension, where a person types",
    },
  ],
  sessionVariables: ["CLAUDE_CODE_SESSION_ID"],
  evidence: ["AI_AGENT=claude-code_*", "shell-snapshots", "Co-Authored-By: Claude"],
  verifiedOn: "2026-09-27",
};
