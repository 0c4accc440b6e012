import { describe, expect, it } from "vitest";
import { unknownBeyond } from "../../../lib/domain/event.js";
import { normalise } from "../../../lib/telemetry/normalise.js";
import { readsAnything } from "../anything.js";
import { haveSamples, outcomesOf } from "../samples.js";

const read = (record: Record<string, unknown>): unknown => {
  const event = normalise(record, "auto", { contentId: () => "content", arrived: null });
  return event.ok ? event.value : event.reason;
};

const pre = {
  timestamp: Date.UTC(2026, 2, 1, 9, 30),
  cwd: "/home/ada/shop",
  sessionId: "s1",
  toolName: "bash",
  toolArgs: '{"command":"git push","description":"Push"}',
};

describe("a hook of Copilot", () => {
  it("is the script that its shell tool was asked to run", () =>
    expect(read({ ...pre, hostname: "web-1" })).toEqual({
      ...unknownBeyond,
      id: "content",
      format: "copilot",
      time: "2026-03-01T09:30:00.000Z",
      at: pre.timestamp,
      host: "web-1",
      account: { name: "ada", uid: null },
      declaredAgent: "copilot",
      session: "s1",
      cwd: "/home/ada/shop",
      command: { kind: "script", text: "git push" },
      layer: "call",
    }));

  it("has its arguments as an object in other versions", () =>
    expect(read({ ...pre, toolArgs: { command: "git push" } })).toEqual(read(pre)));

  it("may have the shape of Claude Code's", () => {
    const shaped = {
      time: pre.timestamp,
      cwd: pre.cwd,
      session_id: "s1",
      hook_event_name: "PreToolUse",
      tool_name: "bash",
      tool_input: { command: "git push" },
    };
    const event = { format: "copilot", declaredAgent: "copilot", command: { text: "git push" } };
    expect(read({ ...shaped, agent: "copilot" })).toMatchObject(event);
    expect(read({ ...shaped, transcript_path: "/home/ada/.copilot/s1.jsonl" })).toMatchObject(event);
  });

  it.each([
    ["another tool", { toolName: "view" }],
    ["the same call, after it", { toolResult: { resultType: "success" } }],
    ["a refusal", { permissionDecision: "deny" }],
  ])("started nothing when it is %s", (_, other) => expect(read({ ...pre, ...other })).toBe("not-a-process-start"));

  it.each([
    [{ toolArgs: "{" }, "no-command"],
    [{ toolArgs: { command: [7] } }, "bad-command"],
    [{ timestamp: undefined }, "no-time"],
    [{ timestamp: {} }, "bad-time"],
  ])("with %j is refused: %s", (wrong, reason) => expect(read({ ...pre, ...wrong })).toBe(reason));

  it("outside of every home is nobody's", () =>
    expect(read({ ...pre, cwd: "/srv" })).toMatchObject({ account: { name: null, uid: null } }));

  it("may hold anything", () =>
    readsAnything("copilot", [...Object.keys(pre), "command", "toolResult", "hook", "user"], ["bash"]));
});

if (haveSamples)
  describe("hooks of a real Copilot", () => {
    it("are events, in no person's folder", () =>
      expect(outcomesOf("copilot/hook_preToolUse.jsonl")).toEqual(["copilot", "copilot"]));
  });
