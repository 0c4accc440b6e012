import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unknownBeyond } from "../../../lib/domain/event.js";
import { normalise, normaliseReasons } from "../../../lib/telemetry/normalise.js";
import { forAll } from "../../for-all.js";
import { haveSamples, sampleRecords } from "../samples.js";

const read = (record: Record<string, unknown>): unknown => {
  const event = normalise(record, "auto", { contentId: () => "content", arrived: null });
  return event.ok ? event.value : event.reason;
};

const zeros = "{00000000-0000-0000-0000-000000000000}";
const linux: Record<string, string> = {
  RuleName: "-",
  UtcTime: "2026-03-01 09:30:00.123",
  ProcessGuid: "{aaaa0000-0001-69a4-0000-000000000101}",
  ProcessId: "101",
  Image: "/usr/bin/git",
  CommandLine: "git push --force",
  CurrentDirectory: "/srv/shop",
  User: "ada",
  LogonGuid: "{aaaa0000-0000-0000-e903-000000000000}",
  LogonId: "1001",
  ParentProcessGuid: "{aaaa0000-0001-69a4-0000-000000000100}",
  ParentProcessId: "100",
  ParentImage: "/bin/bash",
  ParentCommandLine: "bash",
  ParentUser: "ada",
};
const windows: Record<string, string> = {
  ...linux,
  Image: "C:\\Program Files\\Git\\git.exe",
  CommandLine: '"C:\\Program Files\\Git\\git.exe" push --force',
  CurrentDirectory: "C:\\shop\\",
  User: "CORP\\ada",
  LogonId: "0x3e9a1",
  ParentImage: "C:\\Windows\\System32\\cmd.exe",
  ParentCommandLine: "cmd.exe",
};

const head = (provider: string, id: number): string =>
  `<System><Provider Name="${provider}" Guid="{0}"/><EventID>${id}</EventID><Computer>web-1.example.com</Computer></System>`;
const fieldsOf = (data: Record<string, string>): string =>
  Object.entries(data)
    .map(([name, value]) => `<Data Name="${name}">${value}</Data>`)
    .join("");
const xml = (data: Record<string, string>, id = 1, provider = "Linux-Sysmon"): string =>
  `<Event>${head(provider, id)}<EventData>${fieldsOf(data)}</EventData></Event>`;
const syslog = (data: Record<string, string>) => ({ HostName: "web-1", SyslogMessage: xml(data) });
const nxlog = (data: Record<string, string>, EventID: unknown = 1) => ({
  SourceName: "Microsoft-Windows-Sysmon",
  EventID,
  Hostname: "web-1.example.com",
  EventTime: "2026-03-01 10:30:00",
  ...data,
});
const winlogbeat = (event_data: Record<string, string>) => ({
  winlog: { provider_name: "Microsoft-Windows-Sysmon", event_id: "1", computer_name: "web-1.example.com", event_data },
});

describe("Windows' own accounts", () => {
  it.each([
    ["0x3E7", "S-1-5-18"],
    ["0x3e5", "S-1-5-19"],
    ["0x3e4", "S-1-5-20"],
    ["0x3e9a1", null],
  ])("have the same logon everywhere: %s", (LogonId, uid) =>
    expect(read(nxlog({ ...windows, User: "AUTORITE NT\\Système", LogonId }))).toMatchObject({
      account: { name: "AUTORITE NT\\Système", uid },
    }),
  );
});

