import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bad, good, type Result } from "../../../lib/domain/result.js";
import { coalesce } from "../../../lib/telemetry/auditd/coalesce.js";
import type { JsonObject } from "../../../lib/telemetry/json.js";
import { forAll } from "../../for-all.js";

const line = (serial: number, type: string, fields: string, node = "web-1.example.com"): Result<JsonObject> =>
  good({ auditd: `node=${node} type=${type} msg=audit(1772357400.123:${serial}): ${fields}` });
const syscall = (serial: number) => line(serial, "SYSCALL", "arch=c000003e syscall=59 success=yes pid=7 auid=1001");
const execve = (serial: number) => line(serial, "EXECVE", 'argc=2 a0="git" a1="fetch"');
const cwd = (serial: number) => line(serial, "CWD", 'cwd="/srv/shop"');
const title = (serial: number) => line(serial, "PROCTITLE", "proctitle=676974006665746368");
const end = (serial: number) => line(serial, "EOE", "");
const path = (serial: number) => line(serial, "PATH", 'item=0 name="/usr/bin/git" nametype=NORMAL');
const whole = (serial: number) => [syscall, execve, cwd, path, title, end].map((make) => make(serial));

const eventOf = (serial: number, node = "web-1.example.com") => ({
  auditd: {
    id: `1772357400.123:${serial}`,
    node,
    syscall: { arch: "c000003e", syscall: "59", success: "yes", pid: "7", auid: "1001" },
    execve: { argv: ["git", "fetch"] },
    cwd: "/srv/shop",
  },
});
const joined = (lines: readonly Result<JsonObject>[]): readonly unknown[] =>
  [...coalesce(lines)].map((record) => (record.ok ? record.value : record.reason));

describe("the lines of one audit event", () => {
  it("are one record", () => expect(joined(whole(1))).toEqual([eventOf(1)]));
  it("are one record without EOE, which auditd's own file has not", () =>
    expect(joined(whole(1).slice(0, -1))).toEqual([eventOf(1)]));
  it("may come backwards", () => expect(joined(whole(1).reverse())).toEqual([eventOf(1)]));
  it("may come between those of others, in any order", () =>
    forAll([fc.shuffledSubarray([...whole(1), ...whole(2), ...whole(3)], { minLength: 18 })], (lines) =>
      expect(new Set(joined(lines).map((record) => JSON.stringify(record)))).toEqual(
        new Set([1, 2, 3].map((serial) => JSON.stringify(eventOf(serial)))),
      ),
    ));
  it("belong to their host: two hosts may count alike", () => {
    const other = (type: string, fields: string) => line(1, type, fields, "db-1.example.com");
    const records = joined([syscall(1), other("CWD", 'cwd="/tmp"'), execve(1), cwd(1), end(1)]);
    expect(records).toEqual([
      eventOf(1),
      { auditd: { id: "1772357400.123:1", node: "db-1.example.com", cwd: "/tmp" } },
    ]);
  });
  it("stand where the first of them does", () => {
    const lines = [syscall(1), syscall(2), execve(1), cwd(1), end(1)].map((one, i) => ({ ...one, line: 7 + i }));
    expect([...coalesce(lines)].map(({ line: first }) => first)).toEqual([7, 8]);
  });
  it("are given out as soon as they are whole", () => {
    const records = coalesce(
      (function* () {
        yield* whole(1);
        throw new Error("asked for more than it needed");
      })(),
    );
    expect(records.next().value).toEqual(good(eventOf(1)));
  });
  it("are given out at the end, whatever is missing", () =>
    expect(joined([execve(1)])).toEqual([
      { auditd: { id: "1772357400.123:1", node: "web-1.example.com", execve: { argv: ["git", "fetch"] } } },
    ]));
  it("of which only the end is there, are nothing", () => expect(joined([end(1), title(2)])).toEqual([]));
});

