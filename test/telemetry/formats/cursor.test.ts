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
  conversation_id: "c1",
  generation_id: "g1",
  hook_event_name: "beforeShellExecution",
  cursor_version: "2.4",
  workspace_roots: ["/home/ada/shop"],
  command: "git push",
  cwd: "/srv/shop",
  sandbox: false,
  user_email: "ada@corp.example",
};
const shipped = { time: "2026-03-01T09:30:00Z", host: "web-1.example.com" };

describe("a hook of Cursor", () => {
  it("is the script that is about to run", () =>
    expect(read({ ...before, ...shipped })).toEqual({
      ...unknownBeyond,
      id: "content",
      format: "cursor",
      time: "2026-03-01T09:30:00Z",
      at: Date.UTC(2026, 2, 1, 9, 30),
      host: "web-1.example.com",
      account: { name: "ada@corp.example", uid: null },
      declaredAgent: "cursor",
      session: "c1",
      cwd: "/srv/shop",
      command: { kind: "script", text: "git push" },
      layer: "call",
    }));

  it("ran in the workspace where it has no folder of its own", () =>
    expect(read({ ...before, ...shipped, cwd: "", user_email: null })).toMatchObject({
      cwd: "/home/ada/shop",
      account: { name: "ada" },
    }));

  it("is not taken for a plain record", () =>
    expect(read({ ...before, ...shipped, user: "grace" })).toMatchObject({ format: "cursor" }));

  it.each([
    ["the same call, after it", { hook_event_name: "afterShellExecution", output: "", duration: 12 }],
    ["the same call, as a tool's", { hook_event_name: "preToolUse", tool_name: "Shell" }],
    ["a prompt", { hook_event_name: "beforeSubmitPrompt" }],
    ["a refusal", { permission: "deny" }],
  ])("started nothing when it is %s", (_, other) =>
    expect(read({ ...before, ...shipped, ...other })).toBe("not-a-process-start"),
  );

  it.each([
    [{ command: "" }, "no-command"],
    [{ command: {} }, "bad-command"],
    [{ time: undefined }, "no-time"],
  ])("with %j is refused: %s", (wrong, reason) => expect(read({ ...before, ...shipped, ...wrong })).toBe(reason));

  it("outside of every home is nobody's", () =>
    expect(read({ ...before, ...shipped, user_email: null, workspace_roots: "shop" })).toMatchObject({
      account: { name: null, uid: null },
    }));

  it("may hold anything", () =>
    readsAnything("cursor", [...Object.keys({ ...before, ...shipped }), "hook"], ["beforeShellExecution"]));
});

if (haveSamples)
  describe("a hook of a real Cursor", () => {
    it("is an event, in no person's folder", () =>
      expect(outcomesOf("cursor/hook_beforeShellExecution.jsonl")).toEqual(["cursor"]));
  });
