import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formats } from "../../lib/telemetry/formats/index.js";
import { normalise, normaliseReasons } from "../../lib/telemetry/normalise.js";
import { forAll } from "../for-all.js";

const reasons: ReadonlySet<string> = new Set(normaliseReasons);

/** The fields that formats look at, with anything in them. */
const lookedAt = fc.constantFrom(
  ...["time", "user", "command", "parent", "id", "host", "agent", "session", "cwd", "process_exec", "process"],
  ...["binary", "arguments", "uid", "auid", "node_name", "category", "properties", "ProcessCommandLine", "Timestamp"],
  ...["DeviceName", "DeviceId", "AccountName", "FolderPath", "FileName", "ActionType", "AdditionalFields", "ReportId"],
  ...["attributes", "body", "resource", "tool_name", "tool_parameters", "user.email", "event.timestamp", "__proto__"],
);
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom("Bash", "claude_code.tool_result", "AdvancedHunting-DeviceProcessEvents", "2026-03-01T09:30:00Z"),
    fc.jsonValue(),
    fc.dictionary(lookedAt, tie("any")),
    fc.array(tie("any"), { maxLength: 3 }),
  ),
})).any;
const record = fc.dictionary(lookedAt, value);

describe("whatever a record holds", () => {
  it("it is an event or a known reason", () =>
    forAll([record, fc.constantFrom("auto" as const, ...formats.map(({ name }) => name))], (anything, only) => {
      const event = normalise(anything, only, () => "content");
      if (event.ok) expect(event.value.at).toBeGreaterThan(0);
      else expect(reasons).toContain(event.reason);
    }));
});

describe("a record of no known format", () => {
  it("says so", () =>
    expect(normalise({ message: "hello" }, "auto", () => "")).toEqual({ ok: false, reason: "unknown-format" }));
  it("says what is missing when its format is given", () =>
    expect(normalise({ message: "hello" }, "plain", () => "")).toEqual({ ok: false, reason: "no-command" }));
});
