import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { fileOf } from "./run.js";

const script = fileURLToPath(new URL("../../lib/cli/eval-understanding.ts", import.meta.url));
const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, ["--import", "tsx", script, ...args], { encoding: "utf8" });

const labelled = [
  { command: "rm -rf /", label: "high-impact" },
  { command: ["git", "push", "--force", "origin", "main"], label: "high-impact" },
  { command: "echo 'rm -rf /'", label: "benign" },
  { command: 7 },
];

describe("eval:understanding", () => {
  const lines = labelled.map((record) => JSON.stringify(record)).join("\n");
  const { status, stdout } = run(fileOf(lines, "mixed.jsonl"), fileOf("ls\r\n\r\necho 'open\n", "typed.txt"));
  const { mixed, typed } = JSON.parse(stdout);

  it("prints one object, a corpus by its file's name", () => {
    expect(status).toBe(0);
    expect(typed).toMatchObject({ commands: 2, covered: 0.5, notUnderstood: 0.5, reasons: { syntax: 1 } });
  });

  it("tells each label for itself, and what could not be read", () =>
    expect(mixed).toMatchObject({
      commands: 3,
      unreadable: 1,
      labels: { "high-impact": { commands: 2, covered: 1 }, benign: { commands: 1, covered: 0 } },
    }));

  it("says how long a command took", () => expect(typed.microsecondsPerCommand).toBeGreaterThanOrEqual(0));

  it("refuses a file that is not there", () => {
    const { status: code, stderr } = run("no-such-file.txt");
    expect(code).toBe(2);
    expect(stderr).toContain("there is no file no-such-file.txt");
  });

  it.each([
    ["without a file", [], /^eval:understanding: there is no file to read .+; npm run eval:understanding -- .+\n$/],
    ["with an unknown option", ["--jsn"], /^eval:understanding: unknown option '--jsn'; try npm run .+ --help\n$/],
  ])("says what to try %s", (_, args, message) => {
    const { status: code, stdout: nothing, stderr } = run(...args);
    expect(stderr).toMatch(message);
    expect({ code, nothing }).toEqual({ code: 2, nothing: "" });
  });
});

const data = "../shared/data";

describe.runIf(existsSync(data))(
  "real commands",
  () => {
    const { stdout } = run(
      `${data}/attacks/atomic-red-team.jsonl`,
      `${data}/attacks/destructive-vs-safe.jsonl`,
      `${data}/agent-sessions`,
      `${data}/benign-nl2bash.txt`,
    );
    const report = JSON.parse(stdout === "" ? "{}" : stdout);

    it("of attackers are covered", () => {
      expect(report["atomic-red-team"].covered).toBeGreaterThanOrEqual(0.9);
      expect(report["destructive-vs-safe"].labels["high-impact"].covered).toBeGreaterThanOrEqual(0.95);
    });

    it("of honest people and agents are hardly ever", () => {
      expect(report["destructive-vs-safe"].labels.benign.covered).toBeLessThanOrEqual(0.1);
      for (const team of ["team-a", "team-b"]) expect(report[team].covered).toBeLessThanOrEqual(0.05);
    });

    it("of experts are nearly all understood", () => {
      expect(report["benign-nl2bash"].commands).toBe(12_607);
      expect(report["benign-nl2bash"].notUnderstood).toBeLessThan(0.01);
    });
  },
  60_000,
);
