import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unknownBeyond } from "../../../lib/domain/event.js";
import { falco } from "../../../lib/telemetry/formats/falco.js";
import { normalise, normaliseReasons } from "../../../lib/telemetry/normalise.js";
import { forAll } from "../../for-all.js";
import { haveSamples, recordedRecords } from "../samples.js";

const read = (record: Record<string, unknown>): unknown => {
  const event = normalise(record, "auto", { contentId: () => "content", arrived: null });
  return event.ok ? event.value : event.reason;
};

/** As it comes out of a parsed record: its last digits are lost. */
const nanos: unknown = JSON.parse("1772357400123456789");

const fields = {
  "evt.type": "execve",
  "evt.time": nanos,
  "proc.cmdline": "git commit -m fix it",
  "proc.exepath": "/usr/bin/git",
  "proc.name": "git",
  "proc.pid": 100,
  "proc.ppid": 99,
  "proc.pname": "bash",
  "proc.pcmdline": "bash -c git commit",
  "proc.aname[2]": "node",
  "proc.acmdline[2]": "node cli.js",
  "proc.aname[3]": "sshd",
  "proc.aname[4]": null,
  "proc.cwd": "/srv/shop/",
  "user.name": "ada",
  "user.uid": 1000,
  "user.loginuid": 1000,
};
const alert = (differences: object = {}, rest: object = {}) => ({
  hostname: "web-1.example.com",
  output: "a program was started",
  priority: "Notice",
  rule: "A program was started",
  source: "syscall",
  tags: ["host"],
  time: "2026-03-01T09:30:00.123456789Z",
  output_fields: { ...fields, ...differences },
  ...rest,
});

describe("a Falco alert about an exec", () => {
  it("is a joined line, with those above it", () =>
    expect(read(alert())).toEqual({
      ...unknownBeyond,
      id: "content",
      format: "falco",
      time: "2026-03-01T09:30:00.123456789Z",
      at: Date.UTC(2026, 2, 1, 9, 30, 0, 123),
      host: "web-1.example.com",
      account: { name: "ada", uid: "1000" },
      cwd: "/srv/shop",
      binary: "/usr/bin/git",
      command: { kind: "line", text: "git commit -m fix it", fidelity: "joined" },
      parent: { binary: "bash", command: { kind: "line", text: "bash -c git commit", fidelity: "joined" } },
      ancestors: [
        { binary: "node", command: { kind: "line", text: "node cli.js", fidelity: "joined" } },
        { binary: "sshd", command: null },
      ],
      process: { id: null, pid: "100", parentId: null, parentPid: "99" },
    }));

  it("has the id that falcosidekick gave it", () =>
    expect(read(alert({}, { uuid: "11111111-2222-4333-8444-555555555555" }))).toMatchObject({
      id: "11111111-2222-4333-8444-555555555555",
    }));

  it("has its event's time to the millisecond where it has no other", () =>
    expect(read(alert({}, { time: undefined }))).toMatchObject({ time: "2026-03-01T09:30:00.123Z" }));

  it("is named whole where the kernel cut the name", () => {
    const path = "/opt/codex/codex-linux-sandbox";
    const cut = { "proc.exepath": path, "proc.cmdline": "codex-linux-san -- ls" };
    expect(read(alert(cut))).toMatchObject({ command: { text: "codex-linux-sandbox -- ls" } });
    expect(read(alert({ ...cut, "proc.cmdline": "codex-linux-san" }))).toMatchObject({
      command: { text: "codex-linux-sandbox" },
    });
    expect(read(alert({ ...cut, "proc.cmdline": "codex-linux-sane ls" }))).toMatchObject({
      command: { text: "codex-linux-sane ls" },
    });
  });

  it.each([
    ["who logged in, through sudo", { "user.name": "root", "user.uid": 0 }, { name: null, uid: "1000" }],
    ["who logged in, by her name", { "user.uid": 0, "user.loginname": "grace" }, { name: "grace", uid: "1000" }],
    ["the user's, where nobody logged in", { "user.loginuid": -1 }, { name: "ada", uid: "1000" }],
    ["the user's, where 32 bits say so", { "user.loginuid": 4294967295 }, { name: "ada", uid: "1000" }],
    ["the uid's, where it has no name", { "user.name": "<NA>", "user.loginuid": -1 }, { name: null, uid: "1000" }],
  ])("belongs to %s", (_, differences, account) => expect(read(alert(differences))).toMatchObject({ account }));

  it("has the environment that its rule asked for", () => {
    expect(read(alert({ "proc.env": "HOME=/home/ada CLAUDECODE=1" }))).toMatchObject({
      environment: { HOME: "/home/ada", CLAUDECODE: "1" },
    });
    expect(read(alert({ "proc.env[CLAUDECODE]": "1", "proc.env[AI_AGENT]": null }))).toMatchObject({
      environment: { CLAUDECODE: "1" },
    });
  });

  it("may leave the call out, and be one by what it prints", () => {
    const unsaid = { "evt.type": undefined };
    expect(read(alert({ ...unsaid, "evt.arg.flags": "EXE_WRITABLE" }))).toMatchObject({ format: "falco" });
    expect(read(alert({ ...unsaid, "fd.name": "/etc/shadow" }))).toBe("not-a-process-start");
    expect(read(alert({ ...unsaid, "evt.arg.path": "/etc/shadow" }))).toBe("not-a-process-start");
    expect(read(alert({ ...unsaid, "proc.cmdline": undefined }))).toBe("not-a-process-start");
  });

  it("knows little where only the default rules print", () => {
    const unknown = Object.fromEntries(
      ["proc.pid", "proc.ppid", "proc.pcmdline", "proc.cwd"].map((name) => [name, undefined]),
    );
    expect(read(alert(unknown))).toMatchObject({ cwd: null, process: null, parent: { binary: "bash", command: null } });
  });
});

