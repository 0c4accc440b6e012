import { describe, expect, it } from "vitest";
import { unknownBeyond } from "../../../lib/domain/event.js";
import { normalise } from "../../../lib/telemetry/normalise.js";
import { readsAnything } from "../anything.js";
import { haveSamples, outcomesOf } from "../samples.js";

const read = (record: Record<string, unknown>): unknown => {
  const event = normalise(record, "auto", { contentId: () => "content", arrived: null });
  return event.ok ? event.value : event.reason;
};

const before = {
  session_id: "s1",
  transcript_path: "/home/ada/.gemini/tmp/chats/session-s1.json",
  cwd: "/home/ada/shop",
  hook_event_name: "BeforeTool",
  timestamp: "2026-03-01T09:30:00.250Z",
  tool_name: "run_shell_command",
  tool_input: { command: "git push" },
};
const expected = {
  ...unknownBeyond,
  id: "content",
  format: "gemini",
  time: "2026-03-01T09:30:00.250Z",
  at: Date.UTC(2026, 2, 1, 9, 30, 0, 250),
  account: { name: "ada", uid: null },
  declaredAgent: "gemini-cli",
  session: "s1",
  cwd: "/home/ada/shop",
  command: { kind: "script", text: "git push" },
  layer: "call",
};

describe("a hook of Gemini CLI", () => {
  it("is the script that is about to run", () => expect(read(before)).toEqual(expected));

  it.each([
    ["the same call, after it", { hook_event_name: "AfterTool", tool_response: {} }],
    ["another tool", { tool_name: "read_file" }],
    ["the agent's start", { hook_event_name: "BeforeAgent" }],
    ["a session's start", { hook_event_name: "SessionStart" }],
    ["a refusal", { decision: "deny" }],
  ])("started nothing when it is %s", (_, other) => expect(read({ ...before, ...other })).toBe("not-a-process-start"));

  it.each([
    [{ tool_input: {} }, "no-command"],
    [{ tool_input: { command: 7 } }, "bad-command"],
    [{ timestamp: undefined }, "no-time"],
  ])("with %j is refused: %s", (wrong, reason) => expect(read({ ...before, ...wrong })).toBe(reason));

  it("in nobody's home is nobody's, and an event all the same", () =>
    expect(read({ ...before, transcript_path: undefined, cwd: "/srv" })).toMatchObject({
      account: { name: null, uid: null },
    }));
});

const attributes = {
  "event.name": "gemini_cli.tool_call",
  "event.timestamp": "2026-03-01T09:30:00.250Z",
  "session.id": "s1",
  "user.email": "ada@corp.example",
  function_name: "run_shell_command",
  function_args: '{"command":"git push"}',
  decision: "auto_accept",
  duration_ms: 120,
};

describe("a log record of Gemini CLI", () => {
  it("is the script that ran", () =>
    expect(read({ attributes })).toEqual({
      ...expected,
      account: { name: "ada@corp.example", uid: null },
      cwd: null,
      tookMs: 120,
    }));

  it.each([
    ["a prompt", { "event.name": "gemini_cli.user_prompt" }],
    ["another tool's call", { function_name: "read_file" }],
    ["a refused call", { decision: "reject" }],
  ])("started nothing when it is %s", (_, other) =>
    expect(read({ attributes: { ...attributes, ...other } })).toBe("not-a-process-start"),
  );

  it("without anybody's name is nobody's", () =>
    expect(read({ attributes: { ...attributes, "user.email": undefined } })).toMatchObject({
      account: { name: null, uid: null },
    }));
});

describe("whatever Gemini CLI writes", () => {
  it("may hold anything", () =>
    readsAnything(
      "gemini",
      [...Object.keys({ ...before, ...attributes }), "attributes", "command", "hook"],
      ["BeforeTool", "run_shell_command", "gemini_cli.tool_call"],
    ));
});

if (haveSamples)
  describe("a hook of a real Gemini CLI", () => {
    it("is an event, without any folder", () => expect(outcomesOf("gemini/hook_beforetool.jsonl")).toEqual(["gemini"]));
  });