describe("an argument", () => {
  const argvOf = (...fields: readonly string[]): unknown => {
    const [record] = [...coalesce([syscall(1), ...fields.map((text) => line(1, "EXECVE", text)), cwd(1), end(1)])];
    return record?.ok ? (record.value.auditd as { execve: { argv: unknown } }).execve.argv : null;
  };
  it("is quoted, or hexadecimal", () =>
    expect(argvOf('argc=4 a0="echo" a1="" a2=C3A4206222 a3="AB"')).toEqual(["echo", "", 'ä b"', "AB"]));
  it("is put together from its pieces, a letter cut in two too", () =>
    expect(argvOf('argc=2 a0="echo" a1_len=12 a1[0]=61C3', " a1[1]=A4202062")).toEqual(["echo", "aä  b"]));
  it("may have pieces in quotes", () =>
    expect(argvOf('argc=1 a0_len=6 a0[0]="abc"', ' a0[1]="def"')).toEqual(["abcdef"]));
  it.each([
    ["was announced and is not there", 'argc=3 a0="git" a1="fetch"'],
    ["has a piece too few", "argc=1 a0_len=8 a0[0]=6162"],
    ["has a piece that is none", "argc=1 a0_len=4 a0[1]=6162"],
    ["is the wrong one", 'argc=1 a7="git"'],
    ["is not counted", 'a0="git"'],
    ["is counted wrongly", 'argc=many a0="git"'],
    ["has a length only", "argc=1 a0_len=0"],
  ])("that %s makes all of them unknown", (_what, fields) => expect(argvOf(fields)).toBeNull());
});

describe("what is no exec's line", () => {
  const hook = good({ hook_event_name: "PreToolUse" });
  it("passes through, in order", () =>
    expect([...coalesce([hook, syscall(1), bad("not-json"), hook])].slice(0, 3)).toEqual([
      hook,
      bad("not-json"),
      hook,
    ]));
  it("passes through when it only looks like one", () =>
    expect(joined([good({ auditd: "type=SYSCALL msg=audit(now):" }), good({ auditd: { id: 7 } })])).toEqual([
      { auditd: "type=SYSCALL msg=audit(now):" },
      { auditd: { id: 7 } },
    ]));
  it("is a record of its own where its kind has one line", () =>
    expect(joined([line(5, "USER_CMD", "pid=7 auid=1001 msg='cwd=\"/\" cmd=6C73'")])).toEqual([
      { auditd: { id: "1772357400.123:5", node: "web-1.example.com", type: "USER_CMD" } },
    ]));
});

describe("however much comes", () => {
  it("no more than 256 events are open: the oldest is given out as it is", () => {
    const begun = Array.from({ length: 257 }, (_, serial) => cwd(serial));
    const records = coalesce(
      (function* () {
        yield* begun;
        throw new Error("asked for more than it needed");
      })(),
    );
    expect(records.next().value).toMatchObject({ value: { auditd: { id: "1772357400.123:0" } } });
  });
  it("no more than 16 MiB are held", () => {
    const piece = "41".repeat(3_500);
    let asked = 0;
    const records = coalesce(
      (function* () {
        for (;;) yield line(1, "EXECVE", `a1[${asked++}]=${piece}`);
      })(),
    );
    expect(records.next().value).toMatchObject({ value: { auditd: { execve: { argv: null } } } });
    expect(asked * piece.length).toBeLessThan(17 * 1024 * 1024);
  });
  // Work that grew with the square of these would run into the test's time limit.
  it("an event of 200,000 lines is one record", () => {
    const lines = [syscall(1), cwd(1), end(1), line(1, "EXECVE", "argc=200001")];
    for (let index = 0; index < 200_000; index++) lines.push(line(1, "EXECVE", `a${index}="x"`));
    expect([...coalesce(lines)]).toHaveLength(1);
  });
  it.each(["x", "=", '"', "a=", 'a="', "a= ", "\x1d"])("a line of 1 MB of %j is read to its end", (junk) => {
    expect(joined([line(1, "SYSCALL", junk.repeat(1_000_000 / junk.length))]).length).toBeLessThanOrEqual(1);
  });
});
