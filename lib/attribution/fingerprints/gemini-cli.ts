import { type Fingerprint, marked, noSigns, reported, shared, sure } from "../fingerprint.js";

export const geminiCli: Fingerprint = {
  ...noSigns,
  agent: "gemini-cli",
  aliases: ["gemini", "google-gemini", "google-gemini-cli"],
  binaries: ["gemini"],
  paths: ["/@google/gemini-cli/"],
  confidence: sure,
  environment: [{ name: "GEMINI_CLI", value: "1", confidence: marked, note: "set for every command" }],
  evidence: ["_bgpids_file"],
  verifiedOn: "2026-11-20",
};

/** A fork of Gemini CLI. */
export const qwenCode: Fingerprint = {
  ...noSigns,
  agent: "qwen-code",
  aliases: ["qwen", "qwen-cli", "qwen-coder"],
  binaries: ["qwen", "qwen-code"],
  paths: ["/@qwen-code/qwen-code/"],
  confidence: sure,
  environment: [{ name: "QWEN_CODE", value: "1", confidence: marked, note: "set for every command" }],
  verifiedOn: "2026-11-20",
};

/** Google's editor with an agent in it; `agy` is its command line. */
export const antigravity: Fingerprint = {
  ...noSigns,
  agent: "antigravity",
  aliases: ["agy", "google-antigravity", "antigravity-cli"],
  binaries: ["agy"],
  confidence: sure,
  verifiedOn: "2026-11-20",
};

/** Google's agent on machines of its own, where it is the user `swebot`. */
export const jules: Fingerprint = {
  ...noSigns,
  agent: "jules",
  aliases: ["google-jules"],
  confidence: shared,
  // HOME=/home/jules is also the home of a person of that name.
  environment: [{ name: "USER", value: "swebot", confidence: reported, note: "its account on its own machines" }],
  verifiedOn: "2026-11-20",
};
