import { describe, expect, it } from "vitest";
import { arrivals, read } from "../read.js";

const row = (AccountName: string) => ({
  time: "2026-03-01T09:30:00Z",
  category: "AdvancedHunting-DeviceProcessEvents",
  properties: { AccountName, ProcessCommandLine: "ls" },
});

describe("a message of Event Hubs", () => {
  it("gives its records", () => {
    expect(read({ records: [row("ada"), row("grace")] })).toEqual([row("ada"), row("grace")]);
    expect(arrivals({ records: [row("ada")] })).toEqual([null]);
    expect(read({ records: [] })).toEqual([]);
  });

  it("names what is no record in it, and loses no neighbour", () =>
    expect(read({ records: [1, row("ada"), null, ["x"], row("grace")] })).toEqual([
      "not-an-object",
      row("ada"),
      "not-an-object",
      "not-an-object",
      row("grace"),
    ]));

  it("is a record as any other when it has no list", () => {
    for (const record of [{ records: {} }, { records: "many" }, { records: null }])
      expect(read(record)).toEqual([record]);
  });
});
