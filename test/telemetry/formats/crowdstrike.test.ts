import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unknownBeyond } from "../../../lib/domain/event.js";
import { crowdstrike } from "../../../lib/telemetry/formats/crowdstrike.js";
import { formats } from "../../../lib/telemetry/formats/index.js";
import { normalise, normaliseReasons } from "../../../lib/telemetry/normalise.js";
import { forAll } from "../../for-all.js";
import { haveSamples, recordedRecords } from "../samples.js";

const read = (record: Record<string, unknown>): unknown => {
  const event = normalise(record, "auto", { contentId: () => "content", arrived: null });
  return event.ok ? event.value : event.reason;
};

const git = {
  event_simpleName: "ProcessRollup2",
  event_platform: "Lin",
  id: "fdr-1",
  aid: "aid-of-web-1",
  timestamp: "1772357401123",
  ProcessStartTime: "1772357400.123",
  TargetProcessId: "300000000000000007",
  ParentProcessId: "300000000000000003",
  SourceProcessId: "300000000000000003",
  RawProcessId: "100",
  ParentBaseFileName: "bash",
  ImageFileName: "/usr/bin/git",
  CommandLine: "git commit -m fix it",
  UID: "1001",
};
const { id: _, ...withoutId } = git;

describe("a process that CrowdStrike tells of", () => {
  const event = {
    ...unknownBeyond,
    id: "fdr-1",
    format: "crowdstrike",
    time: "2026-03-01T09:30:00.123Z",
    at: Date.UTC(2026, 2, 1, 9, 30, 0, 123),
    host: "aid-of-web-1",
    account: { name: null, uid: "1001" },
    binary: "/usr/bin/git",
    command: { kind: "line", text: "git commit -m fix it", fidelity: "joined" },
    parent: { binary: "bash", command: null },
    process: { id: "300000000000000007", pid: "100", parentId: "300000000000000003", parentPid: null },
  };

  it("is the arguments joined by blanks", () => expect(read(git)).toEqual(event));

  it("is the same inside of a shipper's record", () => {
    const wrapper = { event_simpleName: "ProcessRollup2", event_platform: "Lin", timestamp: "2026-03-01 09:30:01.123" };
    expect(read({ ...wrapper, aid: git.aid, event: git })).toEqual(event);
    expect(read({ ...wrapper, p_log_type: "FDREvent", event: git })).toEqual(event);
  });

  it("has from the wrapper what it has not itself", () => {
    const { aid, timestamp: __, ProcessStartTime: ___, ...inner } = git;
    expect(read({ aid, timestamp: "2026-03-01 09:30:01.123", event: inner })).toMatchObject({
      host: "aid-of-web-1",
      time: "2026-03-01T09:30:01.123Z",
    });
  });

  it("on Windows is the line that Windows splits, of a user's SID", () =>
    expect(
      read({
        ...git,
        event_platform: "Win",
        UID: undefined,
        UserSid: "S-1-5-21-1-2-3-1001",
        CommandLine: '"C:\\Program Files\\Git\\git.exe" fetch',
      }),
    ).toMatchObject({
      account: { name: null, uid: "S-1-5-21-1-2-3-1001" },
      command: { text: '"C:\\Program Files\\Git\\git.exe" fetch', fidelity: "raw-windows" },
    }));

  it.each([
    ["\\Device\\HarddiskVolume3\\Windows\\System32\\at.exe", "raw-windows"],
    ["/usr/bin/at", "joined"],
  ])("where its platform is not told, it is told by its path: %s", (ImageFileName, fidelity) =>
    expect(read({ ...git, event_platform: undefined, ImageFileName })).toMatchObject({ command: { fidelity } }),
  );

  it("has the names that were joined to it", () =>
    expect(read({ ...git, ComputerName: "web-1.example.com", UserName: "ada" })).toMatchObject({
      host: "web-1.example.com",
      account: { name: "ada", uid: "1001" },
    }));

  it("without a line is its program", () =>
    expect(read({ ...git, CommandLine: "" })).toMatchObject({ command: { text: "/usr/bin/git" } }));

  it("has the time of its arrival where its own cannot be", () =>
    expect(read({ ...git, ProcessStartTime: "0" })).toMatchObject({ time: "2026-03-01T09:30:01.123Z" }));

  it("is named by sensor and process where it has no id", () =>
    expect(read(withoutId)).toMatchObject({ id: "aid-of-web-1:300000000000000007" }));

  it("has no process 0", () =>
    expect(read({ ...git, ParentProcessId: "0", SourceProcessId: "0" })).toMatchObject({
      process: { parentId: null },
    }));

  it("has an environment where the sensor sends it", () =>
    expect(read({ ...git, EnvironmentVariablesString: "CLAUDECODE=1 TITLE=a b AI_AGENT=x" })).toMatchObject({
      environment: { CLAUDECODE: "1", TITLE: "a b", AI_AGENT: "x" },
    }));

  it.each([
    ["not-a-process-start", { ...git, event_simpleName: "SyntheticProcessRollup2" }],
    ["not-a-process-start", { ...git, event_simpleName: "ProcessRollup2Stats" }],
    ["not-a-process-start", { ...git, event_simpleName: "DnsRequest" }],
    ["bad-command", { ...git, CommandLine: ["git"] }],
    ["no-command", { ...git, CommandLine: undefined, ImageFileName: undefined }],
    ["no-time", { ...git, ProcessStartTime: "", timestamp: "" }],
    ["bad-time", { ...git, ProcessStartTime: {}, timestamp: "soon" }],
    ["no-user", { ...git, UID: undefined }],
    ["bad-host", { ...git, aid: {} }],
  ])("is refused as %s: %#", (reason, record) => expect(read(record)).toBe(reason));
});

describe("whatever stands in a record of CrowdStrike", () => {
  const reasons: ReadonlySet<unknown> = new Set(normaliseReasons);
  const field = fc.constantFrom(...Object.keys(git), "EnvironmentVariablesString", "UserSid", "__proto__");
  const value = fc.oneof(fc.jsonValue({ depthSize: "small" }), fc.constantFrom(...Object.values(git), "A= B=", " ="));
  it("it is an event or a known reason", () =>
    forAll([fc.dictionary(field, value), fc.boolean()], (fields, wrapped) => {
      const record = { ...git, ...fields };
      const event = crowdstrike.normalise(wrapped ? { event: record } : record, { contentId: () => "", arrived: null });
      if (!event.ok) expect(reasons).toContain(event.reason);
    }));
});

describe.runIf(haveSamples)("records of real CrowdStrike sensors", () => {
  const records = haveSamples ? recordedRecords("crowdstrike-fdr") : [];
  it("are known by this format only", () => {
    for (const record of records)
      expect(formats.filter((format) => format.recognises(record)).map(({ name }) => name)).toEqual(["crowdstrike"]);
  });
  it("are read, but for two without any user", () => {
    const reasons = records.map(read).filter((found) => typeof found === "string");
    expect(reasons.sort()).toEqual(["no-user", "no-user", "not-a-process-start", "not-a-process-start"]);
    expect(records.length).toBe(53);
  });
});
