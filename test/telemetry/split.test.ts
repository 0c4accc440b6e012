import { describe, expect, it } from "vitest";
import { recordsIn } from "../../lib/telemetry/split.js";

const query = { name: "process_events", hostIdentifier: "web-1.example.com", unixTime: 1772357400 };
const [ls, id] = [
  { pid: "7", cmdline: "ls" },
  { pid: "8", cmdline: "id" },
];
const split = (record: Record<string, unknown>) => [...recordsIn(record)];

describe("one record of osquery with many rows", () => {
  it("is a batch: each row as the differential log writes it", () =>
    expect(split({ ...query, diffResults: { added: [ls, id], removed: [ls] } })).toEqual([
      { ...query, columns: ls, action: "added" },
      { ...query, columns: id, action: "added" },
      { ...query, columns: ls, action: "removed" },
    ]));

  it("is a snapshot", () =>
    expect(split({ ...query, action: "snapshot", snapshot: [ls, id] })).toEqual([
      { ...query, columns: ls, action: "snapshot" },
      { ...query, columns: id, action: "snapshot" },
    ]));

  it("keeps rows that are none, so that they are counted", () =>
    expect(split({ ...query, snapshot: [7] })).toEqual([{ ...query, columns: 7, action: "snapshot" }]));

  it("keeps a hostile key a key", () => {
    const record = JSON.parse('{"hostIdentifier":"h","__proto__":{"polluted":1},"snapshot":[{}]}');
    expect(split(record)[0]).not.toHaveProperty("polluted");
  });
});

describe("any other record", () => {
  it.each([
    { ...query, columns: ls, action: "added" },
    { ...query, diffResults: { added: [], removed: "" } },
    { ...query, diffResults: "" },
    { ...query, snapshot: [] },
    { snapshot: [ls] },
    { time: "2026-03-01T09:30:00Z", user: "ada", command: "ls" },
    {},
  ])("stays the very same: %#", (record) => expect(split(record)[0]).toBe(record));
});