const call = {
  "agent.name": "claude_code",
  "agent.session_id": "s-1",
  "agent.cwd": "/home/ada/shop",
  "correlation.id": 7,
  "tool.name": "Bash",
  "tool.use_id": "toolu_1",
  "tool.input_command": "git status --short",
};
const asked = (differences: object = {}, rest: object = {}) =>
  alert({}, { source: "coding_agent", output_fields: { ...call, ...differences }, ...rest });

describe("a Falco alert about a coding agent's shell call", () => {
  it("is what the agent asked for", () =>
    expect(read(asked())).toEqual({
      ...unknownBeyond,
      id: "toolu_1",
      format: "falco",
      time: "2026-03-01T09:30:00.123456789Z",
      at: Date.UTC(2026, 2, 1, 9, 30, 0, 123),
      host: "web-1.example.com",
      account: { name: "ada", uid: null },
      declaredAgent: "claude_code",
      session: "s-1",
      cwd: "/home/ada/shop",
      command: { kind: "script", text: "git status --short" },
      layer: "call",
    }));

  it("has an id that all alerts of the call have", () =>
    expect(read(asked({ "tool.use_id": "" }, { uuid: "of this alert" }))).toMatchObject({
      id: "7@web-1.example.com@2026-03-01T09:30:00.123456789Z",
    }));

  it.each([
    ["whom the shipper names", { user: "grace" }, "grace"],
    ["whose home has the transcript", { "agent.transcript_path": "/Users/hedy/.claude/t.jsonl" }, "hedy"],
    ["in whose home it works", { "agent.cwd": "C:\\Users\\joan\\shop" }, "joan"],
  ])("belongs to her %s", (_, differences, name) =>
    expect(read(asked(differences))).toMatchObject({ account: { name, uid: null } }),
  );

  it.each(["/srv/shop", "/Users/Shared/shop"])("is nobody's in %s", (cwd) =>
    expect(read(asked({ "agent.cwd": cwd }))).toMatchObject({ account: { name: null, uid: null } }),
  );

  it.each([
    [asked({ "tool.name": "Write", "tool.input_command": "" }), "not-a-process-start"],
    [asked({ "tool.input_command": null }), "not-a-process-start"],
    [asked({ "tool.input_command": 7 }), "bad-command"],
    [asked({ "agent.name": undefined }), "bad-agent"],
    [asked({}, { time: undefined }), "no-time"],
    [asked({}, { hostname: [] }), "bad-host"],
  ])("is refused where it says too little: %#", (record, reason) => expect(read(record)).toBe(reason));
});

describe("any Falco alert", () => {
  it.each([
    [alert({ "evt.type": "openat" }), "not-a-process-start"],
    [alert({ "evt.type": "connect" }), "not-a-process-start"],
    [alert({ "evt.type": "clone" }), "not-a-process-start"],
    [alert({ "evt.res": "ENOENT" }), "not-a-process-start"],
    [alert({ "evt.failed": true }), "not-a-process-start"],
    [alert({}, { source: "k8s_audit" }), "not-a-process-start"],
    [alert({}, { output_fields: undefined }), "not-a-process-start"],
    [alert({ "proc.cmdline": "<NA>" }), "no-command"],
    [alert({ "proc.cmdline": ["git"] }), "bad-command"],
    [alert({ "user.name": null, "user.uid": null, "user.loginuid": -1 }), "no-user"],
    [alert({}, { hostname: {} }), "bad-host"],
    [alert({}, { time: "now" }), "bad-time"],
    [alert({ "evt.time": undefined }, { time: null }), "no-time"],
  ])("is refused where it starts nothing or says too little: %#", (record, reason) =>
    expect(read(record)).toBe(reason),
  );

  it("is not claimed where it is another's", () =>
    expect(falco.recognises({ rule: "r", output_fields: {} })).toBe(false));

  it("whatever it holds, is an event or a known reason", () => {
    const anything = fc.oneof(fc.constantFrom("execve", "<NA>", -1, "/home/ada", nanos), fc.jsonValue());
    const names = fc.constantFrom(
      ...[...Object.keys(fields), ...Object.keys(call)],
      ...["proc.env", "proc.env[A]", "fd.name", "evt.res", "evt.failed", "user.loginname", "user", "__proto__"],
    );
    const anyRest = fc.dictionary(fc.constantFrom("time", "hostname", "uuid", "source"), anything);
    const sources = fc.constantFrom("syscall", "coding_agent");
    forAll([fc.dictionary(names, anything), anyRest, sources], (some, rest, source) => {
      const found = read(source === "syscall" ? alert(some, rest) : { ...asked(some), ...rest, source });
      if (typeof found === "string") expect([...normaliseReasons]).toContain(found);
    });
  });

  it.runIf(haveSamples)("is read where a real sensor wrote it; a test alert about no call starts nothing", () => {
    const found = recordedRecords("falco").map(read);
    expect(found.map((event) => (typeof event === "string" ? event : "event"))).toEqual([
      ...["event", "event", "not-a-process-start"],
    ]);
  });
});
