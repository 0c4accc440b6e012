import type { Probability } from "../domain/units.js";

/** How one agent shows itself in process telemetry. Data: agents rename, and their wrappers change between versions. */
export interface Fingerprint {
  /** The name all output uses. */
  readonly agent: string;
  /** Other spellings that sensors and people use, in kebab-case. */
  readonly aliases: readonly string[];
  /** Base names of its executables and of its script when an interpreter runs it; lower case, no `.exe`. */
  readonly binaries: readonly string[];
  /** Pieces of the path of its executable or script, with `/` for every separator; lower case. */
  readonly paths: readonly string[];
  /** Python modules: `python -m aider`. */
  readonly modules: readonly string[];
  /** How sure the binary's name alone makes us; lower where other programs share it. */
  readonly confidence: Probability;
  /** Words that belong to it in environments, commit trailers and wrappers; for people, not matched. */
  readonly evidence: readonly string[];
  /** When somebody last looked at a real installation or its source. */
  readonly verifiedOn: string;
}

// One hop from an agent's own binary; a marker that can be forged stays below 1.
const sure: Probability = 0.8;
// Another well-known program has the same name: goose migrates databases, copilot deploys containers, q is a query tool.
const shared: Probability = 0.6;

/** Raised with every change of the entries, so that a finding can be read with the list it was made with. */
export const fingerprintsVersion = "2026-11-20";

