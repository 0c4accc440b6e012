import { describe, expect, it } from "vitest";
import { unknownBeyond } from "../../../lib/domain/event.js";
import { normalise } from "../../../lib/telemetry/normalise.js";

const read = (record: Record<string, unknown>): unknown => {
  const event = normalise(record, "auto", { contentId: () => "content", arrived: null });
  return event.ok ? event.value : event.reason;
};

const git = {
  exec_id: "exec-1",
  pid: 100,
  uid: 1000,
  auid: 1000,
  cwd: "/srv/shop",
  binary: "/usr/bin/git",
  arguments: 'commit -m "fix it"',
  start_time: "2026-03-01T09:30:00.123456789Z",
};
const bash = { exec_id: "exec-0", binary: "/bin/bash", arguments: '-c "git commit"' };
const exec = (process: object, rest: object = {}) => ({
  process_exec: { process, parent: bash },
  node_name: "web-1",
  time: "2026-03-01T09:30:00.123456789Z",
  ...rest,
});

describe("a Tetragon exec", () => {
  it("is a quoted line of its binary and arguments", () =>
    expect(read(exec(git))).toEqual({
      ...unknownBeyond,
      id: "exec-1",
      format: "tetragon",
      time: "2026-03-01T09:30:00.123456789Z",
      at: Date.UTC(2026, 2, 1, 9, 30, 0, 123),
      host: "web-1",
      account: { name: null, uid: "1000" },
      declaredAgent: null,
      session: null,
      cwd: "/srv/shop",
      binary: "/usr/bin/git",
      command: { kind: "line", text: '/usr/bin/git commit -m "fix it"', fidelity: "quoted" },
      parent: {
        binary: "/bin/bash",
        command: { kind: "line", text: '/bin/bash -c "git commit"', fidelity: "quoted" },
      },
      process: { id: "exec-1", pid: "100", parentId: null, parentPid: null },
    }));

  it("belongs to whom logged in, through sudo", () =>
    expect(read(exec({ ...git, uid: 0, user: { name: "root" } }))).toMatchObject({
      account: { name: null, uid: "1000" },
    }));

  it("belongs to its user where nobody logged in", () =>
    expect(read(exec({ ...git, uid: 33, auid: 4294967295, user: { name: "www-data" } }))).toMatchObject({
      account: { name: "www-data", uid: "33" },
    }));

  it("names a script once, although the kernel names it twice", () =>
    expect(read(exec({ ...git, binary: "/srv/run.sh", arguments: "/srv/run.sh now" }))).toMatchObject({
      command: { text: "/srv/run.sh now" },
    }));

  it("without arguments is its binary", () =>
    expect(read(exec({ ...git, arguments: undefined }))).toMatchObject({ command: { text: "/usr/bin/git" } }));

  it("has the time of its process where the record has none", () =>
    expect(read(exec(git, { time: undefined }))).toMatchObject({ time: git.start_time }));

  it.each([
    [{ process_exit: { process: git } }, "not-a-process-start"],
    [{ process_kprobe: { process: git } }, "not-a-process-start"],
    [exec({ ...git, binary: undefined }), "no-command"],
    [exec({ ...git, arguments: 7 }), "bad-command"],
    [exec({ ...git, uid: undefined, auid: undefined }), "no-user"],
    [exec(git, { node_name: {} }), "bad-host"],
    [exec(git, { time: "now" }), "bad-time"],
  ])("is refused where it says too little: %#", (record, reason) => expect(read(record)).toBe(reason));
});
