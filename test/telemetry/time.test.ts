import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTime, timeReasons } from "../../lib/telemetry/time.js";
import { forAll } from "../for-all.js";

const timeOf = (value: unknown): unknown => {
  const time = readTime(value);
  return time.ok ? time.value.time : time.reason;
};
const at = Date.UTC(2026, 2, 1, 9, 30);

describe("a time in telemetry", () => {
  it.each([
    ["2026-03-01T09:30:00Z", "2026-03-01T09:30:00Z"],
    ["2026-03-01T09:30:00.1Z", "2026-03-01T09:30:00.1Z"],
    ["2026-03-01T09:30:00.123456789Z", "2026-03-01T09:30:00.123456789Z"],
    ["2026-03-01T10:30:00.5+01:00", "2026-03-01T09:30:00.5Z"],
    ["2026-03-01T00:30:00-0900", "2026-03-01T09:30:00Z"],
    ["2026-03-01T09:30:00", "2026-03-01T09:30:00Z"],
    ["2026-03-01 09:30:00.250", "2026-03-01T09:30:00.250Z"],
    ["2026-03-01 09:30:00 UTC", "2026-03-01T09:30:00Z"],
    ["2026-03-01T09:30Z", "2026-03-01T09:30:00Z"],
    [at / 1000, "2026-03-01T09:30:00Z"],
    [at / 1000 + 0.25, "2026-03-01T09:30:00.25Z"],
    [at, "2026-03-01T09:30:00.000Z"],
    [String(at + 7), "2026-03-01T09:30:00.007Z"],
    [`${at + 7}456`, "2026-03-01T09:30:00.007456Z"],
    [`${at + 7}456789`, "2026-03-01T09:30:00.007456789Z"],
    [`${at / 1000}.123456`, "2026-03-01T09:30:00.123456Z"],
  ])("keeps its own precision: %s", (value, time) => expect(timeOf(value)).toBe(time));

  it.each([
    [undefined, "no-time"],
    [null, "no-time"],
    ["", "no-time"],
    ["yesterday", "bad-time"],
    ["2026-02-30T00:00:00Z", "bad-time"],
    ["2026-13-01T00:00:00Z", "bad-time"],
    ["2026-03-01T25:00:00Z", "bad-time"],
    [Number.NaN, "bad-time"],
    [{}, "bad-time"],
    [true, "bad-time"],
    [0, "absurd-time"],
    [-5, "absurd-time"],
    ["0001-01-01T00:00:00Z", "absurd-time"],
    ["2100-01-01T00:00:00Z", "absurd-time"],
  ])("is refused: %s", (value, reason) => expect(timeOf(value)).toBe(reason));

  it("is exact to the millisecond in every unit, as number and as text", () => {
    const instant = fc.integer({ min: Date.UTC(2001, 8, 10), max: Date.UTC(2099, 11, 31) });
    forAll([instant], (milliseconds) => {
      const seconds = Math.floor(milliseconds / 1000);
      for (const value of [milliseconds, String(milliseconds), `${milliseconds}000`, `${milliseconds}000000`]) {
        expect(readTime(value)).toMatchObject({ ok: true, value: { at: milliseconds } });
      }
      expect(readTime(new Date(milliseconds).toISOString())).toMatchObject({ value: { at: milliseconds } });
      expect(readTime(seconds)).toMatchObject({ value: { at: seconds * 1000 } });
      // A 19-digit number has lost its last digits, not its milliseconds.
      expect(readTime(Number(`${milliseconds}500000`))).toMatchObject({ value: { at: milliseconds } });
    });
  });

  it("never throws", () =>
    forAll([fc.anything()], (value) => {
      const time = readTime(value);
      if (!time.ok) expect(timeReasons).toContain(time.reason);
    }));
});
