import { describe, expect, it } from "vitest";
import { read } from "../read.js";

const attribute = (key: string, stringValue: string) => ({ key, value: { stringValue } });
const record = (text: string) => ({ timeUnixNano: "1772357400123456789", body: { stringValue: text } });
const resource = { attributes: [attribute("service.name", "claude-code"), attribute("host.name", "web-1")] };
const scope = { name: "com.example.events", version: "1" };

describe("logs of OpenTelemetry", () => {
  it("give each record with the resource and the scope around it", () =>
    expect(
      read({
        resourceLogs: [
          { resource, scopeLogs: [{ scope, logRecords: [record("a"), record("b")] }, { logRecords: [record("c")] }] },
          { scopeLogs: [{ scope, logRecords: [record("d")] }] },
          { resource },
        ],
      }),
    ).toEqual([
      { ...record("a"), resource, scope },
      { ...record("b"), resource, scope },
      { ...record("c"), resource, scope: null },
      { ...record("d"), resource: null, scope },
    ]));

  it("give the record in a body that is one, as the collector reads it from a file", () => {
    const ada = { user: "ada", command: "ls" };
    expect(read({ resourceLogs: [{ scopeLogs: [{ logRecords: [record(JSON.stringify(ada))] }] }] })).toEqual([ada]);
  });

  it("name what is no record, and lose no neighbour", () =>
    expect(
      read({
        resourceLogs: [
          7,
          { scopeLogs: "x" },
          { scopeLogs: [null, { logRecords: [1, record("a")] }, { logRecords: {} }] },
        ],
      }),
    ).toEqual([
      ...["not-an-object", "not-an-object", "not-an-object", "not-an-object"],
      { ...record("a"), resource: null, scope: null },
      "not-an-object",
    ]));

  it("leave out a resource that is too long to be read with every record", () => {
    const huge = { attributes: [attribute("host.name", "x".repeat(16 * 1024))] };
    expect(read({ resourceLogs: [{ resource: huge, scopeLogs: [{ scope, logRecords: [record("a")] }] }] })).toEqual([
      { ...record("a"), resource: null, scope },
    ]);
  });
});
