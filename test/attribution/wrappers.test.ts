import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AgentShell, unwrapAgentShell } from "../../lib/attribution/wrappers.js";
import type { CommandSource } from "../../lib/domain/event.js";
import { forAll } from "../for-all.js";
import { claudeCode, codexSandbox, codexShell, cursorBash, cursorZsh, geminiCli } from "./wrapper-lines.js";

/** One argv as each kind of source carries it. */
const encodings: Readonly<Record<string, (argv: readonly string[]) => CommandSource>> = {
  "exact arguments": (argv) => ({ kind: "argv", argv }),
  "joined by blanks": (argv) => ({ kind: "line", fidelity: "joined", text: argv.join(" ") }),
  "quoted as Tetragon does": (argv) => ({
    kind: "line",
    fidelity: "quoted",
    text: argv.map((argument) => (argument.includes(" ") ? `"${argument}"` : argument)).join(" "),
  }),
  "the whole line as plain text": (argv) => ({ kind: "script", text: argv.join(" ") }),
  "the whole line in shell quotes": (argv) => ({
    kind: "script",
    text: argv.map((argument) => `'${argument.replaceAll("'", `'\\''`)}'`).join(" "),
  }),
};
const wrappers: Readonly<Record<string, (command: string) => readonly string[]>> = {
  claudeCode,
  cursorBash,
  cursorZsh,
  codexShell,
  codexSandbox,
  geminiCli,
};
const commands = [
  "git push --force origin main",
  "echo 'it'\"'\"'s' 'a b' > /dev/null; ls",
  'echo "a \\"b\\" \\$HOME $HOME" && git commit -m "fix it"',
  "cat <<'EOF' > notes.md\nit's \"quoted\" $HOME `x`\nEOF\nls",
  "  echo $'tab\\there' \"!x\" # 'q'\nls   ",
  "grep -- -x file && echo done -- really",
];
const scriptOf = (shell: AgentShell | null): unknown => (shell === null || shell.housekeeping ? shell : shell.script);

describe.each(Object.entries(wrappers))("a command in the wrapper of %s", (_, wrap) => {
  describe.each(Object.entries(encodings))("with %s", (_, encode) => {
    it.each(commands)("comes out byte for byte: %j", (command) =>
      expect(scriptOf(unwrapAgentShell(encode(wrap(command))))).toBe(command),
    );
  });

  it("comes out byte for byte, whatever it is", () =>
    // A shell takes a script that starts with a sign for an option.
    forAll([fc.string({ minLength: 1 }).filter((command) => !/^[-+]/.test(command))], (command) =>
      expect(scriptOf(unwrapAgentShell({ kind: "argv", argv: wrap(command) }))).toBe(command),
    ));
});

describe("a wrapper tells", () => {
  const agentOf = (argv: readonly string[]) => unwrapAgentShell({ kind: "argv", argv })?.agent;

  it("which agent it belongs to", () => {
    expect(agentOf(claudeCode("ls"))).toBe("claude-code");
    expect(agentOf(cursorBash("ls"))).toBe("cursor");
    expect(agentOf(cursorZsh("ls"))).toBe("cursor");
    expect(agentOf(codexShell("ls"))).toBe("codex");
    expect(agentOf(codexSandbox("ls"))).toBe("codex");
    expect(agentOf(geminiCli("ls"))).toBe("gemini-cli");
  });

  it("Codex's thread", () =>
    expect(unwrapAgentShell({ kind: "argv", argv: codexShell("ls") })).toMatchObject({ session: "thread-1" }));

  it("what Codex runs without a shell", () =>
    expect(
      scriptOf(
        unwrapAgentShell({
          kind: "argv",
          argv: ["codex-linux-sandbox", "--sandbox-policy-cwd", "/srv", "--", "git", "commit", "-m", "it's done"],
        }),
      ),
    ).toBe(`git commit -m 'it'"'"'s done'`));

  it("Claude Code's zsh of macOS, old and new", () => {
    const zsh = (rest: string) => `/bin/zsh -c ${rest}`;
    const older = zsh(
      `-l source /Users/ada/.claude/shell-snapshots/snapshot-zsh-17-ab.sh && setopt NO_EXTENDED_GLOB 2>/dev/null || true && eval 'ls -l' \\< /dev/null && pwd -P >| /var/folders/x/T/claude-9ef7-cwd`,
    );
    const newer = zsh(
      `source /Users/ada/.claude/shell-snapshots/snapshot-zsh-17-ab.sh 2>/dev/null || true && eval ls < /dev/null && pwd -P >| /tmp/claude-9ef7-cwd`,
    );
    expect(scriptOf(unwrapAgentShell({ kind: "line", fidelity: "joined", text: older }))).toBe("ls -l");
    expect(scriptOf(unwrapAgentShell({ kind: "line", fidelity: "joined", text: newer }))).toBe("ls");
  });
});

describe("a plain shell is nobody's", () => {
  it.each([
    [["bash", "-lc", "ls -la && git status"]],
    [["/bin/bash", "-c", 'make test; echo "exit $?"']],
    [["bash", "-c", "vim ~/.claude/shell-snapshots/snapshot-bash-1-a.sh"]],
    [["cat", "/tmp/claude-1a2b-cwd"]],
    [["codex-linux-sandbox", "--help"]],
    [["bwrap", "--ro-bind", "/", "/", "--", "bash", "-c", "ls"]],
  ])("%j", (argv) => {
    for (const encode of Object.values(encodings)) expect(unwrapAgentShell(encode(argv))).toBeNull();
  });
});

describe("pretending to be an agent", () => {
  const hidden = "rm -rf /srv";
  it.each([
    [
      "before Claude's eval",
      (argv: readonly string[]) => argv.with(-1, argv.at(-1)?.replace("&& eval", `&& ${hidden} && eval`) ?? ""),
    ],
    ["behind Claude's eval", (argv: readonly string[]) => argv.with(-1, `${argv.at(-1)}; ${hidden}`)],
    [
      "as Claude's snapshot",
      (argv: readonly string[]) => argv.with(-1, argv.at(-1)?.replace("/.claude/", "/.claude/; rm -rf /srv; /") ?? ""),
    ],
    ["as further words", (argv: readonly string[]) => [...argv, "x", hidden]],
  ])("hides nothing: %s", (_, tamper) => {
    for (const encode of Object.values(encodings)) {
      const script = scriptOf(unwrapAgentShell(encode(tamper(claudeCode("ls")))));
      if (script !== null) expect(script).toContain(hidden);
    }
  });

  it("hides nothing in Cursor's script", () => {
    const argv = cursorBash("ls").map((argument) => argument.replace("alias sudo", `${hidden}; alias sudo`));
    expect(scriptOf(unwrapAgentShell({ kind: "argv", argv }))).toContain(hidden);
  });

  it("is no way to become an agent's housekeeping", () => {
    const file = "SNAPSHOT_FILE=/home/ada/.claude/shell-snapshots/snapshot-bash-1-a.sh";
    const shell = (script: string) => unwrapAgentShell({ kind: "argv", argv: ["/bin/bash", "-c", "-l", script] });
    expect(shell(`${file}\nsource "/home/ada/.bashrc" < /dev/null\necho "# Functions" >> "$SNAPSHOT_FILE"`)).toEqual({
      agent: "claude-code",
      housekeeping: true,
    });
    for (const script of [`${file}; ${hidden}`, `${file}\nsource /tmp/x.sh`, `${file}\necho x > /etc/passwd`]) {
      expect(shell(script)).toMatchObject({ housekeeping: false, frame: "unknown" });
    }
  });
});

describe("whatever the text", () => {
  const piece = fc.constantFrom(
    ...[
      "/bin/bash -c ",
      "source ",
      "/a/.claude/shell-snapshots/snapshot-bash-1-a.sh",
      " && eval ",
      "'",
      '"',
      " ",
      "\\",
    ],
    ...[" && pwd -P >| /tmp/claude-1-cwd", "snap=$(command cat <&3)", "builtin exit $COMMAND_EXIT_CODE", " -- ", "\n"],
    ...["codex-linux-sandbox ", "--permission-profile ", "_bgpids_file='", "SNAPSHOT_FILE=", "if . '", "bwrap "],
  );
  const text = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(""));

  it("unwrapping never throws", () =>
    forAll([text, fc.constantFrom("quoted" as const, "joined" as const, "raw-windows" as const)], (any, fidelity) => {
      unwrapAgentShell({ kind: "script", text: any });
      unwrapAgentShell({ kind: "line", text: any, fidelity });
      unwrapAgentShell({ kind: "argv", argv: any.split(" ") });
    }));
});

const recorded = "../shared/samples/claude-code/wrapper-argv.recorded.json";

describe.runIf(existsSync(recorded))("a wrapper recorded from a real agent", () => {
  const cases = existsSync(recorded)
    ? (JSON.parse(readFileSync(recorded, "utf8")).cases as { case: string; command: string; argv: string[] }[])
    : [];
  describe.each(Object.entries(encodings))("with %s", (_, encode) => {
    it.each(cases)("gives its command: $case", ({ argv, command }) =>
      expect(scriptOf(unwrapAgentShell(encode(argv)))).toBe(command),
    );
  });
});
