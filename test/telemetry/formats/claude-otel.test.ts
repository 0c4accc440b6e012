import { describe, expect, it } from "vitest";
import { unknownBeyond } from "../../../lib/domain/event.js";
import { normalise } from "../../../lib/telemetry/normalise.js";
import { readsAnything } from "../anything.js";
import { haveSamples, outcomesOf } from "../samples.js";

const read = (record: Record<string, unknown>): unknown => {
  const event = normalise(record, "auto", { contentId: () => "content", arrived: null });
  return event.ok ? event.value : event.reason;
};

const attributes = {
  "event.timestamp": "2026-03-01T09:30:00.000Z",
  "session.id": "s1",
  "user.email": "ada@corp.example",
  tool_name: "Bash",
  tool_use_id: "tool-1",
  tool_parameters: '{"bash_command":"git","full_command":"git push"}',
};
const elastic = {
  "@timestamp": "2026-03-01T09:30:00.000Z",
  attributes,
  body: { text: "claude_code.tool_result" },
  resource: { attributes: { "service.name": "claude-code", "host.name": "laptop-1" } },
};

describe("a tool result of Claude Code", () => {
  it("is the script that it ran", () =>
    expect(read(elastic)).toEqual({
      ...unknownBeyond,
      id: "tool-1",
      format: "claude-otel",
      time: "2026-03-01T09:30:00.000Z",
      at: Date.UTC(2026, 2, 1, 9, 30),
      host: "laptop-1",
      account: { name: "ada@corp.example", uid: null },
      declaredAgent: "claude-code",
      session: "s1",
      cwd: null,
      binary: null,
      command: { kind: "script", text: "git push" },
      parent: null,
      layer: "call",
    }));

  it("is the same as OTLP writes it", () => {
    const listed = (values: object) =>
      Object.entries(values).map(([key, value]) => ({ key, value: { stringValue: value } }));
    const otlp = {
      attributes: listed(attributes),
      body: { stringValue: "claude_code.tool_result" },
      resource: { attributes: listed({ "host.name": "laptop-1" }) },
    };
    expect(read(otlp)).toEqual(read(elastic));
    expect(read({ ...elastic, body: "claude_code.tool_result" })).toEqual(read(elastic));
  });

  it("took the time that it says, as number or digits", () => {
    const took = (duration_ms: unknown) => read({ ...elastic, attributes: { ...attributes, duration_ms } });
    expect(took(214)).toMatchObject({ tookMs: 214 });
    expect(took("214")).toMatchObject({ tookMs: 214 });
  });

  it("is told by its name in an attribute, as OTLP has it beside its resource and scope", () => {
    const list = (values: object) =>
      Object.entries(values).map(([key, value]) => ({ key, value: { stringValue: value } }));
    const named = { ...attributes, "event.name": "claude_code.tool_result", "event.timestamp": undefined };
    const record = {
      timeUnixNano: "1772357400000000000",
      severityText: "",
      attributes: [
        ...list(named).filter(({ value }) => value.stringValue !== undefined),
        { key: "duration_ms", value: { intValue: "214" } },
      ],
      resource: { attributes: list({ "host.name": "laptop-1" }) },
      scope: { name: "com.anthropic.claude_code.events" },
    };
    expect(read(record)).toMatchObject({
      format: "claude-otel",
      at: Date.UTC(2026, 2, 1, 9, 30),
      host: "laptop-1",
      account: { name: "ada@corp.example" },
      tookMs: 214,
    });
  });

  it("belongs to whom the resource names where nobody logged in, before any opaque id", () => {
    const opaque = { ...attributes, "user.email": undefined, "user.id": "a1b2" };
    expect(read({ ...elastic, attributes: opaque })).toMatchObject({ account: { name: "a1b2" } });
    expect(read({ ...elastic, attributes: opaque, resource: { attributes: { "user.name": "ada" } } })).toMatchObject({
      account: { name: "ada" },
    });
  });

  it.each([
    ["a decision", { ...elastic, body: "claude_code.tool_decision" }],
    ["a prompt", { ...elastic, body: "claude_code.user_prompt" }],
    ["another tool's result", { ...elastic, attributes: { ...attributes, tool_name: "Read" } }],
    ["a refused call", { ...elastic, attributes: { ...attributes, decision_type: "reject" } }],
  ])("started nothing when it is %s", (_, record) => expect(read(record)).toBe("not-a-process-start"));

  it.each([
    [{ tool_parameters: undefined }, "no-command"],
    [{ tool_parameters: "{" }, "no-command"],
    [{ tool_parameters: '{"full_command":7}' }, "bad-command"],
    [{ "user.email": {} }, "bad-user"],
    [{ "event.timestamp": "now" }, "bad-time"],
  ])("is refused with %j: %s", (wrong, reason) =>
    expect(read({ ...elastic, attributes: { ...attributes, ...wrong } })).toBe(reason),
  );

  it("of somebody who is not logged in is nobody's", () =>
    expect(read({ ...elastic, attributes: { ...attributes, "user.email": undefined } })).toMatchObject({
      account: { name: null, uid: null },
    }));

  it("may hold anything", () =>
    readsAnything(
      "claude-otel",
      [...Object.keys({ ...attributes, ...elastic }), "key", "value", "stringValue", "full_command"],
      ["claude_code.tool_result", "Bash"],
    ));
});

if (haveSamples)
  describe("log records of a real Claude Code", () => {
    it("are events, or refusals", () =>
      expect(outcomesOf("claude-code/otel_events.jsonl")).toEqual(["claude-otel", "not-a-process-start"]));
  });
