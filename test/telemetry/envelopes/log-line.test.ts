import { describe, expect, it } from "vitest";
import { arrivals, read } from "../read.js";

const ada = { user: "ada", command: "ls" };
const json = JSON.stringify(ada);
const audit = "type=EOE msg=audit(1772357400.123:7):";
const sysmon = '<Event><System><Provider Name="Linux-Sysmon"/></System></Event>';
const at = Date.UTC(2026, 2, 1, 9, 30);

describe("a line of a log, as its shipper wraps it,", () => {
  it.each([
    ["fluent-bit", { date: at / 1000, log: `${json}\n`, stream: "stdout" }],
    ["Docker", { time: "2026-03-01T09:30:00.000000000Z", log: `${json}\n`, stream: "stdout" }],
    ["Vector", { timestamp: "2026-03-01T09:30:00Z", message: json, file: "/var/log/x", source_type: "file" }],
    ["Logstash", { "@timestamp": "2026-03-01T09:30:00Z", "@version": "1", message: json, host: { name: "web-1" } }],
    ["syslog", { time: "2026-03-01T09:30:00Z", ident: "falco", pid: "42", host: "web-1", message: json }],
    ["the journal", { date: at / 1000, MESSAGE: json, _HOSTNAME: "web-1" }],
    ["the collector of OpenTelemetry", { timeUnixNano: `${at}000000`, body: { stringValue: json }, attributes: [] }],
  ])("is the record, arrived when %s says", (_, wrapped) => {
    expect(read(wrapped)).toEqual([ada]);
    expect(arrivals(wrapped)).toEqual([at]);
  });

  it("is a line of auditd, of the host that the shipper names", () => {
    expect(read({ message: audit, host: "web-1" })).toEqual([{ auditd: `node=web-1 ${audit}` }]);
    expect(read({ message: audit, hostname: "web-1" })).toEqual([{ auditd: `node=web-1 ${audit}` }]);
    expect(read({ message: `node=web-2 ${audit}`, host: "web-1" })).toEqual([{ auditd: `node=web-2 ${audit}` }]);
    expect(read({ log: audit, host: "web 1" })).toEqual([{ auditd: audit }]);
    expect(read({ log: audit })).toEqual([{ auditd: audit }]);
  });

  it("is an event of Sysmon", () => expect(read({ log: sysmon })).toEqual([{ SyslogMessage: sysmon }]));

  it("is not looked at where a format knows the record", () => {
    const record = { time: "2026-03-01T09:30:00Z", user: "grace", command: "pwd", message: json };
    expect(read(record)).toEqual([record]);
  });

  it.each([
    ["text", { message: "hello" }],
    ["text that quotes a record", { message: `got ${json}` }],
    ["the start of an object", { log: json.slice(0, -1) }],
    ["an array", { message: `[${json}]` }],
    ["no text", { message: 7, log: {} }],
  ])("is left alone when it is %s", (_, record) => expect(read(record)).toEqual([record]));

  it("gives one reason when it looks like an object and is none", () => {
    expect(read({ message: "{oops}" })).toEqual(["not-json"]);
    expect(read(`${JSON.stringify({ log: "{oops}" })}\n${json}`)).toEqual(["not-json", ada]);
  });

  it("is opened as deep as other envelopes", () => {
    const wrapped = (times: number): object => (times === 0 ? ada : { log: JSON.stringify(wrapped(times - 1)) });
    expect(read(wrapped(8))).toEqual([ada]);
    expect(read(wrapped(9))).toEqual(["too-deep"]);
  });
});
