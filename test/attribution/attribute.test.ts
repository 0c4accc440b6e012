import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attribute } from "../../lib/attribution/attribute.js";
import { fingerprints, fingerprintsVersion } from "../../lib/attribution/fingerprints.js";
import type { CommandSource, Event, Parent } from "../../lib/domain/event.js";
import { forAll } from "../for-all.js";
import { claudeCode, cursorBash } from "./wrapper-lines.js";

const typed = (text: string): CommandSource => ({ kind: "script", text });
const argv = (...words: readonly string[]): CommandSource => ({ kind: "argv", argv: words });

const whenAdaRuns = (command: CommandSource, rest: Partial<Event> = {}) =>
  attribute({
    id: "e1",
    format: "plain",
    time: "2026-03-01T09:30:00Z",
    at: Date.UTC(2026, 2, 1, 9, 30),
    host: "web-1",
    account: { name: "ada", uid: null },
    declaredAgent: null,
    session: null,
    cwd: null,
    binary: null,
    command,
    parent: null,
    ...rest,
  });
const startedBy = (binary: string | null, command: CommandSource | null = null): { readonly parent: Parent } => ({
  parent: { binary, command },
});

describe("a person's own hands", () => {
  it.each([
    ["a command about an agent", typed("vim gemini-notes.md"), {}],
    ["an agent's name as an argument", typed("node server.js --name copilot"), {}],
    ["a plain shell", typed("ls"), startedBy("/bin/zsh", typed("-zsh"))],
    ["a shell whose text names an agent", typed("ls"), startedBy("/bin/bash", argv("bash", "-c", "claude -p hi"))],
    ["an editor", typed("ls"), startedBy("/opt/cursor/Cursor Helper (Plugin)")],
    ["a script called like an agent's, with an ending", typed("ls"), startedBy(null, argv("node", "gemini.js"))],
    ["a person that is declared", typed("ls"), { declaredAgent: "human" }],
  ])("are told from an agent's: %s", (_, command, rest) => expect(whenAdaRuns(command, rest).agent).toBeNull());

  it("are surer under a shell than under an editor, and never sure", () => {
    const under = (binary: string) => whenAdaRuns(typed("ls"), startedBy(binary)).attribution;
    expect(under("bash")).toEqual({
      confidence: 0.7,
      evidence: ["started from a plain shell, with no sign of an agent"],
    });
    expect(under("/usr/share/code/code")).toEqual({
      confidence: 0.5,
      evidence: ["started inside visual studio code, with no sign of an agent"],
    });
  });

  it("start an agent: that command is still hers", () => {
    const { agent, attribution } = whenAdaRuns(typed("claude --dangerously-skip-permissions"), startedBy("zsh"));
    expect(agent).toBeNull();
    expect(attribution.evidence[0]).toBe("this command starts claude-code");
  });
});

