import { type Fingerprint, hinted, marked, noSigns, reported, shared, sure } from "../fingerprint.js";

export const aider: Fingerprint = {
  ...noSigns,
  agent: "aider",
  aliases: ["aider-chat"],
  binaries: ["aider"],
  paths: ["/aider/main.py", "/aider/__main__.py"],
  modules: ["aider"],
  confidence: sure,
  evidence: ["Co-authored-by: aider"],
  verifiedOn: "2026-11-20",
};

export const opencode: Fingerprint = {
  ...noSigns,
  agent: "opencode",
  aliases: ["open-code", "opencode-ai"],
  binaries: ["opencode", ".opencode"],
  paths: ["/opencode-ai/", "/.opencode/bin/"],
  confidence: sure,
  environment: [
    { name: "OPENCODE_PID", value: "*", confidence: reported, note: "beside OPENCODE" },
    { name: "OPENCODE", value: "1", confidence: shared, note: "Kilo Code sets it as well" },
  ],
  verifiedOn: "2026-11-20",
};

export const goose: Fingerprint = {
  ...noSigns,
  agent: "goose",
  aliases: ["block-goose", "goose-cli"],
  binaries: ["goose"],
  confidence: shared,
  environment: [
    { name: "GOOSE_TERMINAL", value: "1", confidence: hinted, note: "its documentation and a reader of it disagree" },
  ],
  sessionVariables: ["AGENT_SESSION_ID"],
  evidence: ["AGENT=goose", "Assisted-by: Goose"],
  verifiedOn: "2026-11-20",
};

export const crush: Fingerprint = {
  ...noSigns,
  agent: "crush",
  aliases: ["charm-crush"],
  binaries: ["crush"],
  paths: ["/@charmland/crush/"],
  confidence: shared,
  environment: [{ name: "CRUSH", value: "1", confidence: marked, note: "beside AGENT and AI_AGENT" }],
  evidence: ["AGENT=crush", "AI_AGENT=crush"],
  verifiedOn: "2026-11-20",
};

export const cline: Fingerprint = {
  ...noSigns,
  agent: "cline",
  aliases: ["cline-cli", "claude-dev", "cline-bot"],
  binaries: ["cline"],
  paths: ["/node_modules/cline/"],
  confidence: sure,
  environment: [
    { name: "CLINE_ACTIVE", value: "true", confidence: reported, note: "of its terminals, in which a person may type" },
  ],
  verifiedOn: "2026-11-20",
};

export const openhands: Fingerprint = {
  ...noSigns,
  agent: "openhands",
  aliases: ["open-hands", "opendevin", "openhands-cli", "all-hands"],
  binaries: ["openhands", "openhands-agent-server"],
  modules: ["openhands"],
  confidence: sure,
  evidence: ["AI_AGENT=openhands", "###PS1JSON###"],
  verifiedOn: "2026-11-20",
};

export const openclaw: Fingerprint = {
  ...noSigns,
  agent: "openclaw",
  // What it was called before.
  aliases: ["open-claw", "clawdbot", "moltbot"],
  confidence: reported,
  environment: [{ name: "OPENCLAW_SHELL", value: "exec", confidence: reported, note: "for every command" }],
  verifiedOn: "2026-11-20",
};

export const pi: Fingerprint = {
  ...noSigns,
  agent: "pi",
  aliases: ["pi-coding-agent", "pi-agent"],
  binaries: ["pi"],
  confidence: shared,
  environment: [{ name: "PI_CODING_AGENT", value: "true", confidence: reported, note: "for every command" }],
  verifiedOn: "2026-11-20",
};

export const octofriend: Fingerprint = {
  ...noSigns,
  agent: "octofriend",
  binaries: ["octofriend"],
  confidence: sure,
  verifiedOn: "2026-11-20",
};
