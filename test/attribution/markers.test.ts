import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fingerprints } from "../../lib/attribution/fingerprints.js";
import { markersIn } from "../../lib/attribution/markers.js";
import { forAll } from "../for-all.js";

const signsIn = (environment: Readonly<Record<string, string>>) => markersIn(environment, fingerprints);
const agentsIn = (environment: Readonly<Record<string, string>>) => signsIn(environment).map(({ agent }) => agent);

describe("an environment tells its agent", () => {
  it.each([
    ["claude-code", { CLAUDECODE: "1", CLAUDE_CODE_SESSION_ID: "s1" }],
    ["claude-code", { CLAUDE_CODE_CHILD_SESSION: "1" }],
    ["claude-code", { AI_AGENT: "claude-code_2-1-263_agent" }],
    ["codex", { CODEX_THREAD_ID: "t1", CODEX_CI: "1", CODEX_SANDBOX_NETWORK_DISABLED: "1" }],
    ["codex", { CODEX_SANDBOX: "seatbelt" }],
    ["cursor", { CURSOR_AGENT: "1" }],
    ["gemini-cli", { GEMINI_CLI: "1" }],
    ["qwen-code", { QWEN_CODE: "1" }],
    ["copilot", { COPILOT_CLI: "1" }],
    ["copilot", { AI_AGENT: "github_copilot_vscode_agent" }],
    ["opencode", { OPENCODE: "1", OPENCODE_PID: "7", AGENT: "1" }],
    ["cline", { CLINE_ACTIVE: "true" }],
    ["crush", { CRUSH: "1", AGENT: "crush", AI_AGENT: "crush" }],
    ["goose", { AGENT: "goose" }],
    ["amazon-q", { AWS_EXECUTION_ENV: "AmazonQ-For-CLI Version/1.12.0" }],
    ["kiro", { AWS_EXECUTION_ENV: "AmazonQ-For-CLI Version/2.19.2 acp-client/kiro-tui" }],
    ["openhands", { AI_AGENT: "openhands" }],
    ["pi", { PI_CODING_AGENT: "true" }],
    ["openclaw", { OPENCLAW_SHELL: "exec" }],
    ["jules", { USER: "swebot", HOME: "/home/jules" }],
    ["warp", { OZ_RUN_ID: "r1" }],
    ["my-new-agent", { AI_AGENT: "MyNewAgent" }],
  ])("%s: %j", (agent, environment) => expect(agentsIn(environment)).toEqual([agent]));

  it.each<[Readonly<Record<string, string>>]>([
    [{ Q_TERM: "1.12", TERM_PROGRAM: "kiro", CURSOR_TRACE_ID: "x" }],
    [{ HOME: "/home/jules", USER: "jules" }],
    [{ AWS_EXECUTION_ENV: "AWS_ECS_FARGATE" }],
    [{ COPILOT_MODEL: "x", GITHUB_TOKEN: "x" }],
    [{ CLAUDE_CODE_SESSION_ID: "", CLAUDECODE: "0" }],
    [{ AGENT: "1", AI_AGENT: "1" }],
    [{ AGENT: "jenkins" }],
    [{ AI_AGENT: "none" }],
    [{}],
  ])("but a person's own says nothing: %j", (environment) => expect(signsIn(environment)).toEqual([]));
});

describe("a marker", () => {
  it("that editors' terminals have too is a hint, and more with another beside it", () => {
    expect(signsIn({ CLAUDECODE: "1" })).toEqual([
      { agent: "claude-code", confidence: 0.5, clue: "CLAUDECODE=1 in its environment", session: null },
    ]);
    expect(signsIn({ CLAUDECODE: "1", CLAUDE_CODE_SESSION_ID: "s1" })).toEqual([
      { agent: "claude-code", confidence: 0.85, clue: "CLAUDE_CODE_SESSION_ID in its environment", session: "s1" },
    ]);
  });

  it("that another agent sets as well is doubtful", () =>
    expect(signsIn({ OPENCODE: "1" })).toMatchObject([{ agent: "opencode", confidence: 0.6 }]));

  it("of each of two agents counts, the strongest first", () =>
    expect(agentsIn({ CLAUDECODE: "1", CODEX_THREAD_ID: "t1", GEMINI_CLI: "1" })).toEqual([
      "codex",
      "gemini-cli",
      "claude-code",
    ]));

  it.each([
    [{ CLAUDE_CODE_SESSION_ID: "abc-1" }, "abc-1"],
    [{ CODEX_THREAD_ID: "0193-b" }, "0193-b"],
    [{ CURSOR_AGENT: "1", CURSOR_CONVERSATION_ID: "c1" }, "c1"],
    [{ COPILOT_AGENT_SESSION_ID: "p1" }, "p1"],
    [{ CODEX_THREAD_ID: "<script>" }, null],
    [{ GEMINI_CLI: "1" }, null],
  ])("%j has the session %j", (environment, session) => expect(signsIn(environment)[0]?.session).toBe(session));

  it("is never quoted where it is somebody's text", () =>
    expect(
      signsIn({ CODEX_THREAD_ID: "secret", AI_AGENT: "amp hunter2", AGENT: "amp" }).map(({ clue }) => clue),
    ).toEqual(["CODEX_THREAD_ID in its environment", "AI_AGENT in its environment", "AGENT in its environment"]));

  it("is a variable of its own, not one that every object has", () =>
    expect(
      markersIn({}, [
        {
          ...(fingerprints[0] as (typeof fingerprints)[number]),
          environment: [{ name: "constructor", value: "*", confidence: 0.8, note: "" }],
        },
      ]),
    ).toEqual([]));
});

describe("the list of markers", () => {
  it("names no variable with the same value twice, is never sure, and says where each comes from", () => {
    const markers = fingerprints.flatMap(({ environment }) => environment);
    expect(new Set(markers.map(({ name, value }) => `${name}=${value}`)).size).toBe(markers.length);
    for (const { confidence, note } of markers) {
      expect(confidence).toBeGreaterThanOrEqual(0.5);
      expect(confidence).toBeLessThan(0.9);
      expect(note).not.toBe("");
    }
  });
});

describe("whatever the environment", () => {
  const names = fingerprints.flatMap(({ environment }) => environment.map(({ name }) => name));
  it("each agent is told once, strongest first, with a session that is safe to show", () =>
    forAll([fc.dictionary(fc.constantFrom(...names, "AI_AGENT", "AGENT"), fc.string())], (environment) => {
      const signs = signsIn(environment);
      expect(new Set(signs.map(({ agent }) => agent)).size).toBe(signs.length);
      signs.forEach(({ confidence, session }, at) => {
        expect(confidence).toBeLessThanOrEqual(signs[at - 1]?.confidence ?? 1);
        expect(session ?? "x").toMatch(/^[\w.:-]+$/);
      });
    }));
});
