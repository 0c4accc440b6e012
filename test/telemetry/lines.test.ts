import { describe, expect, it } from "vitest";
import { read } from "./read.js";

const ada = { user: "ada", command: "ls" };
const json = JSON.stringify(ada);
const audit = 'type=EXECVE msg=audit(1772357400.123:7): argc=2 a0="ls" a1="-l"';
const sysmon = '<Event><System><Provider Name="Linux-Sysmon"/><EventID>1</EventID></System></Event>';

describe("a line of text", () => {
  it.each([
    ["of auditd", audit, { auditd: audit }],
    ["of auditd with its machine", `node=web-1 ${audit}`, { auditd: `node=web-1 ${audit}` }],
    ["of auditd, by syslog", `Mar  1 09:30:00 web-1 audispd: ${audit}`, { auditd: `node=web-1 ${audit}` }],
    [
      "of auditd with its machine, by syslog of another",
      `<14>Mar 01 09:30:00 relay-1 audispd[42]: node=web-1 ${audit}`,
      { auditd: `node=web-1 ${audit}` },
    ],
    ["of Sysmon", sysmon, { SyslogMessage: sysmon }],
    [
      "of Sysmon, by syslog",
      `Mar  1 09:30:00 web-1 sysmon: ${sysmon}`,
      { SyslogMessage: `Mar  1 09:30:00 web-1 sysmon: ${sysmon}` },
    ],
    ["of JSON, by syslog", `Mar  1 09:30:00 web-1 falco[42]: ${json}`, ada],
    ["of JSON, by syslog with ISO time", `2026-03-01T09:30:00.123+01:00 web-1 tetragon: ${json}`, ada],
    ["of JSON, by syslog of RFC 5424", `<14>1 2026-03-01T09:30:00Z web-1 falco 42 - - ${json}`, ada],
    ["of JSON with its byte order mark there", `<14>1 2026-03-01T09:30:00Z web-1 falco 42 ID7 - \uFEFF${json}`, ada],
  ])("is a record: %s", (_, line, record) => {
    expect(read(line)).toEqual([record]);
    expect(read(`${json}\n${line}\r\nhello\n${line}`)).toEqual([ada, record, "not-json", record]);
  });

  it.each([
    ["that quotes an audit record", `she wrote ${audit}`],
    ["that quotes JSON", `request body: ${json}`],
    ["of syslog with broken JSON", "Mar  1 09:30:00 web-1 falco: {oops}"],
    ["of syslog without any", "Mar  1 09:30:00 web-1 sshd[42]: session opened for user ada"],
    ["of XML of somebody else", "<Event><System/></Event>"],
    ["that is a long word", "x".repeat(100_000)],
    ["that is many blanks", `type=${" ".repeat(100_000)}x`],
  ])("is none: %s", (_, line) => expect(read(`${line}\n${json}`)).toEqual(["not-json", ada]));
});
