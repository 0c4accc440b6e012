import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unknownBeyond } from "../../../lib/domain/event.js";
import { laurel } from "../../../lib/telemetry/formats/laurel.js";
import { normalise, normaliseReasons } from "../../../lib/telemetry/normalise.js";
import { forAll } from "../../for-all.js";
import { recordedLaurel } from "../../sample/tree/audit-fields.js";
import { haveSamples } from "../samples.js";

const read = (record: Record<string, unknown>): unknown => {
  const event = normalise(record, "auto", { contentId: () => "content", arrived: null });
  return event.ok ? event.value : event.reason;
};

const starter = { EVENT_ID: "1772357399.000:4000", comm: "bash", exe: "/usr/bin/bash", ppid: 80 };
const syscall = {
  ...{ arch: "0xc000003e", syscall: 59, success: "yes", exit: 0, ppid: 90, pid: 100, auid: 1001, uid: 0, ses: 3 },
  ...{ comm: "git", exe: "/usr/bin/git", key: null, AUID: "ada", UID: "root", PPID: starter },
};
const execve = { argc: 3, ARGV: ["git", "commit", "--message=100%25 %2b more"], ENV: { CLAUDECODE: "1" } };
const git = {
  ID: "1772357400.123:4711",
  NODE: "web-1.example.com",
  SYSCALL: syscall,
  EXECVE: execve,
  CWD: { cwd: "/srv/a%09b" },
};
const calledWith = (fields: object) => ({ ...git, SYSCALL: { ...syscall, ...fields } });
const givenWith = (fields: object) => ({ ...git, EXECVE: { ...execve, ...fields } });

describe("an exec that Laurel tells of", () => {
  it("has exact arguments, and belongs to whom logged in", () =>
    expect(read(git)).toEqual({
      ...unknownBeyond,
      id: "1772357400.123:4711",
      format: "laurel",
      time: "2026-03-01T09:30:00.123Z",
      at: Date.UTC(2026, 2, 1, 9, 30, 0, 123),
      host: "web-1.example.com",
      account: { name: "ada", uid: "1001" },
      cwd: "/srv/a\tb",
      binary: "/usr/bin/git",
      command: { kind: "argv", argv: ["git", "commit", "--message=100% + more"] },
      parent: { binary: "/usr/bin/bash", command: null },
      process: { id: "1772357400.123:4711", pid: "100", parentId: "1772357399.000:4000", parentPid: "90" },
      environment: { CLAUDECODE: "1" },
    }));

  it("may be one line, whose arguments are glued", () =>
    expect(read(givenWith({ ARGV: undefined, ARGV_STR: "git commit" }))).toMatchObject({
      command: { kind: "line", text: "git commit", fidelity: "joined" },
    }));

  it("without a name for itself is named by its path", () =>
    expect(read(givenWith({ ARGV: ["", "-v"] }))).toMatchObject({ command: { argv: ["/usr/bin/git", "-v"] } }));

  it("was started by whom forked it, not by whom adopted it", () =>
    expect(read(calledWith({ ppid: 1, PPID: { exe: "/sbin/init" }, SPAWNED_BY: starter }))).toMatchObject({
      parent: { binary: "/usr/bin/bash" },
      process: { parentId: starter.EVENT_ID, parentPid: "1" },
    }));

  it("has its parent's arguments where an older Laurel tells them", () =>
    expect(
      read({
        ...calledWith({ PPID: undefined }),
        PARENT_INFO: { ID: "1772357399.000:4000", ARGV: ["bash", "-c", "git commit"], exe: "/usr/bin/bash" },
      }),
    ).toMatchObject({
      parent: { binary: "/usr/bin/bash", command: { argv: ["bash", "-c", "git commit"] } },
      process: { parentId: "1772357399.000:4000" },
    }));

  it("has a pid only of a parent whose exec was not seen", () =>
    expect(read(calledWith({ PPID: { comm: "bash", ppid: 80 } }))).toMatchObject({
      parent: { binary: "bash" },
      process: { parentId: null, parentPid: "90" },
    }));

  it.each([
    [{ AUID: undefined }, { name: null, uid: "1001" }],
    [
      { auid: undefined, uid: undefined },
      { name: "ada", uid: null },
    ],
    [
      { auid: 4294967295, AUID: "unset", uid: 33, UID: "www-data" },
      { name: "www-data", uid: "33" },
    ],
    [
      { auid: 4294967295, AUID: "unset", uid: 1500, UID: "unknown(1500)" },
      { name: null, uid: "1500" },
    ],
  ])("belongs to an account: %j", (fields, account) => expect(read(calledWith(fields))).toMatchObject({ account }));

  it.each([
    [["agent:claude-code", "software_mgmt"], "claude-code"],
    [["agent:claude-code", "agent:cursor"], null],
    [["claude-code"], null],
    ["agent:claude-code", null],
  ])("is an agent's where one label says so: %j", (LABELS, declaredAgent) =>
    expect(read(calledWith({ LABELS }))).toMatchObject({ declaredAgent }),
  );

  it.each([
    ["not-a-process-start", calledWith({ success: "no" })],
    ["not-a-process-start", { ...calledWith({ syscall: 2 }), EXECVE: undefined }],
    ["not-a-process-start", { ID: git.ID, USER_CMD: [{}] }],
    ["incomplete-audit-event", { ...git, EXECVE: undefined }],
    ["incomplete-audit-event", { ...calledWith({ syscall: "execve" }), EXECVE: undefined }],
    ["incomplete-audit-event", { ...git, SYSCALL: undefined }],
    ["bad-command", givenWith({ ARGV: "git" })],
    ["bad-command", givenWith({ ARGV: ["git", 7] })],
    ["no-command", givenWith({ ARGV: undefined })],
    ["absurd-time", { ...git, ID: "42.123:1" }],
    ["no-user", calledWith({ auid: undefined, uid: -1, AUID: undefined, UID: undefined })],
    ["bad-host", { ...git, NODE: {} }],
  ])("is refused as %s: %#", (reason, record) => expect(read(record)).toBe(reason));
});

describe("whatever stands in a record of Laurel", () => {
  const reasons: ReadonlySet<unknown> = new Set(normaliseReasons);
  const field = fc.constantFrom(
    ...[
      "auid",
      "uid",
      "AUID",
      "PPID",
      "exe",
      "pid",
      "LABELS",
      "ARGV",
      "ARGV_STR",
      "ENV",
      "cwd",
      "EVENT_ID",
      "__proto__",
    ],
  );
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { depthSize: "small" },
      fc.constantFrom("%ff", "%0a%", 1001),
      fc.jsonValue(),
      fc.dictionary(field, tie("any")),
      fc.array(tie("any"), { maxLength: 3 }),
    ),
  })).any;
  it("it is an event or a known reason", () =>
    forAll([value, value, value, value], (SYSCALL, EXECVE, CWD, NODE) => {
      const event = laurel.normalise(
        { ID: git.ID, SYSCALL, EXECVE, CWD, NODE },
        { contentId: () => "", arrived: null },
      );
      if (!event.ok) expect(reasons).toContain(event.reason);
    }));
});

describe.runIf(haveSamples)("records of Laurel on real hosts", () => {
  it("are read", () => {
    const found = haveSamples ? recordedLaurel().map(read) : [];
    expect(found.filter((one) => typeof one === "object")).toHaveLength(4);
    expect(found.filter((one) => typeof one === "string").sort()).toEqual([
      "incomplete-audit-event",
      "not-a-process-start",
      "not-a-process-start",
    ]);
  });
});
