import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unknownBeyond } from "../../../lib/domain/event.js";
import { coalesce } from "../../../lib/telemetry/auditd/coalesce.js";
import { formats } from "../../../lib/telemetry/formats/index.js";
import { normalise, normaliseReasons } from "../../../lib/telemetry/normalise.js";
import { forAll } from "../../for-all.js";
import { recordedLines } from "../../sample/tree/audit-fields.js";
import { haveSamples } from "../samples.js";

const readRecord = (record: Record<string, unknown>): unknown => {
  const event = normalise(record, "auto", { contentId: () => "content", arrived: null });
  return event.ok ? event.value : event.reason;
};
const readLines = (lines: readonly string[]): readonly unknown[] =>
  [...coalesce(lines.map((auditd) => ({ ok: true, value: { auditd } }) as const))].map((record) =>
    record.ok ? readRecord(record.value) : record.reason,
  );

const head = "node=web-1.example.com type=";
const id = "1772357400.123:4711";
const call = (fields: string): string => `${head}SYSCALL msg=audit(${id}): ${fields}`;
const ids = "ppid=90 pid=100 auid=1001 uid=0 gid=0 euid=0 tty=pts0 ses=3";
const exec = `arch=c000003e syscall=59 success=yes exit=0 items=2 ${ids} comm="git" exe="/usr/bin/git" key=(null)`;
const names = '\x1dARCH=x86_64 SYSCALL=execve AUID="ada" UID="root"';
const execve = `${head}EXECVE msg=audit(${id}): argc=3 a0="git" a1="commit" a2=2D2D6D6573736167653D66697820697421`;
const cwd = `${head}CWD msg=audit(${id}): cwd="/srv/shop"`;
const one = (syscall: string, ...rest: readonly string[]): unknown => readLines([call(syscall), ...rest])[0];

describe("an exec in an audit log", () => {
  it("has exact arguments, and belongs to whom logged in", () =>
    expect(one(exec + names, execve, cwd)).toEqual({
      ...unknownBeyond,
      id,
      format: "auditd",
      time: "2026-03-01T09:30:00.123Z",
      at: Date.UTC(2026, 2, 1, 9, 30, 0, 123),
      host: "web-1.example.com",
      account: { name: "ada", uid: "1001" },
      cwd: "/srv/shop",
      binary: "/usr/bin/git",
      command: { kind: "argv", argv: ["git", "commit", "--message=fix it!"] },
      process: { id: null, pid: "100", parentId: null, parentPid: "90" },
    }));

  it("has numbers only where auditd adds no names", () =>
    expect(one(exec, execve)).toMatchObject({ account: { name: null, uid: "1001" } }));

  it("belongs to its user where nobody logged in", () =>
    expect(one(exec.replace("1001", "4294967295") + names.replace("ada", "unset"), execve)).toMatchObject({
      account: { name: "root", uid: "0" },
    }));

  it("does not take the number of a login for a session", () =>
    expect(one(exec, execve)).toMatchObject({ session: null }));

  it("is one on another machine too", () =>
    expect(one(exec.replace("c000003e syscall=59", "c00000b7 syscall=221"), execve)).toMatchObject({ id }));

  it("is told by its arguments where its number is not known", () =>
    expect(one(exec.replace("syscall=59", "syscall=520"), execve)).toMatchObject({ id }));

  it("without a name for itself is named by its path", () =>
    expect(one(exec, `${head}EXECVE msg=audit(${id}): argc=1 a0=""`)).toMatchObject({
      command: { argv: ["/usr/bin/git"] },
    }));

  it("cannot give itself another user by a name that it chose", () => {
    const name = 'comm="x uid=9 auid=9" ';
    expect(one(exec.replace('comm="git" ', name), execve)).toMatchObject({ account: { uid: "1001" } });
  });

  it.each([
    ["incomplete-audit-event", [call(exec)]],
    ["incomplete-audit-event", [call(exec.replace("c000003e syscall=59", "c00000b7 syscall=281"))]],
    ["incomplete-audit-event", [execve]],
    ["incomplete-audit-event", [cwd]],
    ["incomplete-audit-event", [call(exec), execve.replace("argc=3", "argc=4")]],
    ["incomplete-audit-event", [`${head}SYSCALL msg=audit(${id.replace(".", ":")}): ${exec}`]],
    ["not-a-process-start", [call(exec.replace("success=yes", "success=no"))]],
    ["not-a-process-start", [call(exec.replace("success=yes", 'success="no"')), execve]],
    ["not-a-process-start", [call(exec.replace("syscall=59", "syscall=2"))]],
    ["not-a-process-start", [`${head}USER_CMD msg=audit(${id}): pid=100 auid=1001 msg='cmd=6C73'`]],
    ["no-user", [call(exec.replace("auid=1001 uid=0", "auid=4294967295")), execve]],
    ["no-command", [call(exec.replace(/ exe=\S+/, "")), `${head}EXECVE msg=audit(${id}): argc=1 a0=""`]],
    ["absurd-time", [call(exec), execve].map((line) => line.replaceAll("1772357400", "42"))],
  ])("is refused as %s: %#", (reason, lines) => expect(readLines(lines)).toEqual([reason]));
});