describe("Sysmon on Linux", () => {
  it("gives a joined line of the process, and of its parent the binary", () =>
    expect(read(syslog(linux))).toEqual({
      ...unknownBeyond,
      id: linux.ProcessGuid,
      format: "sysmon",
      time: "2026-03-01T09:30:00.123Z",
      at: Date.UTC(2026, 2, 1, 9, 30, 0, 123),
      host: "web-1.example.com",
      account: { name: "ada", uid: "1001" },
      cwd: "/srv/shop",
      binary: "/usr/bin/git",
      command: { kind: "line", text: "git push --force", fidelity: "joined" },
      parent: { binary: "/bin/bash", command: null },
      process: { id: linux.ProcessGuid, pid: "101", parentId: linux.ParentProcessGuid, parentPid: "100" },
    }));

  it.each(["SyslogMessage", "message", "msg", "MESSAGE"])(
    "is read from the field %s, behind syslog's own header",
    (field) => expect(read({ [field]: `Mar  1 09:30:00 web-1 sysmon[7]: ${xml(linux)}` })).toEqual(read(syslog(linux))),
  );

  it.each([
    ["sh -c &quot;ls &amp;&amp; id&quot; &gt; &#x2f;tmp&#47;out", 'sh -c "ls && id" > /tmp/out'],
    ["sh -c &quot ls &amp &amp  id&quot  &gt out", 'sh -c "ls && id" >out'],
    ["echo &amp;quot; &copy; &#x110000;", "echo &quot; &copy; &#x110000;"],
  ])("has its entities decoded once, whole or mangled: %s", (written, text) =>
    expect(read(syslog({ ...linux, CommandLine: written }))).toMatchObject({ command: { text } }),
  );

  it("knows nothing of a parent that it did not see start", () =>
    expect(
      read(syslog({ ...linux, ParentProcessGuid: zeros, ParentImage: "-", ParentCommandLine: "-", ParentUser: "-" })),
    ).toMatchObject({ parent: null, process: { parentId: null, parentPid: "100" } }));

  it("keeps the parent's line where it was not cut", () =>
    expect(read(syslog({ ...linux, ParentCommandLine: "bash -c ls" }))).toMatchObject({
      parent: { command: { text: "bash -c ls", fidelity: "joined" } },
    }));

  it.each([
    ["root", "0", "ada", { name: "ada", uid: null }],
    ["root", "0", "root", { name: "root", uid: "0" }],
    ["root", "0", "-", { name: "root", uid: "0" }],
    ["root", "1001", "root", { name: null, uid: "1001" }],
    ["www-data", "33", "ada", { name: "www-data", uid: "33" }],
  ])("as %s, id %s, below %s belongs to its person", (User, LogonId, ParentUser, account) =>
    expect(read(syslog({ ...linux, User, LogonId, ParentUser }))).toMatchObject({ account }),
  );

  it("is read as far as a cut line goes", () => {
    const whole = xml(linux);
    const cutIn = (name: string) => ({ SyslogMessage: whole.slice(0, whole.indexOf(`"${name}"`) + name.length + 5) });
    expect(read(cutIn("ParentCommandLine"))).toMatchObject({ command: { text: linux.CommandLine } });
    expect(read(cutIn("CommandLine"))).toBe("no-user");
  });

  it("takes the sensor's own field, not one that follows", () =>
    expect(read(syslog({ ...linux, ParentUser: 'x</Data><Data Name="User">grace' }))).toMatchObject({
      account: { name: "ada" },
    }));
});

