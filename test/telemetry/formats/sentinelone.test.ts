import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unknownBeyond } from "../../../lib/domain/event.js";
import { formats } from "../../../lib/telemetry/formats/index.js";
import { sentinelone } from "../../../lib/telemetry/formats/sentinelone.js";
import { normalise, normaliseReasons } from "../../../lib/telemetry/normalise.js";
import { forAll } from "../../for-all.js";
import { haveSamples, recordedRecords } from "../samples.js";

const read = (record: Record<string, unknown>): unknown => {
  const event = normalise(record, "auto", { contentId: () => "content", arrived: null });
  return event.ok ? event.value : event.reason;
};

const git = {
  "dataSource.name": "SentinelOne",
  "event.type": "Process Creation",
  "event.id": "s1-1",
  "event.time": 1772357400123,
  "agent.uuid": "agent-of-web-1",
  "endpoint.name": "web-1.example.com",
  "endpoint.os": "linux",
  "tgt.process.uid": "process-7",
  "tgt.process.pid": 100,
  "tgt.process.cmdline": " git commit -m fix it",
  "tgt.process.image.path": "/usr/bin/git",
  "tgt.process.rUserName": "ada",
  "tgt.process.rUserUid": 1001,
  "tgt.process.eUserName": "ada",
  "tgt.process.eUserUid": 1001,
  "src.process.uid": "process-3",
  "src.process.pid": 90,
  "src.process.cmdline": " bash -c git commit",
  "src.process.image.path": "/usr/bin/bash",
  "src.process.rUserName": "ada",
  "src.process.rUserUid": 1001,
  "src.process.parent.cmdline": " -zsh",
  "src.process.parent.name": "zsh",
};
const asRoot = { "tgt.process.rUserName": "root", "tgt.process.rUserUid": 0 };

describe("a process that SentinelOne tells of", () => {
  it("is a joined line, with those of its parent and the one above", () =>
    expect(read(git)).toEqual({
      ...unknownBeyond,
      id: "s1-1",
      format: "sentinelone",
      time: "2026-03-01T09:30:00.123Z",
      at: Date.UTC(2026, 2, 1, 9, 30, 0, 123),
      host: "web-1.example.com",
      account: { name: "ada", uid: "1001" },
      binary: "/usr/bin/git",
      command: { kind: "line", text: "git commit -m fix it", fidelity: "joined" },
      parent: { binary: "/usr/bin/bash", command: { kind: "line", text: "bash -c git commit", fidelity: "joined" } },
      ancestors: [{ binary: "zsh", command: { kind: "line", text: "-zsh", fidelity: "joined" } }],
      process: { id: "process-7", pid: "100", parentId: "process-3", parentPid: "90" },
    }));

  it("of root that a person's process started is hers", () =>
    expect(read({ ...git, ...asRoot })).toMatchObject({ account: { name: "ada", uid: "1001" } }));
  it("of root that root's process started is root's", () =>
    expect(read({ ...git, ...asRoot, "src.process.rUserName": "root", "src.process.rUserUid": 0 })).toMatchObject({
      account: { name: "root", uid: "0" },
    }));
  it("of a service that root started is the service's", () =>
    expect(
      read({
        ...git,
        "tgt.process.rUserName": "www-data",
        "tgt.process.rUserUid": 33,
        "src.process.rUserName": "root",
      }),
    ).toMatchObject({ account: { name: "www-data", uid: "33" } }));
  it("with effective user only is hers", () => {
    const { "tgt.process.rUserName": _, "tgt.process.rUserUid": __, ...effective } = git;
    expect(read(effective)).toMatchObject({ account: { name: "ada", uid: "1001" } });
  });

  it("on Windows is the line that Windows splits", () =>
    expect(
      read({
        ...git,
        "endpoint.os": "windows",
        "tgt.process.user": "CORP\\ada",
        "tgt.process.cmdline": '"C:\\git.exe" fetch',
      }),
    ).toMatchObject({
      account: { name: "CORP\\ada", uid: null },
      command: { text: '"C:\\git.exe" fetch', fidelity: "raw-windows" },
    }));

  it.each([
    ["C:\\git.exe", "raw-windows"],
    ["/usr/bin/git", "joined"],
  ])("where its system is not told, it is told by its path: %s", (path, fidelity) =>
    expect(read({ ...git, "endpoint.os": undefined, "tgt.process.image.path": path })).toMatchObject({
      command: { fidelity },
    }),
  );

  it("without a line is its program", () =>
    expect(read({ ...git, "tgt.process.cmdline": " " })).toMatchObject({ command: { text: "/usr/bin/git" } }));

  it("may have no parent, on macOS", () => {
    const own = Object.fromEntries(Object.entries(git).filter(([name]) => !name.startsWith("src.")));
    expect(read(own)).toMatchObject({ parent: null, ancestors: [], process: { parentId: null, parentPid: null } });
  });

  it.each([
    ["not-a-process-start", { ...git, "event.type": "Process Exit" }],
    ["not-a-process-start", { ...git, "event.type": "DNS Resolved" }],
    ["bad-command", { ...git, "tgt.process.cmdline": ["git"] }],
    ["no-command", { ...git, "tgt.process.cmdline": "", "tgt.process.image.path": "" }],
    ["no-time", { ...git, "event.time": undefined }],
    ["absurd-time", { ...git, "event.time": 5 }],
    ["bad-host", { ...git, "endpoint.name": {} }],
    ["no-user", Object.fromEntries(Object.entries(git).filter(([name]) => !/User/.test(name)))],
  ])("is refused as %s: %#", (reason, record) => expect(read(record)).toBe(reason));
});

describe("whatever stands in a row of SentinelOne", () => {
  const reasons: ReadonlySet<unknown> = new Set(normaliseReasons);
  const field = fc.constantFrom(...Object.keys(git), "tgt.process.user", "src.process.user", "__proto__");
  const value = fc.oneof(fc.jsonValue({ depthSize: "small" }), fc.constantFrom(...Object.values(git), undefined));
  it("it is an event or a known reason", () =>
    forAll([fc.dictionary(field, value)], (fields) => {
      const event = sentinelone.normalise({ ...git, ...fields }, { contentId: () => "", arrived: null });
      if (!event.ok) expect(reasons).toContain(event.reason);
    }));
});

describe.runIf(haveSamples)("rows of real SentinelOne agents", () => {
  const records = haveSamples ? recordedRecords("sentinelone") : [];
  it("are known by this format only, and all are read", () => {
    for (const record of records) {
      expect(formats.filter((format) => format.recognises(record)).map(({ name }) => name)).toEqual(["sentinelone"]);
      expect(read(record)).toMatchObject({ format: "sentinelone" });
    }
    expect(records.length).toBe(3);
  });
});

describe.runIf(haveSamples)("records of other sensors", () => {
  it("are not taken for SentinelOne's", () => {
    const others = haveSamples ? ["ecs", "mde", "sysmon", "ocsf", "crowdstrike-fdr"].flatMap(recordedRecords) : [];
    expect(others.filter((record) => sentinelone.recognises(record))).toEqual([]);
  });
});
