import { describe, expect, it } from "vitest";
import { unknownBeyond } from "../../../lib/domain/event.js";
import { normalise } from "../../../lib/telemetry/normalise.js";
import { readsAnything } from "../anything.js";
import { haveSamples, outcomesOf } from "../samples.js";

const read = (record: Record<string, unknown>): unknown => {
  const event = normalise(record, "auto", { contentId: () => "content", arrived: null });
  return event.ok ? event.value : event.reason;
};

const timestamp = "2026-03-01T09:30:00.250Z";
const expected = {
  ...unknownBeyond,
  id: "call_1",
  format: "codex",
  time: timestamp,
  at: Date.UTC(2026, 2, 1, 9, 30, 0, 250),
  account: { name: "ada", uid: null },
  declaredAgent: "codex",
  cwd: "/home/ada/shop",
  command: { kind: "script", text: "git push" },
  layer: "call",
};

const hook = {
  session_id: "t1",
  turn_id: "turn-1",
  transcript_path: "/home/ada/.codex/sessions/2026/03/01/rollout-t1.jsonl",
  cwd: "/home/ada/shop",
  hook_event_name: "PreToolUse",
  model: "gpt-6",
  tool_name: "Bash",
  tool_input: { command: "git push" },
  tool_use_id: "call_1",
};

describe("a hook of Codex", () => {
  it("is the script that its shell tool was asked to run", () =>
    expect(read({ ...hook, time: timestamp, host: "web-1" })).toEqual({ ...expected, session: "t1", host: "web-1" }));

  it.each([
    ["its turn and model", { transcript_path: undefined }],
    ["its transcript's folder", { turn_id: undefined, model: undefined }],
    ["the shipper", { turn_id: undefined, transcript_path: undefined, agent: "codex-cli" }],
  ])("is told from Claude Code's by %s", (_, wrong) =>
    expect(read({ ...hook, ...wrong, time: timestamp })).toMatchObject({ format: "codex" }),
  );

  it("started nothing when a session ends", () =>
    expect(read({ ...hook, hook_event_name: "Stop" })).toBe("not-a-process-start"));
});

const item = (payload: object, type = "response_item") => ({ timestamp, type, payload });
const call = (name: string, given: unknown) =>
  item({ type: "function_call", name, call_id: "call_1", arguments: JSON.stringify(given) });
const ended = {
  type: "exec_command_end",
  call_id: "call_1",
  command: ["bash", "-lc", "git push"],
  cwd: "/home/ada/shop",
  exit_code: 0,
  duration: { secs: 1, nanos: 500_000_000 },
};

