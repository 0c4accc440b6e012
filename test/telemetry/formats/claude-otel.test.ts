import { describe, expect, it } from "vitest";
import { normalise } from "../../../lib/telemetry/normalise.js";

const read = (record: Record<string, unknown>): unknown => {
  const event = normalise(record, "auto", () => "content");
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
    [{ "user.email": undefined }, "no-user"],
    [{ "user.email": {} }, "bad-user"],
    [{ "event.timestamp": "now" }, "bad-time"],
  ])("is refused with %j: %s", (wrong, reason) =>
    expect(read({ ...elastic, attributes: { ...attributes, ...wrong } })).toBe(reason),
  );
});
