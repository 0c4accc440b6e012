import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Fingerprint, noSigns } from "../../lib/attribution/fingerprint.js";
import { fingerprints, withOwn } from "../../lib/attribution/fingerprints.js";
import { invocationOf } from "../../lib/attribution/invocation.js";
import { builtIn, createRecogniser } from "../../lib/attribution/recognise.js";
import { forAll } from "../for-all.js";

/** The program that these words start; the first is the binary's path. */
const program = (...argv: readonly string[]) => {
  const invocation = invocationOf(argv[0] ?? "", { kind: "argv", argv });
  if (invocation === null) throw new Error("program requires a first word");
  return invocation;
};
const agentOf = (...argv: readonly string[]) => builtIn.agentOf(program(...argv))?.agent;

describe("an agent's program", () => {
  it.each([
    ["claude-code", ["/home/ada/.local/bin/claude"]],
    ["claude-code", ["/home/ada/.local/share/claude/versions/2.1.283"]],
    ["claude-code", ["C:\\Users\\ada\\.local\\bin\\claude.exe"]],
    ["claude-code", ["node", "/usr/lib/node_modules/@anthropic-ai/claude-code/cli.js", "-p", "hi"]],
    [
      "claude-code",
      ["C:\\Program Files\\nodejs\\node.exe", "C:\\npm\\node_modules\\@anthropic-ai\\claude-code\\cli.js"],
    ],
    [
      "claude-code",
      ["/home/ada/.vscode-server/extensions/anthropic.claude-code-2.1.0-linux-x64/resources/native-binary/claude"],
    ],
    [
      "claude-code",
      [
        "/Users/ada/Library/Application Support/Claude/claude-code/2.1.0/claude.app/Contents/MacOS/claude",
        "--output-format",
        "stream-json",
      ],
    ],
    ["codex", ["/Applications/Codex.app/Contents/MacOS/Codex"]],
    ["codex", ["/usr/lib/node_modules/@openai/codex/vendor/x86_64-unknown-linux-musl/codex/codex"]],
    ["codex", ["codex-linux-san"]],
    ["openhands", ["openhands-agent"]],
    ["cursor", ["/home/ada/.local/share/cursor-agent/versions/2026.11.20/node", "--use-system-ca", "index.js"]],
    ["qwen-code", ["node", "/usr/lib/node_modules/@qwen-code/qwen-code/dist/index.js"]],
    ["qwen-code", ["/usr/bin/env-node/node", "/usr/local/bin/qwen"]],
    ["copilot", ["node", "/usr/lib/node_modules/@github/copilot/index.js", "--headless", "--stdio"]],
    ["kiro", ["/usr/bin/kiro-cli-chat"]],
    ["antigravity", ["/usr/local/bin/agy"]],
    ["aider", ["python3.12", "-m", "aider.main"]],
  ])("%s: %j", (agent, argv) => expect(agentOf(...argv)).toBe(agent));

  it("is surer by its path than by a name that others have", () => {
    expect(builtIn.agentOf(program("/usr/bin/copilot"))?.confidence).toBe(0.6);
    expect(builtIn.agentOf(program("node", "/n/@github/copilot/index.js"))?.confidence).toBe(0.8);
  });
});

describe("no agent's program", () => {
  it.each([
    ["the desktop chat", ["/Applications/Claude.app/Contents/MacOS/Claude"]],
    ["the desktop chat on Windows", ["C:\\Users\\ada\\AppData\\Local\\AnthropicClaude\\app-1.0.0\\claude.exe"]],
    ["a search tool in an agent's package", ["/n/@anthropic-ai/claude-code/vendor/ripgrep/x64-linux/rg"]],
    ["a package below an agent's", ["node", "/n/@google/gemini-cli/node_modules/acorn/bin/acorn"]],
    ["an editor", ["/Applications/Cursor.app/Contents/MacOS/Cursor"]],
    ["an editor's helper in a folder called like an agent", ["Cursor Helper (Plugin): extension-host (user) claude"]],
    ["a person's terminal", ["/home/ada/.local/bin/qterm"]],
    ["an editor about an agent", ["vim", "claude"]],
    ["a shell whose text names one", ["bash", "-c", "claude"]],
    ["a completion server", ["copilot-language-server", "--stdio"]],
  ])("%s", (_, argv) => expect(agentOf(...argv)).toBeUndefined());
});

