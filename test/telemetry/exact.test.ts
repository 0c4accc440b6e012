import { describe, expect, it } from "vitest";
import type { Event } from "../../lib/domain/event.js";
import { outcomesIn } from "./reading.js";
import { specimenRecords, withAt } from "./specimens.js";

/** The event of a record in whose JSON `value` stands, letter by letter, in place of the field. */
const eventWith = (name: string, field: string, value: string): Event => {
  const [, record] =
    specimenRecords.find(([own]) => own === name) ??
    specimenRecords.find(([own]) => own.startsWith(`${name} `)) ??
    expect.fail(`there is no record of ${name}`);
  const path = field.split("/");
  const text = JSON.stringify(withAt(record, path, "@@")).replace('"@@"', () => value);
  const [outcome] = outcomesIn(text);
  if (outcome === undefined || "reason" in outcome) expect.fail(`${name} with ${value} gave ${outcome?.reason}`);
  return outcome.event;
};

/** Where each format has its time. */
const times = [
  ["tetragon", "time"],
  ["defender", "properties/Timestamp"],
  ["osquery (process_events)", "columns/time"],
  ["falco (append_output)", "time"],
  ["falco (coding agents)", "time"],
  ["sysmon (Windows)", "winlog/event_data/UtcTime"],
  ["ecs (defend)", "@timestamp"],
  ["ecs (auditbeat)", "@timestamp"],
  ["ocsf", "time"],
  ["crowdstrike", "ProcessStartTime"],
  ["sentinelone", "event.time"],
  ["claude-hook", "time"],
  ["claude-otel", "attributes/event.timestamp"],
  ["claude-transcript", "timestamp"],
  ["codex (hook)", "time"],
  ["codex (rollout)", "timestamp"],
  ["codex (log)", "attributes/event.timestamp"],
  ["cursor", "time"],
  ["gemini (BeforeTool)", "timestamp"],
  ["gemini (log)", "attributes/event.timestamp"],
  ["copilot", "timestamp"],
  ["k8s-audit", "requestReceivedTimestamp"],
  ["plain", "time"],
] as const;

const second = Date.UTC(2026, 2, 1, 9, 30);
const spellings = [
  ["with 7 decimals", '"2026-03-01T09:30:00.1234567Z"', "2026-03-01T09:30:00.1234567Z", 123],
  ["with 9 decimals and an offset", '"2026-03-01T10:30:00.123456789+01:00"', "2026-03-01T09:30:00.123456789Z", 123],
  ["without a zone", '"2026-03-01 09:30:00.123"', "2026-03-01T09:30:00.123Z", 123],
  ["in seconds", "1772357400", "2026-03-01T09:30:00Z", 0],
  ["in seconds, as text with decimals", '"1772357400.123"', "2026-03-01T09:30:00.123Z", 123],
  ["in milliseconds", "1772357400123", "2026-03-01T09:30:00.123Z", 123],
  ["in milliseconds, as text", '"1772357400123"', "2026-03-01T09:30:00.123Z", 123],
  ["in microseconds", "1772357400123456", "2026-03-01T09:30:00.123456Z", 123],
  ["in nanoseconds, 19 digits", "1772357400123456789", "2026-03-01T09:30:00.123456789Z", 123],
  ["in nanoseconds, as text", '"1772357400999999999"', "2026-03-01T09:30:00.999999999Z", 999],
] as const;

describe.each(times)("the time of %s", (name, field) => {
  it.each(spellings)("%s is exact", (_, written, time, millis) =>
    expect(eventWith(name, field, written)).toMatchObject({ time, at: second + millis }),
  );
});

describe("a time in an audit id", () => {
  it.each([
    ["laurel", "ID", '"1772357400.999:18446744073709551615"'],
    ["auditd (auoms)", "SyslogMessage", '"type=AUOMS_EXECVE audit(1772357400.999:18446744073709551615): x"'],
  ])("of %s is exact, and so is the number behind it", (name, field, written) =>
    expect(eventWith(name, field, written)).toMatchObject({
      id: "1772357400.999:18446744073709551615",
      time: "2026-03-01T09:30:00.999Z",
      at: second + 999,
    }),
  );
});

describe("Falco's own clock, where the alert has no other,", () => {
  it("is exact to the nanosecond, though it is more than a number holds", () => {
    const record = specimenRecords.find(([name]) => name === "falco (append_output)")?.[1];
    const text = JSON.stringify({
      ...record,
      time: undefined,
      output_fields: { ...(record?.output_fields as object), "evt.time.iso8601": "@@" },
    });
    expect(outcomesIn(text.replace('"@@"', "1772357400123456789"))).toMatchObject([
      { event: { time: "2026-03-01T09:30:00.123456789Z", at: second + 123 } },
    ]);
  });
});

/** Where a number of 64 bits may stand, and where it is to be found again. */
const ids = [
  ["crowdstrike", "TargetProcessId", ({ process }: Event) => process?.id],
  ["crowdstrike", "ParentProcessId", ({ process }: Event) => process?.parentId],
  ["defender", "properties/ProcessUniqueId", ({ process }: Event) => process?.id],
  ["defender", "properties/InitiatingProcessUniqueId", ({ process }: Event) => process?.parentId],
  ["defender", "properties/ReportId", ({ id }: Event) => id.split("@")[0]],
  ["ocsf", "metadata/uid", ({ id }: Event) => id],
  ["ocsf", "process/uid", ({ process }: Event) => process?.id],
  ["ecs (defend)", "process/entity_id", ({ process }: Event) => process?.id],
  ["sentinelone", "tgt.process.uid", ({ process }: Event) => process?.id],
  ["sentinelone", "event.id", ({ id }: Event) => id],
  ["tetragon", "process_exec/process/exec_id", ({ process }: Event) => process?.id],
  ["sysmon (Windows)", "winlog/event_data/ProcessGuid", ({ process }: Event) => process?.id],
  ["osquery (process_events)", "columns/eid", ({ id }: Event) => id.split("@")[0]],
  ["falco (append_output)", "uuid", ({ id }: Event) => id],
  ["falco (coding agents)", "output_fields/agent.session_id", ({ session }: Event) => session],
  ["claude-hook", "session_id", ({ session }: Event) => session],
  ["claude-hook", "tool_use_id", ({ id }: Event) => id],
  ["claude-transcript", "sessionId", ({ session }: Event) => session],
  ["codex (rollout)", "payload/call_id", ({ id }: Event) => id],
  ["cursor", "conversation_id", ({ session }: Event) => session],
  ["gemini (BeforeTool)", "session_id", ({ session }: Event) => session],
  ["copilot", "sessionId", ({ session }: Event) => session],
  ["k8s-audit", "auditID", ({ id }: Event) => id],
  ["plain", "id", ({ id }: Event) => id],
  ["plain", "session", ({ session }: Event) => session],
] as const;

/** These must be text, which their formats are told by. */
const textOnly: ReadonlySet<string> = new Set(["auditID", "sessionId", "conversation_id"]);

describe.each(ids)("%s: %s", (name, field, idIn) => {
  const numbers = ["9007199254740993", "9223372036854775807", "18446744073709551615"];
  it.each(numbers)("of 64 bits stays what it is: %s", (digits) => {
    expect(idIn(eventWith(name, field, `"${digits}"`))).toBe(digits);
    if (!textOnly.has(field)) expect(idIn(eventWith(name, field, digits))).toBe(digits);
  });
});