describe("an agent", () => {
  it.each([
    ["claude_code", "claude-code"],
    ["Claude Code", "claude-code"],
    ["codex-cli", "codex"],
    ["cursor-cli", "cursor"],
    ["github_copilot_vscode_agent", "copilot"],
    ["claude-code_2-1-263_agent", "claude-code"],
    ["Fancy Agent", "fancy-agent"],
    ["fancyAgent/2\u202e", "fancy-agent-2"],
  ])("that the source declares as %s is %s", (declaredAgent, agent) =>
    expect(whenAdaRuns(typed("ls"), { declaredAgent })).toMatchObject({ agent, attribution: { confidence: 0.95 } }),
  );

  it("is known by its wrapper, and its command is what it asked for", () =>
    expect(whenAdaRuns(argv(...claudeCode("git push --force")))).toEqual({
      agent: "claude-code",
      attribution: { confidence: 0.9, evidence: ["in the wrapper shell of claude-code"] },
      command: typed("git push --force"),
      session: "1790000000000-abc123",
      housekeeping: false,
    }));

  it("is known by the wrapper that started the command", () =>
    expect(whenAdaRuns(argv("git", "push"), startedBy("/bin/bash", argv(...cursorBash("git push"))))).toMatchObject({
      agent: "cursor",
      attribution: { confidence: 0.9, evidence: ["started by the wrapper shell of cursor"] },
      command: argv("git", "push"),
    }));

  it.each([
    ["its binary", "/home/ada/.local/bin/claude", null, "claude-code"],
    ["its binary on Windows", "C:\\Users\\ada\\Codex.exe", null, "codex"],
    ["a versioned binary", "/home/ada/.local/share/claude/versions/2.1.283", null, "claude-code"],
    [
      "the script of an interpreter",
      "/usr/bin/node",
      argv("node", "/usr/lib/node_modules/@google/gemini-cli/dist/index.js"),
      "gemini-cli",
    ],
    ["a script without an ending", null, argv("python3", "/home/ada/.local/bin/aider", "--yes"), "aider"],
    ["a module", null, typed("python3 -m openhands.core.main"), "openhands"],
    [
      "a line of Windows",
      null,
      { kind: "line", fidelity: "raw-windows", text: '"C:\\Program Files\\Codex\\codex.exe" exec' },
      "codex",
    ],
    ["its command line, where the binary is another image", "xpcproxy", typed("claude -p hi"), "claude-code"],
  ] as const)("is known as parent by %s", (_, binary, command, agent) => {
    const attributed = whenAdaRuns(typed("ls"), startedBy(binary, command));
    expect(attributed).toMatchObject({ agent, attribution: { confidence: 0.8, evidence: [`started by ${agent}`] } });
  });

  it("with a name that other programs share is less sure", () =>
    expect(whenAdaRuns(typed("ls"), startedBy("/usr/bin/goose"))).toMatchObject({
      agent: "goose",
      attribution: { confidence: 0.6 },
    }));

  it("that starts another is the one that acts", () =>
    expect(whenAdaRuns(typed("codex exec hi"), startedBy("claude")).agent).toBe("claude-code"));

  it("with signs of another is doubtful, and both are named", () =>
    expect(whenAdaRuns(argv(...claudeCode("ls")), { declaredAgent: "codex-cli" })).toMatchObject({
      agent: "codex",
      attribution: {
        confidence: 0.6,
        evidence: [
          "declared by the source as codex-cli",
          "in the wrapper shell of claude-code",
          "the signs contradict each other: codex, claude-code",
        ],
      },
      command: typed("ls"),
    }));

  it("whose wrapper holds something unknown is doubtful", () => {
    const [shell = "", option = "", script = ""] = claudeCode("ls");
    expect(whenAdaRuns(argv(shell, option, `${script}; id`))).toMatchObject({
      agent: "claude-code",
      attribution: { confidence: 0.6 },
      command: typed(`${script}; id`),
    });
  });

  it("keeps the session that the source names", () =>
    expect(whenAdaRuns(argv(...claudeCode("ls")), { session: "s1" }).session).toBe("s1"));
});

describe("the list of agents", () => {
  it("has no binary, alias or module twice", () => {
    for (const words of [
      fingerprints.flatMap(({ binaries }) => binaries),
      fingerprints.flatMap(({ agent, aliases }) => [agent, ...aliases]),
      fingerprints.flatMap(({ modules }) => modules),
    ]) {
      expect(new Set(words).size).toBe(words.length);
    }
  });

  it("is not older than its entries", () => {
    for (const { verifiedOn } of fingerprints) expect(verifiedOn <= fingerprintsVersion).toBe(true);
  });

  it("names everything in lower case", () => {
    for (const { agent, aliases, binaries, paths } of fingerprints) {
      for (const word of [agent, ...aliases, ...binaries, ...paths]) expect(word).toBe(word.toLowerCase());
    }
  });
});

describe("whatever the event", () => {
  const source = fc.oneof(
    fc.string().map(typed),
    fc.array(fc.string()).map((words) => argv(...words)),
    fc.string().map((text): CommandSource => ({ kind: "line", fidelity: "quoted", text })),
  );
  const parent = fc.option(fc.record({ binary: fc.option(fc.string()), command: fc.option(source) }));

  it("attributing never throws, and says how sure it is and why", () =>
    forAll([source, parent, fc.option(fc.string())], (command, someParent, declaredAgent) => {
      const { attribution } = whenAdaRuns(command, { parent: someParent, declaredAgent });
      expect(attribution.evidence).not.toEqual([]);
      expect(attribution.confidence).toBeGreaterThan(0);
      expect(attribution.confidence).toBeLessThan(1);
    }));
});
