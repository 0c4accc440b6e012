import { type Fingerprint, marked, noSigns, sure } from "../fingerprint.js";

export const codex: Fingerprint = {
  ...noSigns,
  agent: "codex",
  aliases: ["codex-cli", "openai-codex", "codex-exec", "codex-rs"],
  binaries: ["codex", "codex-linux-sandbox", "codex-code-mode-host", "codex-exec"],
  paths: ["/@openai/codex/", "/.codex/packages/"],
  confidence: sure,
  environment: [
    { name: "CODEX_THREAD_ID", value: "*", confidence: marked, note: "set for every command" },
    { name: "CODEX_CI", value: "1", confidence: marked, note: "set for every command" },
    { name: "CODEX_SANDBOX", value: "seatbelt", confidence: marked, note: "only on macOS" },
    { name: "CODEX_SANDBOX_NETWORK_DISABLED", value: "1", confidence: marked, note: "only in its sandbox" },
  ],
  sessionVariables: ["CODEX_THREAD_ID"],
  evidence: ["codex-linux-sandbox", "Co-authored-by: Codex"],
  verifiedOn: "2026-09-26",
};