describe("an editor", () => {
  it.each([
    ["cursor", ["/usr/share/cursor/cursor"]],
    ["cursor", ["Cursor Helper (Plugin): extension-host (user) shop [1-1]"]],
    ["cursor", ["/home/ada/.cursor-server/bin/abc/node", "server-main.js"]],
    ["visual studio code", ["/Applications/Visual Studio Code.app/Contents/Frameworks/Code Helper (Plugin)"]],
    ["visual studio code", ["/usr/share/code-insiders/code-insiders"]],
    ["visual studio code", ["/home/ada/.vscode-server/cli/servers/Stable-abc/server/node", "server-main.js"]],
    ["windsurf", ["Windsurf Helper (Plugin)"]],
    ["devin desktop", ["C:\\Program Files\\Devin Desktop\\Devin Desktop.exe"]],
    ["antigravity", ["/Applications/Antigravity.app/Contents/MacOS/Antigravity"]],
    ["zed", ["/usr/lib/zed/zed-editor"]],
    ["zed", ["/usr/bin/zeditor"]],
    ["kiro", ["/usr/share/kiro/kiro"]],
    ["jetbrains", ["/Applications/IntelliJ IDEA.app/Contents/MacOS/idea"]],
    ["jetbrains", ["C:\\JetBrains\\GoLand\\bin\\goland64.exe"]],
    ["jetbrains", ["/opt/pycharm/jbr/bin/java", "-cp", "x"]],
  ])("is %s: %j", (editor, argv) => {
    expect(builtIn.editorOf(program(...argv))).toBe(editor);
    expect(agentOf(...argv)).toBeUndefined();
  });

  it.each([
    ["cursor-agent"],
    ["code-review"],
    ["/usr/bin/node"],
    ["/usr/bin/java"],
    ["kiro-cli"],
    ["zedtool"],
    ["zed2"],
  ])("is not %s", (binary) => expect(builtIn.editorOf(program(binary))).toBeUndefined());
});

describe("an operator's own agent", () => {
  const own: Fingerprint = {
    ...noSigns,
    agent: "acme-agent",
    aliases: ["acme"],
    binaries: ["acmed", "goose"],
    paths: ["/acme-agent/bin/"],
    modules: ["acme"],
    confidence: 0.7,
    environment: [{ name: "ACME_AGENT", value: "*", confidence: 0.7, note: "ours" }],
    verifiedOn: "2026-11-25",
  };
  const recogniser = createRecogniser([own]);

  it("is told by each of its signs", () => {
    expect(recogniser.agentOf(program("/usr/bin/acmed"))).toEqual({ agent: "acme-agent", confidence: 0.7 });
    expect(recogniser.agentOf(program("/opt/acme-agent/bin/run"))?.agent).toBe("acme-agent");
    expect(recogniser.agentOf(program("python3", "-m", "acme.cli"))?.agent).toBe("acme-agent");
    expect(recogniser.agentNamed("ACME")).toBe("acme-agent");
    expect(recogniser.markersIn({ ACME_AGENT: "7" })[0]?.agent).toBe("acme-agent");
  });

  it("has what a known one claims too", () =>
    expect(recogniser.agentOf(program("/usr/bin/goose"))?.agent).toBe("acme-agent"));

  it("leaves the known ones as they are", () => {
    expect(recogniser.agentOf(program("claude"))).toEqual(builtIn.agentOf(program("claude")));
    expect(recogniser.agentNamed("codex-cli")).toBe("codex");
    expect(builtIn.agentOf(program("acmed"))).toBeUndefined();
  });

  it("of a known name adds to it", () => {
    const more = createRecogniser([{ ...own, agent: "claude-code", aliases: ["corp-claude"] }]);
    expect(more.agentOf(program("acmed"))?.agent).toBe("claude-code");
    expect(more.agentOf(program("claude"))?.agent).toBe("claude-code");
    expect(more.agentNamed("corp-claude")).toBe("claude-code");
    expect(withOwn([{ ...own, agent: "claude-code" }])).toHaveLength(fingerprints.length);
  });
});

describe("whatever the program", () => {
  it("is recognised without a throw, and in time that grows with its length", () =>
    forAll([fc.string(), fc.constantFrom("/", "\\", "/node_modules", "claude ", "a/.")], (text, piece) => {
      const path = text + piece.repeat(20_000);
      const invocation = { name: path, path, script: path, module: path };
      expect(() => [builtIn.agentOf(invocation), builtIn.editorOf(invocation)]).not.toThrow();
    }));
});