describe("an exec that auoms has joined", () => {
  const data = `node=web-1 arch=x86_64 syscall=execve success=yes ppid=90 pid=100 audit_user=ada auid=1001 user=root uid=0 ses="3" comm="bash" exe="/bin/bash" cwd="/srv" argc=3 cmdline="bash -c "echo hi"" redactors= containerid=`;
  const record = {
    EventType: "AUOMS_EXECVE",
    EventTime: "2026-03-01T09:30:00Z",
    Computer: "WEB-1",
    SyslogMessage: `type=AUOMS_EXECVE audit(${id}): ${data}`,
    EventData: data,
  };
  it("is a line with quotes", () =>
    expect(readRecord(record)).toMatchObject({
      id,
      time: "2026-03-01T09:30:00.123Z",
      host: "web-1",
      account: { name: "ada", uid: "1001" },
      cwd: "/srv",
      binary: "/bin/bash",
      command: { kind: "line", text: 'bash -c "echo hi"', fidelity: "quoted" },
      process: { pid: "100", parentPid: "90" },
    }));
  it("has the time of its record where it has no id", () =>
    expect(readRecord({ ...record, SyslogMessage: {} })).toMatchObject({ id: "content", time: record.EventTime }));
  it("is none where it failed, or is another event", () => {
    expect(readRecord({ ...record, EventData: data.replace("=yes", "=no") })).toBe("not-a-process-start");
    expect(readRecord({ ...record, EventType: "AUOMS_SYSCALL", EventData: "syscall=unlink" })).toBe(
      "not-a-process-start",
    );
  });
});

describe("whatever stands in an audit record", () => {
  const reasons: ReadonlySet<unknown> = new Set(normaliseReasons);
  const isRead = (found: unknown): void => {
    if (typeof found === "string") expect(reasons).toContain(found);
    else expect(found).toMatchObject({ format: "auditd" });
  };
  const noise = fc.constantFrom(
    "",
    "(null)",
    '"',
    "7",
    "41",
    '"a b"',
    "argc=",
    "a0[0]=",
    "=",
    " ",
    "\x1d",
    "__proto__=1",
  );
  it("a line is an event or a known reason", () =>
    forAll([fc.array(noise, { maxLength: 6 }), fc.constantFrom(...["SYSCALL", "EXECVE", "CWD"])], (parts, type) => {
      const text = parts.join("");
      for (const found of readLines([`${head}${type} msg=audit(${id}): ${text}`, call(exec + text), execve + text]))
        isRead(found);
    }));
  const field = fc.constantFrom(
    "id",
    "node",
    "syscall",
    "execve",
    "argv",
    "cwd",
    "exe",
    "auid",
    "uid",
    "success",
    "line",
  );
  const value = fc.letrec((tie) => ({
    any: fc.oneof({ depthSize: "small" }, fc.jsonValue(), fc.constant(id), fc.dictionary(field, tie("any"))),
  })).any;
  it("an object is an event or a known reason", () =>
    forAll([value, value], (anything, data) => {
      for (const record of [
        { auditd: anything },
        { EventType: "AUOMS_EXECVE", EventData: JSON.stringify(data), ...{ EventTime: data } },
      ])
        if (formats.find((format) => format.recognises(record))?.name === "auditd") isRead(readRecord(record));
    }));
});

describe.runIf(haveSamples)("audit records of real hosts", () => {
  it("are read", () => {
    const counts: Record<string, number> = {};
    for (const found of haveSamples ? readLines(recordedLines()) : []) {
      const kind = typeof found === "string" ? found : "event";
      counts[kind] = (counts[kind] ?? 0) + 1;
    }
    expect(counts).toEqual({ event: 37, "incomplete-audit-event": 1, "not-a-process-start": 92 });
  });
  it("of auoms are read", () => {
    const file = "../shared/samples/laurel-auditd/otrf_auoms_auditd_log4shell.jsonl";
    const records = haveSamples ? readFileSync(file, "utf8").trim().split("\n") : [];
    const found = records.map((record) => readRecord(JSON.parse(record)));
    expect(found.filter((one) => one === "not-a-process-start")).toHaveLength(23);
    expect(found.filter((one) => typeof one === "object")).toHaveLength(27);
  });
});
