import { describe, expect, it } from "vitest";
import { arrivals, read } from "../read.js";

const ada = { user: "ada", command: "ls" };
const event = {
  version: "0",
  id: "6f1c",
  "detail-type": "Command",
  source: "example.shell",
  account: "123456789012",
  time: "2026-03-01T09:30:00Z",
  region: "eu-west-1",
  resources: [],
  detail: ada,
};

describe("an event of EventBridge", () => {
  it("gives its detail, with its time", () => {
    expect(read(event)).toEqual([ada]);
    expect(arrivals(event)).toEqual([Date.UTC(2026, 2, 1, 9, 30)]);
    expect(arrivals({ ...event, time: "soon" })).toEqual([null]);
  });

  it("may hold other envelopes", () =>
    expect(read({ ...event, detail: { records: [ada, event] } })).toEqual([ada, ada]));

  it.each([
    ["no detail", { ...event, detail: null }],
    ["text as detail", { ...event, detail: "text" }],
    ["no type", { ...event, "detail-type": 1 }],
  ])("is a record as any other with %s", (_, record) => expect(read(record)).toEqual([record]));
});
