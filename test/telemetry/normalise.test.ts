import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formats } from "../../lib/telemetry/formats/index.js";
import { normalise, normaliseReasons } from "../../lib/telemetry/normalise.js";
import { forAll } from "../for-all.js";
import { specimenRecords } from "./specimens.js";

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
      const event = normalise(anything, only, { contentId: () => "content", arrived: null });
      if (event.ok) expect(event.value.at).toBeGreaterThan(0);
      else expect(reasons).toContain(event.reason);
    }));
});

describe("a record whose format is named", () => {
  it.each(specimenRecords)("is read as if it had been recognised: %s", (_, record) => {
    const origin = { contentId: () => "content", arrived: Date.UTC(2026, 2, 1) };
    const event = normalise(record, "auto", origin);
    for (const { name, recognises } of formats) {
      const named = normalise(record, name, origin);
      if (recognises(record)) expect(named).toEqual(event);
      else if (!named.ok) expect(named.reason).toBe("other-format");
    }
  });
});

const asked = {
  eventVersion: "1.08",
  eventType: "AwsApiCall",
  eventSource: "ssm.amazonaws.com",
  eventName: "SendCommand",
  awsRegion: "eu-west-1",
  requestParameters: { documentName: "AWS-RunShellScript", parameters: "HIDDEN_DUE_TO_SECURITY_REASONS" },
};

describe("a record of no known format", () => {
  it("says so", () =>
    expect(normalise({ message: "hello" }, "auto", { contentId: () => "", arrived: null })).toEqual({
      ok: false,
      reason: "unknown-format",
    }));
  it("that another source wrote than the one that was named, says so", () => {
    const as = (only: "tetragon" | "plain" | "auto", record: Record<string, unknown>) =>
      normalise(record, only, { contentId: () => "", arrived: null });
    const pods = { auditID: "a1", stage: "ResponseComplete", verb: "list" };
    expect(as("tetragon", pods)).toEqual({ ok: false, reason: "other-format" });
    expect(as("plain", pods)).toEqual({ ok: false, reason: "other-format" });
    expect(as("tetragon", { message: "hello" })).toEqual({ ok: false, reason: "unknown-format" });
    expect(as("tetragon", asked)).toEqual({ ok: false, reason: "other-format" });
  });
  it("of CloudTrail is known to start no process", () =>
    expect(normalise(asked, "auto", { contentId: () => "", arrived: null })).toEqual({
      ok: false,
      reason: "not-a-process-start",
    }));
  it("says what is missing when its format is given", () =>
    expect(normalise({ message: "hello" }, "plain", { contentId: () => "", arrived: null })).toEqual({
      ok: false,
      reason: "no-command",
    }));
});
