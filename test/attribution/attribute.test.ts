import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attribute, signsOf } from "../../lib/attribution/attribute.js";
import type { Heritage } from "../../lib/attribution/fact.js";
import { fingerprints, fingerprintsVersion } from "../../lib/attribution/fingerprints.js";
import type { Descent } from "../../lib/attribution/lineage.js";
import { builtIn } from "../../lib/attribution/recognise.js";
import { type CommandSource, type Event, type Parent, unknownBeyond } from "../../lib/domain/event.js";
import { forAll } from "../for-all.js";
import { claudeCode, cursorBash } from "./wrapper-lines.js";

/** What of descent counts here. */
type Known = Pick<Descent, "heritage" | "bordered">;

const typed = (text: string): CommandSource => ({ kind: "script", text });
const argv = (...words: readonly string[]): CommandSource => ({ kind: "argv", argv: words });

const whenAdaRuns = (command: CommandSource, rest: Partial<Event> = {}, descent: Known | null = null) => {
  const signs = signsOf(
    {
      ...unknownBeyond,
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
    },
    builtIn,
  );
  return { ...signs, ...attribute(signs, descent) };
};
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
    expect(whenAdaRuns(argv(...claudeCode("git push --force")))).toMatchObject({
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

/** Descent from an agent so many steps up, and nothing else that counts here. */
const below = (agent: string, steps: number, rest: Partial<Heritage> = {}): Known => ({
  heritage: { agent, confidence: 0.8, session: null, isMarker: false, steps, ...rest },
  bordered: false,
});
const names = (...binaries: readonly string[]): readonly Parent[] =>
  binaries.map((binary) => ({ binary, command: null }));

describe("each kind of sign alone", () => {
  const claude = { CLAUDECODE: "1", CLAUDE_CODE_SESSION_ID: "s1" };
  it.each<[string, CommandSource, Partial<Event>, Known | null, number, string]>([
    ["the source", typed("ls"), { declaredAgent: "claude" }, null, 0.95, "declared by the source as claude"],
    ["its wrapper", argv(...claudeCode("ls")), {}, null, 0.9, "in the wrapper shell of claude-code"],
    [
      "the wrapper above it",
      typed("ls"),
      startedBy(null, argv(...claudeCode("ls"))),
      null,
      0.9,
      "started by the wrapper shell of claude-code",
    ],
    ["its environment", typed("ls"), { environment: claude }, null, 0.85, "CLAUDE_CODE_SESSION_ID in its environment"],
    ["a hint in it", typed("ls"), { environment: { CLAUDECODE: "1" } }, null, 0.5, "CLAUDECODE=1 in its environment"],
    ["the program above it", typed("ls"), startedBy("/opt/claude"), null, 0.8, "started by claude-code"],
    [
      "the names above it",
      typed("ls"),
      { ancestors: names("npm", "claude") },
      null,
      0.8,
      "runs below claude-code, 3 steps up",
    ],
    ["descent", typed("ls"), {}, below("claude-code", 1), 0.8, "started by claude-code"],
    ["far descent", typed("ls"), {}, below("claude-code", 7), 0.8, "runs below claude-code, 7 steps up"],
  ])("has its confidence and its clue: %s", (_, command, rest, descent, confidence, clue) =>
    expect(whenAdaRuns(command, rest, descent)).toMatchObject({
      agent: "claude-code",
      attribution: { confidence, evidence: [clue] },
    }),
  );
});

describe("of two agents", () => {
  const inCursor = { CURSOR_AGENT: "1", CURSOR_CONVERSATION_ID: "outer" };
  const inBoth = { ...inCursor, CLAUDECODE: "1", CLAUDE_CODE_SESSION_ID: "inner" };

  it("the nearer acts, and the outer one is named", () =>
    expect(whenAdaRuns(argv(...claudeCode("ls")), {}, below("cursor", 4))).toMatchObject({
      agent: "claude-code",
      attribution: { confidence: 0.9, evidence: ["in the wrapper shell of claude-code", "inside cursor"] },
    }));

  it("the nearer acts whichever of them the record itself names", () => {
    const ancestors = names("bash", "cursor-agent");
    expect(whenAdaRuns(typed("ls"), { ancestors }, below("claude-code", 1)).agent).toBe("claude-code");
    expect(whenAdaRuns(typed("ls"), startedBy("claude"), below("cursor", 3)).agent).toBe("claude-code");
  });

  it("a marker that the inner one inherited is no contradiction, and gives it no session", () =>
    expect(whenAdaRuns(argv("ls"), { ...startedBy("claude"), environment: inBoth })).toMatchObject({
      agent: "claude-code",
      session: "inner",
      attribution: {
        confidence: 0.85,
        evidence: ["CLAUDE_CODE_SESSION_ID in its environment", "started by claude-code", "inside cursor"],
      },
    }));

  it("only the outer one's marker is a contradiction", () =>
    expect(whenAdaRuns(argv("ls"), { ...startedBy("claude"), environment: inCursor })).toMatchObject({
      agent: "claude-code",
      session: null,
      attribution: {
        confidence: 0.6,
        evidence: [
          "started by claude-code",
          "CURSOR_AGENT=1 in its environment",
          "the signs contradict each other: claude-code, cursor",
        ],
      },
    }));

  it("two markers and nothing else are doubtful", () =>
    expect(whenAdaRuns(argv("ls"), { environment: inBoth }).attribution.confidence).toBe(0.6));

  it("the one that the source declares acts, and another one in between makes it doubtful", () => {
    const declared = { declaredAgent: "claude_code" };
    expect(whenAdaRuns(argv("ls"), declared, below("codex", 2))).toMatchObject({
      agent: "claude-code",
      attribution: { confidence: 0.6 },
    });
    expect(whenAdaRuns(argv("ls"), declared, below("claude-code", 2))).toMatchObject({
      agent: "claude-code",
      attribution: {
        confidence: 0.95,
        evidence: ["declared by the source as claude_code", "runs below claude-code, 2 steps up"],
      },
    });
  });
});

describe("an agent's session", () => {
  const environment = { CLAUDECODE: "1", CLAUDE_CODE_SESSION_ID: "of-the-hooks" };
  it.each<[string, string | null, Partial<Event>, Known | null]>([
    ["the source's", "s1", { session: "s1", environment }, null],
    ["the environment's before the wrapper's", "of-the-hooks", { environment }, null],
    ["the wrapper's", "1790000000000-abc123", {}, null],
    ["the wrapper's before an outer agent's", "1790000000000-abc123", {}, below("cursor", 3, { session: "outer" })],
  ])("is %s", (_, session, rest, descent) =>
    expect(whenAdaRuns(argv(...claudeCode("ls")), rest, descent).session).toBe(session),
  );

  it("comes down to its descendants, and to nobody else's", () => {
    expect(whenAdaRuns(argv("ls"), {}, below("codex", 2, { session: "t1" })).session).toBe("t1");
    expect(whenAdaRuns(argv("ls"), startedBy("claude"), below("codex", 2, { session: "t1" })).session).toBeNull();
  });
});

describe("the search among the names above", () => {
  it.each([
    ["an editor", ["bash", "Cursor Helper (Plugin)", "claude"]],
    ["a login", ["bash", "sshd", "claude"]],
    ["a scheduler", ["sh", "cron", "claude"]],
  ])("ends at %s", (_, above) => expect(whenAdaRuns(argv("ls"), { ancestors: names(...above) }).agent).toBeNull());

  it("goes on beyond sudo and beyond what has no name", () =>
    expect(
      whenAdaRuns(argv("ls"), { ancestors: [{ binary: null, command: null }, ...names("sudo", "bash", "claude")] }),
    ).toMatchObject({ agent: "claude-code", attribution: { evidence: ["runs below claude-code, 5 steps up"] } }));
});

describe("what descendants have from a process", () => {
  const exec = (command: CommandSource, rest: Partial<Event> = {}) =>
    whenAdaRuns(command, { layer: "exec", ...rest }).heritage;

  it("is the agent that it is, though it was started by hand", () => {
    const started = whenAdaRuns(argv("claude"), { ...startedBy("zsh"), layer: "exec" });
    expect(started).toMatchObject({ agent: null, heritage: { agent: "claude-code", confidence: 0.8 } });
  });

  it("is the agent that it is, though another one started it", () =>
    expect(exec(argv("codex", "exec", "hi"), startedBy("claude"))).toMatchObject({ agent: "codex" }));

  it("is the agent that acts in it: the nearer, not the one whose marker it inherited", () =>
    expect(
      exec(argv("ls"), { ...startedBy("claude"), environment: { CURSOR_AGENT: "1", CURSOR_CONVERSATION_ID: "c" } }),
    ).toEqual({ agent: "claude-code", confidence: 0.6, session: null, isMarker: false }));

  it("has the session that the source names", () =>
    expect(exec(argv("ls"), { declaredAgent: "codex", session: "t1" })).toMatchObject({ session: "t1" }));

  it("is nothing from hands, and nothing from words about an agent", () => {
    expect(exec(argv("vim", "claude.md"), startedBy("zsh"))).toBeNull();
    expect(whenAdaRuns(typed("claude -p hi"), { layer: "call" }).heritage).toBeNull();
  });
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
