import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { arrivals, bytesOf, read } from "../read.js";

const ada = { user: "ada", command: "ls" };
const grace = { user: "grace", command: "pwd" };
const arrived = Date.UTC(2026, 2, 1, 9, 30);
const audit = "type=EOE msg=audit(1772357400.123:7): ";

const subscription = (...messages: readonly unknown[]) => ({
  messageType: "DATA_MESSAGE",
  owner: "123456789012",
  logGroup: "/var/log/agents",
  logStream: "web-1",
  subscriptionFilters: ["to-baseliner"],
  logEvents: messages.map((message, index) => ({ id: `3688${index}`, timestamp: arrived + index, message })),
});

describe("a subscription of CloudWatch Logs", () => {
  it("gives the records that its messages are, with the messages' times", () => {
    const record = subscription(JSON.stringify(ada), `${JSON.stringify(grace)}\n`);
    expect(read(gzipSync(JSON.stringify(record)))).toEqual([ada, grace]);
    expect(arrivals(record)).toEqual([arrived, arrived + 1]);
  });

  it("gives a message of several lines as several records", () =>
    expect(read(subscription(`${JSON.stringify(ada)}\n${JSON.stringify(grace)}`))).toEqual([ada, grace]));

  it("gives lines of auditd, of the machine that the log stream is named after", () => {
    expect(read(subscription(audit))).toEqual([{ auditd: `node=web-1 ${audit}`.trimEnd() }]);
    expect(read({ ...subscription(audit), logStream: "2026/03/01/[$LATEST]ab" })).toEqual([
      { auditd: audit.trimEnd() },
    ]);
  });

  it("may hold other envelopes", () => {
    const inner = JSON.stringify({ log: `${JSON.stringify(ada)}\n`, date: 1772000000.5 });
    expect(read(subscription(inner, JSON.stringify({ records: [grace] })))).toEqual([ada, grace]);
    expect(arrivals(subscription(inner))).toEqual([1772000000500]);
  });

  it("names each message that is no record, and loses none of the others", () => {
    const record = subscription("START RequestId: 1", JSON.stringify(ada), 42, "{oops", JSON.stringify(grace));
    expect(read(record)).toEqual(["not-json", ada, "not-an-object", "truncated-json", grace]);
    expect(read({ ...record, logEvents: [null, "x", {}] })).toEqual(Array.from({ length: 3 }, () => "not-an-object"));
  });

  it("is understood, and starts nothing, when it is a control message", () => {
    const control = { ...subscription("CWL CONTROL MESSAGE: Checking health"), messageType: "CONTROL_MESSAGE" };
    expect(read(control)).toEqual(["not-a-process-start"]);
  });

  it("is a record as any other without its events", () => {
    const record = { messageType: "DATA_MESSAGE", logEvents: "none" };
    expect(read(bytesOf(JSON.stringify(record)))).toEqual([record]);
  });
});
