import { describe, expect, it } from "vitest";
import { unknownBeyond } from "../../../lib/domain/event.js";
import type { JsonObject } from "../../../lib/telemetry/json.js";
import { normalise } from "../../../lib/telemetry/normalise.js";
import { toolUsesIn } from "../../../lib/telemetry/transcript.js";
import { readsAnything } from "../anything.js";
import { haveSamples, outcomesOf } from "../samples.js";

const read = (record: JsonObject): unknown => {
  const event = normalise(record, "auto", { contentId: () => "content", arrived: null });
  return event.ok ? event.value : event.reason;
};

const bash = (id: string, command: unknown) => ({ type: "tool_use", id, name: "Bash", input: { command } });
const file = { type: "tool_use", id: "toolu_9", name: "Read", input: { file_path: "cart.ts" } };
const line = (...content: object[]) => ({
  type: "assistant",
  uuid: "u1",
  sessionId: "s1",
  cwd: "/Users/ada/shop",
  timestamp: "2026-03-01T09:30:00.250Z",
  isSidechain: false,
  message: { role: "assistant", content },
});

describe("a line of a transcript", () => {
  it("is the script that the assistant asked for", () =>
    expect(read(line({ type: "text", text: "Now I push." }, bash("toolu_1", "git push")))).toEqual({
      ...unknownBeyond,
      id: "toolu_1",
      format: "claude-transcript",
      time: "2026-03-01T09:30:00.250Z",
      at: Date.UTC(2026, 2, 1, 9, 30, 0, 250),
      account: { name: "ada", uid: null },
      declaredAgent: "claude-code",
      session: "s1",
      cwd: "/Users/ada/shop",
      command: { kind: "script", text: "git push" },
      layer: "call",
    }));

  it("belongs to whom the shipper says, or whose file it is", () => {
    const elsewhere = { ...line(bash("toolu_1", "ls")), cwd: "/workspace" };
    expect(read({ ...elsewhere, user: "grace", host: "web-1" })).toMatchObject({
      account: { name: "grace" },
      host: "web-1",
    });
    expect(read({ ...elsewhere, file: "/home/hedy/.claude/projects/x/s1.jsonl" })).toMatchObject({
      account: { name: "hedy" },
    });
    expect(read(elsewhere)).toMatchObject({ account: { name: null, uid: null } });
  });

  it.each([
    ["a person's prompt", { ...line(), type: "user", message: { role: "user", content: "rm -rf /" } }],
    ["a tool's result", { ...line({ type: "tool_result", tool_use_id: "toolu_1" }), type: "user" }],
    ["another tool's use", line(file)],
    ["a summary", { type: "summary", summary: "Pushed", leafUuid: "u1" }],
    ["a snapshot of files", { type: "file-history-snapshot", messageId: "m1" }],
    ["the system's", { type: "system", sessionId: "s1", content: "compacted" }],
  ])("started nothing when it is %s", (_, record) => expect(read(record)).toBe("not-a-process-start"));

  it.each([
    [line(bash("toolu_1", undefined)), "no-command"],
    [line(bash("toolu_1", 7)), "bad-command"],
    [{ ...line(bash("toolu_1", "ls")), timestamp: undefined }, "no-time"],
  ])("is refused where it says too little: %#", (record, reason) => expect(read(record)).toBe(reason));

  it("may hold anything", () =>
    readsAnything(
      "claude-transcript",
      ["type", "sessionId", "timestamp", "cwd", "message", "content", "name", "input", "command", "id", "user"],
      ["assistant", "tool_use", "Bash"],
    ));
});

describe("a line with several calls", () => {
  const several = line(bash("toolu_1", "git add -A"), file, bash("toolu_2", "git commit"), bash("toolu_3", "git push"));

  it("is one record for each of the shell's, with all that the line says of them", () =>
    expect([...toolUsesIn(several)].map(read)).toMatchObject([
      { id: "toolu_1", command: { text: "git add -A" }, session: "s1", account: { name: "ada" } },
      { id: "toolu_2", command: { text: "git commit" }, session: "s1", cwd: "/Users/ada/shop" },
      { id: "toolu_3", command: { text: "git push" }, session: "s1", time: "2026-03-01T09:30:00.250Z" },
    ]));

  it("keeps what its shipper added", () =>
    expect([...toolUsesIn({ ...several, user: "grace", "host.name": "web-1" })].map(read)).toMatchObject(
      Array.from({ length: 3 }, () => ({ account: { name: "grace" }, host: "web-1" })),
    ));

  it("takes no longer for many calls and many fields than their sum", () => {
    const fields = Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`field-${at}`, at]));
    const calls = Array.from({ length: 20_000 }, (_, at) => bash(`toolu_${at}`, "ls"));
    expect([...toolUsesIn({ ...fields, ...line(...calls) })]).toHaveLength(20_000);
  });

  it.each([[line(bash("toolu_1", "ls"), file)], [line(file, file)], [{ command: "ls", user: "ada" }], [{}]])(
    "is left as it is where it holds no more than one: %#",
    (record) => {
      const [only, ...more] = toolUsesIn(record);
      expect(only).toBe(record);
      expect(more).toEqual([]);
    },
  );
});

if (haveSamples)
  describe("a line of a real transcript", () => {
    it("is an event", () => expect(outcomesOf("claude-code/transcript.jsonl")).toEqual(["claude-transcript"]));
  });