describe("a line of a rollout", () => {
  it("is the script that was asked for", () =>
    expect(read(call("exec_command", { cmd: "git push", workdir: "/home/ada/shop" }))).toEqual(expected));

  it("is the argv that an older shell tool was given", () => {
    const command = { kind: "argv", argv: ["bash", "-lc", "git push"] };
    const given = { command: command.argv, workdir: "/home/ada/shop" };
    expect(read(call("shell", given))).toEqual({ ...expected, command });
    const action = { type: "exec", command: command.argv, working_directory: "/home/ada/shop" };
    expect(read(item({ type: "local_shell_call", call_id: "call_1", action }))).toEqual({ ...expected, command });
  });

  it("has the same id when the command ended, and then tells how long it took", () => {
    const command = { kind: "argv", argv: ended.command };
    expect(read(item(ended, "event_msg"))).toEqual({ ...expected, command, tookMs: 1_500 });
    expect(read(item({ ...ended, duration: undefined, duration_ms: 120 }, "event_msg"))).toMatchObject({ tookMs: 120 });
    expect(read(item({ ...ended, type: "exec_command_begin" }, "event_msg"))).toMatchObject({ id: "call_1" });
  });

  it("that a person typed is her own", () =>
    expect(read(item({ ...ended, source: "user_shell" }, "event_msg"))).toMatchObject({ declaredAgent: null }));

  it("names neither person nor session unless the shipper does", () => {
    const elsewhere = call("exec_command", { cmd: "git push", workdir: "/workspace/shop" });
    expect(read(elsewhere)).toMatchObject({ account: { name: null, uid: null }, session: null });
    expect(read({ ...elsewhere, user: "ada", session_id: "t1" })).toMatchObject({
      account: { name: "ada" },
      session: "t1",
    });
    expect(read({ ...elsewhere, file: hook.transcript_path })).toMatchObject({ account: { name: "ada" } });
  });

  it.each([
    ["the session's head", item({ id: "t1", cwd: "/home/ada/shop" }, "session_meta")],
    ["a message", item({ type: "message", role: "user", content: [] })],
    ["another tool's call", call("update_plan", { plan: [] })],
    ["input for a command that runs already", call("write_stdin", { session_id: 1, chars: "y\n" })],
    ["the same, told by the event", item({ ...ended, source: "unified_exec_interaction" }, "event_msg")],
    ["a declined command", item({ ...ended, status: "declined" }, "event_msg")],
    ["a call's output", item({ type: "function_call_output", call_id: "call_1", output: "rm -rf /" })],
  ])("started nothing when it is %s", (_, record) => expect(read(record)).toBe("not-a-process-start"));

  it.each([
    [item({ type: "function_call", name: "shell", call_id: "call_1", arguments: "{" }), "no-command"],
    [call("exec_command", { cmd: 7 }), "bad-command"],
    [{ ...call("exec_command", { cmd: "ls" }), timestamp: "now" }, "bad-time"],
  ])("is refused where it says too little: %#", (record, reason) => expect(read(record)).toBe(reason));
});

const attributes = {
  "event.name": "codex.tool_result",
  "event.timestamp": timestamp,
  "conversation.id": "t1",
  "user.email": "ada@corp.example",
  tool_name: "exec_command",
  call_id: "call_1",
  arguments: '{"cmd":"git push","workdir":"/home/ada/shop"}',
  duration_ms: "120",
};

describe("a log record of Codex", () => {
  const log = { attributes, resource: { attributes: { "host.name": "web-1" } } };

  it("is the script that ran", () =>
    expect(read(log)).toEqual({
      ...expected,
      account: { name: "ada@corp.example", uid: null },
      session: "t1",
      host: "web-1",
      tookMs: 120,
    }));

  it("belongs to whose home it ran in where nobody logged in", () =>
    expect(read({ ...log, attributes: { ...attributes, "user.email": undefined } })).toMatchObject({
      account: { name: "ada" },
    }));

  it.each([
    ["a decision", { "event.name": "codex.tool_decision" }],
    ["another tool's result", { tool_name: "apply_patch" }],
    ["a prompt", { "event.name": "codex.user_prompt" }],
  ])("started nothing when it is %s", (_, wrong) =>
    expect(read({ ...log, attributes: { ...attributes, ...wrong } })).toBe("not-a-process-start"),
  );
});

describe("whatever Codex writes", () => {
  it("may hold anything", () =>
    readsAnything(
      "codex",
      [...Object.keys({ ...hook, ...ended, ...attributes }), "timestamp", "payload", "attributes", "action", "secs"],
      ["response_item", "function_call", "exec_command", "codex.tool_result", "PreToolUse", "exec_command_end", 120],
    ));
});

if (haveSamples)
  describe("records of a real Codex", () => {
    it("are events, whether or not a person is known", () => {
      expect(outcomesOf("codex/hook_pretooluse.jsonl")).toEqual(["codex"]);
      expect(outcomesOf("codex/rollout.jsonl")).toEqual(["codex", "codex"]);
    });
    it("are plain ones, where they are a process table", () =>
      expect(outcomesOf("codex/process_chain.jsonl")).toEqual(Array(7).fill("plain")));
  });
