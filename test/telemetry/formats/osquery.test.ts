import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unknownBeyond } from "../../../lib/domain/event.js";
import { osquery } from "../../../lib/telemetry/formats/osquery.js";
import { normalise, normaliseReasons } from "../../../lib/telemetry/normalise.js";
import { recordsIn } from "../../../lib/telemetry/split.js";
import { forAll } from "../../for-all.js";
import { haveSamples, recordedRecords } from "../samples.js";

const read = (record: Record<string, unknown>): unknown => {
  const event = normalise(record, "auto", { contentId: () => "content", arrived: null });
  return event.ok ? event.value : event.reason;
};

const columns = {
  auid: "1000",
  cmdline: "git commit -m fix it",
  cwd: "/srv/shop",
  env: "",
  euid: "1000",
  parent: "99",
  path: "/usr/bin/git",
  pid: "100",
  syscall: "execve",
  time: "1772357395",
  uid: "1000",
};
const row = (differences: object = {}, rest: object = {}) => ({
  name: "pack_shells_process_events",
  hostIdentifier: "web-1.example.com",
  calendarTime: "Sun Mar  1 09:30:00 2026 UTC",
  unixTime: 1772357400,
  epoch: 0,
  counter: 3,
  numerics: false,
  columns: { ...columns, ...differences },
  action: "added",
  ...rest,
});
const adasDesk = { decorations: { username: "ada" } };

describe("a row of process_events", () => {
  it("is a joined line of its arguments", () =>
    expect(read(row())).toEqual({
      ...unknownBeyond,
      id: "content",
      format: "osquery",
      time: "2026-03-01T09:29:55Z",
      at: Date.UTC(2026, 2, 1, 9, 29, 55),
      host: "web-1.example.com",
      account: { name: null, uid: "1000" },
      cwd: "/srv/shop",
      binary: "/usr/bin/git",
      command: { kind: "line", text: "git commit -m fix it", fidelity: "joined" },
      process: { id: null, pid: "100", parentId: null, parentPid: "99" },
    }));

  it("is the same with numbers", () =>
    expect(read(row({ auid: 1000, uid: 1000, pid: 100, parent: 99, time: 1772357395 }))).toEqual(read(row())));

  it("has the id that its host counted, where it was selected", () =>
    expect(read(row({ eid: "0000000042" }))).toMatchObject({
      id: "0000000042@web-1.example.com@2026-03-01T09:29:55Z",
    }));

  it("ran when its query ran, where it does not tell", () => {
    expect(read(row({ time: undefined }))).toMatchObject({ time: "2026-03-01T09:30:00Z" });
    expect(read(row({ time: "" }, { unixTime: "1772357400" }))).toMatchObject({ time: "2026-03-01T09:30:00Z" });
  });

  it("is its path where it has no command line", () =>
    expect(read(row({ cmdline: "" }))).toMatchObject({ command: { text: "/usr/bin/git" } }));

  it("has the parent that was joined to it", () => {
    expect(read(row({ parent_cmdline: "bash -c git commit", parent_path: "/bin/bash" }))).toMatchObject({
      parent: { binary: "/bin/bash", command: { text: "bash -c git commit", fidelity: "joined" } },
    });
    expect(read(row({ parent_name: "bash" }))).toMatchObject({ parent: { binary: "bash", command: null } });
  });

  it("has no parent where that could not be found out", () =>
    expect(read(row({ parent: "-1" }))).toMatchObject({ process: { parentPid: null } }));

  it("is told by its columns where its query is named otherwise", () =>
    expect(read(row({}, { name: "what-ran" }))).toMatchObject({ command: { text: "git commit -m fix it" } }));
});

describe("whose a row is", () => {
  it.each([
    ["who logged in, through sudo", { uid: "0" }, {}, { name: null, uid: "1000" }],
    ["who logged in, by the name joined to her", { uid: "0", username: "ada" }, {}, { name: "ada", uid: "1000" }],
    ["not root for the name of the other uid", { uid: "0", username: "root" }, {}, { name: null, uid: "1000" }],
    ["not whom su turned her into", { uid: "26", username: "postgres" }, {}, { name: null, uid: "1000" }],
    ["the uid's, where nobody logged in", { auid: "4294967295", uid: "33" }, {}, { name: null, uid: "33" }],
    ["the uid's, where -1 logged in", { auid: "-1", uid: "33", username: "www" }, {}, { name: "www", uid: "33" }],
    ["hers who sits there", {}, adasDesk, { name: "ada", uid: "1000" }],
    ["hers who sits there, decorated at the top", {}, { username: "ada" }, { name: "ada", uid: "1000" }],
    ["hers who sits there, through sudo", { uid: "0" }, adasDesk, { name: "ada", uid: "1000" }],
    ["hers by her own name before that of the desk", { username: "hedy" }, adasDesk, { name: "hedy", uid: "1000" }],
    ["hers, where no uid was selected", { auid: undefined, uid: undefined }, adasDesk, { name: "ada", uid: null }],
    ["root's, although she sits there", { auid: "4294967295", uid: "0" }, adasDesk, { name: null, uid: "0" }],
    ["a service's, although she sits there", { auid: undefined, uid: "70" }, adasDesk, { name: null, uid: "70" }],
    ["nobody's, although she sits there", { auid: undefined, uid: "65534" }, adasDesk, { name: null, uid: "65534" }],
    ["not root's who sits there", {}, { decorations: { username: "root" } }, { name: null, uid: "1000" }],
  ])("%s", (_, differences, rest, account) => expect(read(row(differences, rest))).toMatchObject({ account }));
});