describe("Sysmon on Windows", () => {
  it("gives the raw lines of the process and its parent", () =>
    expect(read(nxlog(windows))).toMatchObject({
      time: "2026-03-01T09:30:00.123Z",
      host: "web-1.example.com",
      account: { name: "CORP\\ada", uid: null },
      session: null,
      command: { text: windows.CommandLine, fidelity: "raw-windows" },
      parent: { binary: windows.ParentImage, command: { text: "cmd.exe", fidelity: "raw-windows" } },
    }));

  const System = { EventID: 1, Computer: "web-1.example.com" };
  it.each([
    [
      "NXLog with a channel",
      { ...nxlog(windows), SourceName: undefined, Channel: "Microsoft-Windows-Sysmon/Operational" },
    ],
    ["Winlogbeat", winlogbeat(windows)],
    [
      "Winlogbeat with dotted keys",
      Object.fromEntries([
        ["winlog.channel", "Microsoft-Windows-Sysmon/Operational"],
        ["winlog.event_id", 1],
        ["winlog.computer_name", "web-1.example.com"],
        ...Object.entries(windows).map(([name, value]) => [`winlog.event_data.${name}`, value]),
      ]),
    ],
    [
      "the event log's XML",
      {
        message: xml(windows, 1, "Microsoft-Windows-Sysmon")
          .replaceAll('Name="', "Name='")
          .replaceAll(/Name='([\w-]+)"/g, "Name='$1'"),
      },
    ],
    [
      "an event as JSON",
      { Event: { System: { ...System, Provider: { "@Name": "Microsoft-Windows-Sysmon" } }, EventData: windows } },
    ],
    [
      "an event as JSON with elements",
      {
        Event: {
          System: {
            ...System,
            EventID: { "#text": "1" },
            Provider: { "#attributes": { Name: "Microsoft-Windows-Sysmon" } },
          },
          EventData: { Data: Object.entries(windows).map(([name, value]) => ({ "@Name": name, "#text": value })) },
        },
      },
    ],
  ])("is the same as %s", (_shape, record) => expect(read(record)).toEqual(read(nxlog(windows))));

  it("whose fields were moved to ECS is read as ECS", () =>
    expect(
      read({
        ...winlogbeat({}),
        "@timestamp": "2026-03-01T09:30:00.123Z",
        event: { category: ["process"], type: ["start"] },
        process: { entity_id: linux.ProcessGuid, args: ["git", "push"] },
        user: { name: "ada" },
      }),
    ).toMatchObject({ format: "ecs", command: { argv: ["git", "push"] } }));
});

describe("a record of Sysmon", () => {
  it.each([
    [nxlog(windows, 3), "not-a-process-start"],
    [nxlog(windows, {}), "not-a-process-start"],
    [{ winlog: { channel: "Linux-Sysmon", event_id: 5 }, process: { entity_id: "moved" } }, "not-a-process-start"],
    [{ message: xml(linux, 5) }, "not-a-process-start"],
    [{ message: `<Event><System><Provider Name="Linux-Sysmon"/>` }, "not-a-process-start"],
    [nxlog({ ...windows, CommandLine: "-", Image: "-" }), "no-command"],
    [{ ...nxlog(windows), CommandLine: 7 }, "bad-command"],
    [nxlog({ ...windows, UtcTime: "-" }), "no-time"],
    [nxlog({ ...windows, UtcTime: "yesterday" }), "bad-time"],
    [nxlog({ ...windows, UtcTime: "1601-01-01 00:00:00.000" }), "absurd-time"],
    [nxlog({ ...windows, User: "-" }), "no-user"],
    [{ ...nxlog(windows), Hostname: {} }, "bad-host"],
    [{ message: "a note about Linux-Sysmon" }, "unknown-format"],
  ])("is refused where it says too little: %#", (record, reason) => expect(read(record)).toBe(reason));

  it("without a command line is its image", () =>
    expect(read(nxlog({ ...windows, CommandLine: "" }))).toMatchObject({ command: { text: windows.Image } }));

  it("without a GUID has a content id", () =>
    expect(read(nxlog({ ...windows, ProcessGuid: zeros }))).toMatchObject({ id: "content", process: { id: null } }));

  it("gives an event or a known reason, whatever it holds", () => {
    const piece = fc.constantFrom(
      ...["<Event>", "<Data Name=", '"', "User", ">", "</Data>", "&quot", "&#x0;", "/"],
      xml(linux),
    );
    const soup = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
    const value = fc.oneof(soup, fc.jsonValue(), fc.constantFrom("-", zeros, linux.UtcTime, "root", "__proto__"));
    const data = fc.dictionary(fc.constantFrom(...Object.keys(linux), "__proto__"), value);
    const wrap = fc.constantFrom(
      (fields: object) => ({ ...nxlog({}), ...fields }),
      (fields: object) => ({ Event: { System: { Channel: "Linux-Sysmon", EventID: 1 }, EventData: fields } }),
      (fields: object) => ({ winlog: { channel: "Linux-Sysmon", event_id: 1, event_data: fields } }),
      (fields: object) => ({ msg: `${xml({})}${Object.values(fields).join("")}` }),
    );
    forAll([wrap, data], (wrapped, fields) => {
      const event = read(wrapped(fields));
      if (typeof event === "string") expect(normaliseReasons).toContain(event);
      else expect(event).toMatchObject({ format: "sysmon" });
    });
  });

  it("of a megabyte is read in linear time", () => {
    const long = syslog({ ...linux, CommandLine: "&amp;<Data Name=".repeat(70_000) });
    expect(read(long)).toMatchObject({ format: "sysmon" });
  });

  it.runIf(haveSamples).each(["otrf_sysmon_linux_syslog", "otrf_sysmon_windows_proxylogon", "sekoia_sysmon"])(
    "that was recorded is read: %s",
    (file) => {
      for (const record of sampleRecords(`sysmon/${file}.jsonl`))
        expect(read(record)).toMatchObject({ format: "sysmon" });
    },
  );
});
