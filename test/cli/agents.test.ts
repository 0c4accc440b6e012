import { describe, expect, it } from "vitest";
import { baseliner, fileOf, plainHistory } from "./run.js";

const at = (day: number, what: object) => ({ time: `2026-03-${day}T09:00:00Z`, host: "build-1", ...what });
const history = fileOf(
  plainHistory(
    at(11, { user: "ada", host: "ada-laptop", command: "git log" }),
    at(12, { user: "grace", command: "codex --yolo" }),
    at(12, { user: "grace", command: ["ls"], parent: { command: ["codex", "--yolo"] } }),
    at(13, { user: "hedy", command: "aider" }),
  ),
);

describe("baseliner agents", () => {
  it("shows who runs which agent, and which of them nobody may know of", () => {
    const { status, stdout, stderr } = baseliner(["agents", history]);
    expect(stdout.split("\n")).toEqual([
      "2 agents under 2 of 3 identities in 12 days",
      "",
      "  identity  agent        since       last        commands  notable  sessions  hosts       sure  evidence",
      "  ada       own hands    2026-03-11  2026-03-11         1        0         -  ada-laptop  50 %  no sign of an agent",
      "  ada       claude-code  2026-03-02  2026-03-11       400        0        10  ada-laptop  95 %  declared by the source as claude-code",
      "  grace     own hands    2026-03-12  2026-03-12         1        1         -  build-1     50 %  this command starts codex",
      "! grace     codex        2026-03-12  2026-03-12         1        0         -  build-1     80 %  started by codex  <- 1 start without approvals, seen once",
      "  hedy      own hands    2026-03-13  2026-03-13         1        0         -  build-1     50 %  this command starts aider",
      "",
      "! hedy started aider 1 time, and nothing it did was seen",
      "",
    ]);
    expect(stderr).toBe("read 404 records: 404 events, 404 commands; left out 0\n");
    expect(status).toBe(0);
  });

  it("gives one JSON object for each identity and agent with --json, and the same bytes twice", () => {
    const { status, stdout } = baseliner(["agents", "--json", history]);
    expect(baseliner(["agents", "--json", history]).stdout).toBe(stdout);
    const rows = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(rows.map(({ identity, agent }) => [identity, agent])).toEqual([
      ["ada", null],
      ["ada", "claude-code"],
      ["grace", null],
      ["grace", "codex"],
      ["hedy", null],
    ]);
    expect(rows[3]).toEqual({
      identity: "grace",
      agent: "codex",
      trust: "trusted",
      commands: 1,
      sessions: 0,
      hosts: ["build-1"],
      firstSeen: "2026-03-12T09:00:00Z",
      lastSeen: "2026-03-12T09:00:00Z",
      confidence: { min: 0.8, median: 0.8, max: 0.8 },
      evidence: [{ clue: "started by codex", commands: 1 }],
      notable: 0,
      unattended: 1,
    });
    expect(status).toBe(0);
  });

  it("counts the same agents as replay --observations shows", () => {
    const principals = (stdout: string) =>
      new Set(
        stdout
          .trim()
          .split("\n")
          .map((line) => JSON.parse(line))
          .map(({ identity, agent }) => `${identity} ${agent}`),
      );
    expect(principals(baseliner(["agents", "--json", history]).stdout)).toEqual(
      principals(baseliner(["replay", "--observations", history]).stdout),
    );
  });

  it("reads the configuration, so that two spellings are one person", () => {
    const config = fileOf(JSON.stringify({ identities: { aliases: { hedy: "grace" } } }), "baseliner.config.json");
    const { stdout } = baseliner(["agents", "--json", "--config", config, history]);
    expect(stdout).not.toContain('"hedy"');
  });

  it("takes an empty input for empty, and one in which nothing can be read for unreadable", () => {
    expect(baseliner(["agents", fileOf("")])).toMatchObject({ status: 0, stdout: "" });
    expect(baseliner(["agents", fileOf("not telemetry\n")])).toMatchObject({
      status: 2,
      stdout: "",
      stderr: expect.stringContaining("nothing could be read; try --format"),
    });
  });

  it("ends with 2 for a mistake at the keyboard, and explains itself", () => {
    expect(baseliner(["agents", "no-such-file"])).toMatchObject({ status: 2, stdout: "" });
    expect(baseliner(["agents", "--help"])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("What deserves a second look"),
    });
  });
});
