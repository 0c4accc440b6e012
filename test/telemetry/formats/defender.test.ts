import { describe, expect, it } from "vitest";
import { unknownBeyond } from "../../../lib/domain/event.js";
import { normalise } from "../../../lib/telemetry/normalise.js";

const read = (record: Record<string, unknown>): unknown => {
  const event = normalise(record, "auto", { contentId: () => "content", arrived: null });
  return event.ok ? event.value : event.reason;
};

const linux = {
  Timestamp: "2026-03-01T09:30:00.1234567Z",
  DeviceName: "web-1.example.com",
  DeviceId: "d1",
  ReportId: 42,
  ActionType: "ProcessCreated",
  AccountName: "ada",
  AccountDomain: "web-1",
  FileName: "git",
  FolderPath: "/usr/bin/git",
  ProcessCommandLine: "git push --force",
  ProcessId: 100,
  InitiatingProcessId: 99,
  InitiatingProcessAccountName: "ada",
  InitiatingProcessFileName: "bash",
  InitiatingProcessFolderPath: "/usr/bin/bash",
  InitiatingProcessCommandLine: "-bash",
  AdditionalFields: '{"ProcessCurrentWorkingDirectory":"/srv/shop"}',
};
const windows = {
  ...linux,
  AccountDomain: "CORP",
  FileName: "git.exe",
  FolderPath: "C:\\Program Files\\Git\\git.exe",
  ProcessCommandLine: '"git.exe" push',
  InitiatingProcessFolderPath: "c:\\windows\\system32\\cmd.exe",
  InitiatingProcessCommandLine: "cmd.exe",
  AdditionalFields: null,
};
const streamed = (properties: object, category = "AdvancedHunting-DeviceProcessEvents") => ({ category, properties });

describe("a Defender row", () => {
  it("from Linux is a joined line", () =>
    expect(read(streamed(linux))).toEqual({
      ...unknownBeyond,
      id: "42@d1@2026-03-01T09:30:00.1234567Z",
      format: "defender",
      time: "2026-03-01T09:30:00.1234567Z",
      at: Date.UTC(2026, 2, 1, 9, 30, 0, 123),
      host: "web-1.example.com",
      account: { name: "ada", uid: null },
      declaredAgent: null,
      session: null,
      cwd: "/srv/shop",
      binary: "/usr/bin/git",
      command: { kind: "line", text: "git push --force", fidelity: "joined" },
      parent: { binary: "/usr/bin/bash", command: { kind: "line", text: "-bash", fidelity: "joined" } },
      process: { id: null, pid: "100", parentId: null, parentPid: "99" },
    }));

  it("is read bare as well as streamed", () => expect(read(linux)).toEqual(read(streamed(linux))));

  it("from Windows is the text that Windows splits, of an account in a domain", () =>
    expect(read(windows)).toMatchObject({
      account: { name: "CORP\\ada" },
      command: { text: '"git.exe" push', fidelity: "raw-windows" },
      parent: { command: { fidelity: "raw-windows" } },
    }));

  it("from Windows has its account's SID", () =>
    expect(
      read({ ...windows, AccountDomain: "AUTORITE NT", AccountName: "Système", AccountSid: "S-1-5-18" }),
    ).toMatchObject({
      account: { name: "AUTORITE NT\\Système", uid: "S-1-5-18" },
    }));

  it("from macOS has quotes around a path with a blank", () => {
    const line = '"/Applications/Old Shop.app/Contents/MacOS/shop" --open';
    const folder = { FolderPath: "/Applications/Old Shop.app/Contents/MacOS/shop" };
    expect(read({ ...linux, ...folder, ProcessCommandLine: line })).toMatchObject({
      command: { text: line, fidelity: "quoted" },
    });
    expect(read({ ...linux, ...folder, ProcessCommandLine: `sh -c ${line}` })).toMatchObject({
      command: { fidelity: "joined" },
    });
  });

  it("whose initiating process is its own previous image names the parent one level up", () =>
    expect(
      read({
        ...linux,
        InitiatingProcessId: 100,
        InitiatingProcessFileName: "claude",
        InitiatingProcessParentFileName: "node",
        InitiatingProcessCommandLine: "/bin/bash -c ls",
      }),
    ).toMatchObject({ parent: { binary: "node", command: { text: "/bin/bash -c ls" } } }));

  it("of a root process that ada started is ada's", () =>
    expect(read({ ...linux, AccountName: "root" })).toMatchObject({ account: { name: "ada" } }));

  it("without a report id is named by its content", () =>
    expect(read({ ...linux, ReportId: null })).toMatchObject({ id: "content" }));

  it("without any initiating process has no parent", () =>
    expect(
      read({
        ...linux,
        InitiatingProcessFileName: "",
        InitiatingProcessFolderPath: null,
        InitiatingProcessCommandLine: "",
      }),
    ).toMatchObject({ parent: null }));

  it("without a command line is the bare program", () =>
    expect(read({ ...linux, ProcessCommandLine: "" })).toMatchObject({ command: { text: "git" } }));

  it.each([
    [{ ...linux, ActionType: "OpenProcessApiCall" }, "not-a-process-start"],
    [streamed(linux, "AdvancedHunting-DeviceNetworkEvents"), "not-a-process-start"],
    [{ ...linux, Timestamp: undefined }, "no-time"],
    [{ ...linux, AccountName: null, InitiatingProcessAccountName: null }, "no-user"],
    [{ ...linux, ProcessCommandLine: 7 }, "bad-command"],
    [{ ...linux, ProcessCommandLine: null, FileName: null }, "no-command"],
  ])("is refused where it says too little: %#", (row, reason) => expect(read(row)).toBe(reason));
});
