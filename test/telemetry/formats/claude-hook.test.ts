import { describe, expect, it } from "vitest";
import { unknownBeyond } from "../../../lib/domain/event.js";
import { normalise } from "../../../lib/telemetry/normalise.js";
import { readsAnything } from "../anything.js";
import { haveSamples, outcomesOf } from "../samples.js";

const arrived = Date.UTC(2026, 2, 1, 9, 31);
const read = (record: Record<string, unknown>, at: number | null = arrived): unknown => {
  const event = normalise(record, "auto", { contentId: () => "content", arrived: at });
  return event.ok ? event.value : event.reason;
};

const pre = {
  session_id: "s1",
  transcript_path: "/home/ada/.claude/projects/-home-ada-shop/s1.jsonl",
  cwd: "/home/ada/shop",
  permission_mode: "default",
  hook_event_name: "PreToolUse",
  tool_name: "Bash",
  tool_input: { command: "git push", description: "Push" },
  tool_use_id: "toolu_1",
};
const post = { ...pre, hook_event_name: "PostToolUse", tool_response: { stdout: "" }, duration_ms: 227 };
const shipped = { time: "2026-03-01T09:30:00.5Z", user: "ada", host: "web-1.example.com" };

describe("a hook of Claude Code", () => {
  it("is the script that its shell tool was asked to run", () =>
    expect(read({ ...shipped, ...pre })).toEqual({
      ...unknownBeyond,
      id: "toolu_1",
      format: "claude-hook",
      time: "2026-03-01T09:30:00.5Z",
      at: Date.UTC(2026, 2, 1, 9, 30, 0, 500),
      host: "web-1.example.com",
      account: { name: "ada", uid: null },
      declaredAgent: "claude-code",
      session: "s1",
      cwd: "/home/ada/shop",
      command: { kind: "script", text: "git push" },
      layer: "call",
    }));

  it("has the same id before and after the call, and then tells how long it took", () =>
    expect(read({ ...shipped, ...post })).toMatchObject({ id: "toolu_1", tookMs: 227 }));

  it("says the same inside the shipper's envelope", () => {
    expect(read({ ...shipped, hook: pre })).toEqual(read({ ...shipped, ...pre }));
    expect(read({ ...shipped, event: pre })).toEqual(read({ ...shipped, ...pre }));
  });

  it("of a subagent belongs to its session", () =>
    expect(read({ ...pre, agent_id: "a1", agent_type: "reviewer" })).toMatchObject({
      session: "s1",
      declaredAgent: "claude-code",
    }));

  it.each([
    [{ time: "2026-03-01T09:30:00Z" }],
    [{ timestamp: 1772357400000 }],
    [{ "@timestamp": "2026-03-01T09:30:00.000Z" }],
  ])("takes the shipper's time from %j", (time) =>
    expect(read({ ...pre, ...time })).toMatchObject({ at: Date.UTC(2026, 2, 1, 9, 30) }),
  );

  it.each([
    [{ user: "grace" }, "grace"],
    [{ user: { name: "grace" } }, "grace"],
    [{ user: { name: "Grace", email: "grace@corp.example" } }, "grace@corp.example"],
    [{ username: "grace" }, "grace"],
    [{ user_name: "CORP\\grace" }, "CORP\\grace"],
    [{ user_email: "grace@corp.example" }, "grace@corp.example"],
    [{ "user.name": "grace" }, "grace"],
    [{ user: "" }, "ada"],
  ])("takes the person from %j", (user, name) =>
    expect(read({ ...pre, ...user })).toMatchObject({ account: { name, uid: null } }),
  );

  it.each([
    [{ host: "web-1" }],
    [{ host: { name: "web-1" } }],
    [{ hostname: "web-1" }],
    [{ "host.name": "web-1" }],
    [{ host_name: "web-1" }],
  ])("takes the host from %j", (host) => expect(read({ ...pre, ...host })).toMatchObject({ host: "web-1" }));

  it("without a time happened when it reached us", () => {
    expect(read(pre)).toMatchObject({ time: "2026-03-01T09:31:00.000Z", at: arrived });
    expect(read(pre, null)).toBe("no-time");
  });

  it.each([
    ["/Users/hedy/.claude/projects/x/s1.jsonl", "/tmp", "hedy"],
    ["C:\\Users\\hedy\\.claude\\projects\\x\\s1.jsonl", "C:\\src", "hedy"],
    ["/home/hedy/.claude/projects/x/s1.jsonl", "/home/grace/shop", "hedy"],
    [undefined, "/home/hedy", "hedy"],
    ["/root/.claude/projects/x/s1.jsonl", "/Users/hedy/work", "hedy"],
    ["/home/runner/.claude/projects/x/s1.jsonl", "/home/runner/work", "runner"],
  ])("without a user belongs to whose home it is: %s, %s", (transcript_path, cwd, name) =>
    expect(read({ ...pre, transcript_path, cwd })).toMatchObject({ account: { name, uid: null } }),
  );

  it.each([
    ["/root/.claude/projects/x/s1.jsonl", "/tmp"],
    ["/Users/Shared/x.jsonl", "/Users/Shared/build"],
    ["C:\\Users\\Public\\x.jsonl", "/srv"],
    [7, ["/home/ada"]],
  ])("is nobody's where no home is: %s, %s", (transcript_path, cwd) =>
    expect(read({ ...pre, transcript_path, cwd })).toMatchObject({ account: { name: null, uid: null } }),
  );

  it("of another agent in its shape is that agent's, when the shipper says so", () => {
    expect(read({ ...pre, agent: "droid" })).toMatchObject({ format: "claude-hook", declaredAgent: "droid" });
    expect(read({ ...pre, agent: { type: "filebeat" } })).toMatchObject({ declaredAgent: "claude-code" });
  });

  it.each([
    ["another tool", { ...pre, tool_name: "Read", tool_input: { file_path: "x" } }],
    ["the output of a command that runs already", { ...pre, tool_name: "BashOutput" }],
    ["a session's start", { session_id: "s1", hook_event_name: "SessionStart", source: "startup" }],
    ["a prompt", { session_id: "s1", hook_event_name: "UserPromptSubmit", prompt: "rm -rf /" }],
    ["a question", { ...pre, hook_event_name: "PermissionRequest" }],
    ["a refusal", { ...shipped, permissionDecision: "deny", hook: pre }],
    ["a refusal in the hook's own words", { ...pre, hookSpecificOutput: { permissionDecision: "deny" } }],
  ])("started nothing when it is %s", (_, record) => expect(read(record)).toBe("not-a-process-start"));

  it.each([
    [{ tool_input: undefined }, "no-command"],
    [{ tool_input: { command: 7 } }, "bad-command"],
    [{ tool_input: { command: " " } }, "no-command"],
    [{ user: true }, "bad-user"],
    [{ user: {} }, "bad-user"],
    [{ time: "soon" }, "bad-time"],
    [{ time: -5 }, "absurd-time"],
  ])("with %j is refused: %s", (wrong, reason) => expect(read({ ...pre, ...wrong })).toBe(reason));

  it("may hold anything", () =>
    readsAnything(
      "claude-hook",
      [...Object.keys({ ...post, ...shipped }), "command", "hook", "event", "agent", "name", "email"],
      ["PreToolUse", "Bash", 227],
    ));
});

if (haveSamples)
  describe("hooks of a real Claude Code", () => {
    it("are events, without any time or user", () =>
      expect(outcomesOf("claude-code/hooks.jsonl")).toEqual(["claude-hook", "claude-hook"]));
  });