describe("a row of bpf_process_events", () => {
  const exec = {
    auid: undefined,
    time: undefined,
    syscall: "exec",
    exit_code: "0",
    ntime: "92306415722842",
    probe_error: "0",
    cmdline: "bash -c 'echo 'a b''",
  };
  it("has the time of its query, for its own counts from boot; quotes in it prove nothing", () =>
    expect(read(row(exec, { name: "bpf_process_events" }))).toMatchObject({
      time: "2026-03-01T09:30:00Z",
      command: { kind: "line", text: "bash -c 'echo 'a b''", fidelity: "joined" },
    }));
  it("is exact where its hidden argv was selected", () =>
    expect(read(row({ ...exec, json_cmdline: '["bash","-c","echo \'a b\'"]' }))).toMatchObject({
      command: { kind: "argv", argv: ["bash", "-c", "echo 'a b'"] },
    }));
  it("is a line where that argv is broken", () =>
    expect(read(row({ ...exec, json_cmdline: '["bash",' }))).toMatchObject({ command: { kind: "line" } }));
  it("starts nothing where the exec failed", () =>
    expect(read(row({ ...exec, exit_code: "-2" }))).toBe("not-a-process-start"));
});

describe("a row of es_process_events", () => {
  const exec = {
    auid: undefined,
    syscall: undefined,
    event_type: "exec",
    env: "HOME=/Users/grace CLAUDECODE=1 PS1=my prompt",
    parent_pidversion: "41",
    pidversion: "43",
    username: "grace",
    uid: "501",
  };
  const mac = { name: "es_process_events", decorations: { username: "ada" } };
  it("knows its user, its environment and its process", () =>
    expect(read(row(exec, mac))).toMatchObject({
      account: { name: "grace", uid: "501" },
      environment: { HOME: "/Users/grace", CLAUDECODE: "1", PS1: "my prompt" },
      process: { id: "100:43", pid: "100", parentId: "99:41", parentPid: "99" },
    }));
  it("was started by its original parent, once launchd adopted it", () =>
    expect(read(row({ ...exec, parent: "1", original_parent: "99" }, mac))).toMatchObject({
      process: { parentId: null, parentPid: "99" },
    }));
  it.each(["fork", "exit"])("is no start where it is a %s", (event_type) =>
    expect(read(row({ ...exec, event_type }, mac))).toBe("not-a-process-start"),
  );
});

describe("a record of osquery", () => {
  it.each([
    [row({}, { action: "removed" }), "not-a-process-start"],
    [row({ syscall: "clone" }), "not-a-process-start"],
    [row({ start_time: "1772350000" }, { name: "running" }), "not-a-process-start"],
    [row({ remote_address: "192.0.2.1" }, { name: "connections" }), "not-a-process-start"],
    [row({ time: undefined }, { name: "processes" }), "not-a-process-start"],
    [row({}, { columns: "none" }), "not-a-process-start"],
    [row({}, { columns: undefined, diffResults: "" }), "not-a-process-start"],
    [{ ...row(), columns: undefined, severity: "0", filename: "init.cpp", line: "7" }, "not-a-process-start"],
    [row({}, { log_type: "status" }), "not-a-process-start"],
    [row({ cmdline: undefined, path: undefined }), "no-command"],
    [row({ cmdline: 7 }), "bad-command"],
    [row({ auid: undefined, uid: undefined }), "no-user"],
    [row({}, { hostIdentifier: {} }), "bad-host"],
    [row({ time: "soon" }), "bad-time"],
    [row({ time: "0" }), "absurd-time"],
    [row({ time: undefined }, { unixTime: undefined }), "no-time"],
  ])("is refused where it starts nothing or says too little: %#", (record, reason) =>
    expect(read(record)).toBe(reason),
  );

  it("is not claimed where it is another's", () => {
    expect(osquery.recognises({ columns: {}, name: "report" })).toBe(false);
    expect(osquery.recognises({ hostIdentifier: "web-1", message: "hello" })).toBe(false);
  });

  it("whatever it holds, is an event or a known reason", () => {
    const names = [
      "username",
      "env",
      "json_cmdline",
      "original_parent",
      "pidversion",
      "event_type",
      "exit_code",
      "eid",
    ];
    const anything = fc.oneof(fc.constantFrom("1", "-1", "exec", "0", '["a"]', "A=b c"), fc.jsonValue());
    const anyColumns = fc.dictionary(
      fc.constantFrom(...Object.keys(columns), ...names, "ntime", "__proto__"),
      anything,
    );
    const anyRest = fc.dictionary(fc.constantFrom(...Object.keys(row()), "decorations", "log_type"), anything);
    forAll([anyColumns, anyRest, fc.boolean()], (some, rest, isWhole) => {
      const found = read({ ...(isWhole ? row(some) : { ...row(some), ...rest }) });
      if (typeof found === "string") expect([...normaliseReasons]).toContain(found);
    });
  });

  it.runIf(haveSamples)("is read where a real sensor wrote it", () => {
    const found = recordedRecords("osquery").flatMap((record) => [...recordsIn(record)].map(read));
    expect(found.map((event) => (typeof event === "string" ? event : "event"))).toEqual(["event", "event"]);
  });
});