export const fingerprints: readonly Fingerprint[] = [
  {
    agent: "claude-code",
    aliases: ["claude", "claude-cli", "claude-code-cli", "anthropic-claude-code"],
    binaries: ["claude"],
    paths: [
      "/@anthropic-ai/claude-code/",
      "/share/claude/versions/",
      "/anthropic.claude-code-",
      "/caskroom/claude-code/",
    ],
    modules: [],
    confidence: sure,
    evidence: ["CLAUDECODE=1", "CLAUDE_CODE_SESSION_ID", "shell-snapshots", "Co-Authored-By: Claude"],
    verifiedOn: "2026-09-27",
  },
  {
    agent: "cursor",
    aliases: ["cursor-agent", "cursor-cli", "cursor-ide"],
    binaries: ["cursor-agent"],
    paths: ["/cursor-agent/versions/"],
    modules: [],
    confidence: sure,
    evidence: ["CURSOR_AGENT=1", "dump_bash_state", "Co-authored-by: Cursor"],
    verifiedOn: "2026-11-20",
  },
  {
    agent: "codex",
    aliases: ["codex-cli", "openai-codex", "codex-exec", "codex-rs"],
    binaries: ["codex", "codex-linux-sandbox", "codex-linux-san", "codex-code-mode-host", "codex-exec"],
    paths: ["/@openai/codex/", "/.codex/packages/"],
    modules: [],
    confidence: sure,
    evidence: ["CODEX_THREAD_ID", "CODEX_SANDBOX", "codex-linux-sandbox"],
    verifiedOn: "2026-09-26",
  },
  {
    agent: "gemini-cli",
    aliases: ["gemini", "google-gemini", "google-gemini-cli"],
    binaries: ["gemini"],
    paths: ["/@google/gemini-cli/"],
    modules: [],
    confidence: sure,
    evidence: ["GEMINI_CLI=1", "_bgpids_file"],
    verifiedOn: "2026-11-20",
  },
  {
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
    binaries: ["copilot", "copilot-agent-linux", "copilot-agent"],
    paths: ["/@github/copilot/"],
    modules: [],
    confidence: shared,
    evidence: ["COPILOT_CLI=1", "COPILOT_AGENT_SESSION_ID"],
    verifiedOn: "2026-11-20",
  },
  {
    agent: "aider",
    aliases: ["aider-chat"],
    binaries: ["aider"],
    paths: ["/aider/main.py", "/aider/__main__.py"],
    modules: ["aider"],
    confidence: sure,
    evidence: ["Co-authored-by: aider"],
    verifiedOn: "2026-11-20",
  },
  {
    agent: "opencode",
    aliases: ["open-code", "opencode-ai"],
    binaries: ["opencode", ".opencode"],
    paths: ["/opencode-ai/", "/.opencode/bin/"],
    modules: [],
    confidence: sure,
    evidence: ["OPENCODE=1", "OPENCODE_PID"],
    verifiedOn: "2026-11-20",
  },
  {
    agent: "goose",
    aliases: ["block-goose", "goose-cli"],
    binaries: ["goose"],
    paths: [],
    modules: [],
    confidence: shared,
    evidence: ["GOOSE_TERMINAL=1"],
    verifiedOn: "2026-11-20",
  },
  {
    agent: "amazon-q",
    aliases: [
      "amazonq",
      "q",
      "q-cli",
      "q-chat",
      "qchat",
      "amazon-q-cli",
      "amazon-q-developer",
      "amazon-q-for-cli",
      "aws-q",
    ],
    binaries: ["q", "qchat", "qterm"],
    paths: [],
    modules: [],
    confidence: shared,
    evidence: ["AWS_EXECUTION_ENV=AmazonQ-For-CLI", "Q_TERM"],
    verifiedOn: "2026-11-20",
  },
  {
    agent: "kiro",
    aliases: ["kiro-cli", "kiro-agent", "kiro-cli-chat"],
    binaries: ["kiro-cli", "kiro-cli-chat"],
    paths: [],
    modules: [],
    confidence: sure,
    evidence: ["TERM_PROGRAM=kiro"],
    verifiedOn: "2026-11-20",
  },
  {
    agent: "amp",
    aliases: ["ampcode", "amp-code", "sourcegraph-amp", "amp-cli"],
    binaries: ["amp"],
    paths: ["/@sourcegraph/amp/"],
    modules: [],
    confidence: shared,
    evidence: ["AGENT=amp"],
    verifiedOn: "2026-11-20",
  },
  {
    agent: "openhands",
    aliases: ["open-hands", "opendevin", "openhands-cli", "all-hands"],
    binaries: ["openhands", "openhands-agent-server"],
    paths: [],
    modules: ["openhands"],
    confidence: sure,
    evidence: ["AI_AGENT=openhands", "###PS1JSON###"],
    verifiedOn: "2026-11-20",
  },
  {
    agent: "windsurf",
    aliases: ["windsurf-agent", "windsurf-cascade", "cascade", "codeium-windsurf"],
    binaries: [],
    paths: [],
    modules: [],
    confidence: shared,
    evidence: [],
    verifiedOn: "2026-11-20",
  },
  {
    agent: "cline",
    aliases: ["cline-cli", "claude-dev", "cline-bot"],
    binaries: ["cline"],
    paths: ["/node_modules/cline/"],
    modules: [],
    confidence: sure,
    evidence: ["CLINE_ACTIVE=true"],
    verifiedOn: "2026-11-20",
  },
  {
    agent: "devin",
    aliases: ["devin-ai", "devin-desktop", "devin-cli", "cognition-devin"],
    binaries: ["devin"],
    paths: ["/opt/.devin/"],
    modules: [],
    confidence: sure,
    evidence: ["/opt/.devin"],
    verifiedOn: "2026-11-20",
  },
  {
    agent: "crush",
    aliases: ["charm-crush"],
    binaries: ["crush"],
    paths: ["/@charmland/crush/"],
    modules: [],
    confidence: shared,
    evidence: ["CRUSH=1"],
    verifiedOn: "2026-11-20",
  },
  {
    agent: "qwen-code",
    aliases: ["qwen", "qwen-cli", "qwen-coder"],
    binaries: ["qwen", "qwen-code"],
    paths: ["/@qwen-code/qwen-code/"],
    modules: [],
    confidence: sure,
    evidence: ["QWEN_CODE=1"],
    verifiedOn: "2026-11-20",
  },
  {
    agent: "droid",
    aliases: ["factory-droid", "droid-cli", "factory-cli", "factory-droid-cli"],
    binaries: ["droid"],
    paths: ["/.factory/bin/"],
    modules: [],
    confidence: shared,
    evidence: [],
    verifiedOn: "2026-11-20",
  },
  {
    agent: "auggie",
    aliases: ["augment", "augment-code", "auggie-cli"],
    binaries: ["auggie"],
    paths: ["/@augmentcode/auggie/"],
    modules: [],
    confidence: sure,
    evidence: [],
    verifiedOn: "2026-11-20",
  },
  {
    agent: "junie",
    aliases: ["jetbrains-junie", "junie-cli"],
    binaries: ["junie"],
    paths: [],
    modules: [],
    confidence: sure,
    evidence: ["JUNIE_DATA"],
    verifiedOn: "2026-11-20",
  },
];

/** Editors that hold agents and people alike: being started by one says nothing about who acted. */
export const editors: readonly { readonly name: string; readonly binary: RegExp }[] = [
  { name: "cursor", binary: /^cursor(?:\b(?!-agent)| helper)/ },
  { name: "visual studio code", binary: /^(?:code|code - insiders|code-server|codium|code-insiders)(?: helper.*)?$/ },
  { name: "windsurf", binary: /^windsurf\b/ },
  { name: "devin desktop", binary: /^devin desktop\b/ },
  { name: "zed", binary: /^zed(?:-editor)?$/ },
  { name: "kiro", binary: /^kiro(?: helper.*)?$/ },
];
