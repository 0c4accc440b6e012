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

const process = {
  pid: 101,
  entity_id: "entity-101",
  executable: "/usr/bin/git",
  name: "git",
  args: ["git", "commit", "-m", "fix it"],
  command_line: "git commit -m fix it",
  working_directory: "/srv/shop",
  parent: {
    pid: 100,
    entity_id: "entity-100",
    executable: "/bin/bash",
    name: "bash",
    args: ["bash", "-c", "git commit"],
    command_line: "bash -c git commit",
  },
  Ext: { ancestry: ["entity-100", "entity-99"] },
  env_vars: ["CLAUDECODE=1"],
};
const defend = {
  "@timestamp": "2026-03-01T09:30:00.1234567Z",
  agent: { type: "endpoint" },
  event: { id: "event-1", category: ["process"], type: ["start"], action: "exec" },
  host: { name: "web-1.example.com", os: { type: "linux" } },
  user: { name: "ada", id: "1001" },
  process,
};
const of = (changes: object) => ({ ...defend, process: { ...process, ...changes } });
const as = (user: object, changes: object = {}) => ({ ...of(changes), user });
const acted = (event: object) => ({ ...defend, event: { category: ["process"], ...event } });

/** Every path of nested objects as one dotted key. */
const dotted = (value: object, path = ""): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(value).flatMap(([name, part]) =>
      typeof part === "object" && part !== null && !Array.isArray(part)
        ? Object.entries(dotted(part, `${path}${name}.`))
        : [[`${path}${name}`, part]],
    ),
  );

describe("an ECS process start", () => {
  it("is its exact arguments", () =>
    expect(read(defend)).toEqual({
      ...unknownBeyond,
      id: "entity-101",
      format: "ecs",
      time: "2026-03-01T09:30:00.1234567Z",
      at: Date.UTC(2026, 2, 1, 9, 30, 0, 123),
      host: "web-1.example.com",
      account: { name: "ada", uid: "1001" },
      cwd: "/srv/shop",
      binary: "/usr/bin/git",
      command: { kind: "argv", argv: ["git", "commit", "-m", "fix it"] },
      parent: { binary: "/bin/bash", command: { kind: "argv", argv: ["bash", "-c", "git commit"] } },
      process: { id: "entity-101", pid: "101", parentId: "entity-100", parentPid: "100" },
      environment: { CLAUDECODE: "1" },
    }));

  it("is the same with dotted keys, and half and half", () => {
    expect(read(dotted(defend))).toEqual(read(defend));
    expect(read({ ...defend, process: dotted(process) })).toEqual(read(defend));
  });

  it.each([
    [{ args: undefined }, { text: process.command_line, fidelity: "joined" }],
    [{ args: [] }, { text: process.command_line, fidelity: "joined" }],
    [
      { args: undefined, command_line: "" },
      { text: "/usr/bin/git", fidelity: "joined" },
    ],
  ])("without arguments is its line, or its program: %#", (changes, command) =>
    expect(read(of(changes))).toMatchObject({ command }),
  );

  it("from Windows has exact arguments too, and else the raw line", () => {
    const host = { name: "pc-1", os: { type: "windows" } };
    const user = { domain: "CORP", name: "ada", id: "S-1-5-21-1" };
    expect(read({ ...defend, host, user })).toMatchObject({
      account: { name: "CORP\\ada", uid: "S-1-5-21-1" },
      command: { argv: process.args },
    });
    expect(read({ ...of({ args: [] }), host })).toMatchObject({ command: { fidelity: "raw-windows" } });
    expect(read({ ...of({ args: [], executable: "C:\\git.exe" }), host: {} })).toMatchObject({
      host: null,
      command: { fidelity: "raw-windows" },
    });
  });

  it("from Auditbeat has its parent's pid", () =>
    expect(read({ ...of({ parent: undefined, Ext: undefined, entity_id: undefined, ppid: 100 }) })).toMatchObject({
      id: "event-1",
      parent: null,
      process: { id: null, pid: "101", parentId: null, parentPid: "100" },
    }));

  it("has its parent's id from the ancestry where there is no other", () =>
    expect(read(of({ parent: { name: "bash" } }))).toMatchObject({
      parent: { binary: "bash", command: null },
      process: { parentId: "entity-100" },
    }));

  it.each([
    [{ action: "exec" }],
    [{ action: "start" }],
    [{ action: "process_started" }],
    [{ action: "executed", category: "process" }],
    [{ action: ["fork", "exec", "end"], type: ["start", "end"] }],
    [{ action: "created-process", type: ["start"] }],
    [{ type: "start" }],
  ])("is one that says so: %j", (event) => expect(read(acted(event))).toMatchObject({ format: "ecs" }));

  it.each([
    [{ action: "fork", type: ["start"] }],
    [{ action: "end", type: ["end"] }],
    [{ action: "existing_process", type: ["info"] }],
    [{ action: "already_running", type: ["info"] }],
    [{ action: "process_stopped" }],
    [{ action: "executed", outcome: "failure" }],
    [{ action: "exec", category: ["file"] }],
    [{}],
  ])("is not: %j", (event) => expect(read(acted(event))).toBe("not-a-process-start"));
});

describe("the account of an ECS process", () => {
  const root = { name: "root", id: "0" };
  const ada = { name: "ada", id: "1001" };
  it.each([
    ["who is attested", as(ada, { entry_leader: { attested_user: { name: "grace" } } }), { name: "grace", uid: null }],
    ["who logged in", as({ ...root, audit: { id: "1001", name: "ada" } }), { name: "ada", uid: "1001" }],
    ["who logged in, by id", as({ ...root, audit: { id: 1001 } }), { name: null, uid: "1001" }],
    ["who logged in as herself", as({ ...ada, audit: { id: "1001" } }), { name: "ada", uid: "1001" }],
    ["its user where nobody logged in", as({ ...root, audit: { id: "4294967295" } }), { name: "root", uid: "0" }],
    ["its user where no login is set", as({ ...root, audit: { name: "unset" } }), { name: "root", uid: "0" }],
    ["whose session it is", as(root, { entry_leader: { user: ada } }), { name: "ada", uid: "1001" }],
    ["its user below a service manager", as(ada, { entry_leader: { user: root } }), { name: "ada", uid: "1001" }],
    ["its real user", as(root, { real_user: ada }), { name: "ada", uid: "1001" }],
    ["its real user on a Mac", as({ ...root, Ext: { real: ada } }), { name: "ada", uid: "1001" }],
    ["its user of the process", as({}, { user: ada }), { name: "ada", uid: "1001" }],
  ])("is %s", (_whose, record, account) => expect(read(record)).toMatchObject({ account }));
});

describe("an agent that Elastic Defend names", () => {
  it.each([
    [{ name: "claude_code", is_descendant: true }, "claude_code"],
    [{ name: "claude_code" }, "claude_code"],
    [{ name: "claude_code", is_descendant: false }, null],
    [{ name: "claude_code", is_descendant: "perhaps" }, null],
    [{ name: {}, is_descendant: true }, null],
  ])("%j is %s: its own process is its starter's", (ai_agent, declaredAgent) =>
    expect(read(of({ ai_agent }))).toMatchObject({ declaredAgent }),
  );
});

describe("an ECS record", () => {
  it.each([
    [of({ args: [], command_line: "", executable: "" }), "no-command"],
    [of({ args: [7] }), "bad-command"],
    [of({ args: undefined, command_line: {} }), "bad-command"],
    [{ ...defend, "@timestamp": undefined }, "no-time"],
    [{ ...defend, "@timestamp": "soon" }, "bad-time"],
    [{ ...defend, user: 7 }, "no-user"],
    [{ ...defend, host: { name: {} } }, "bad-host"],
    [{ ...defend, agent: {}, event: { category: "network" } }, "unknown-format"],
    [{ ...defend, agent: {}, process: 7 }, "unknown-format"],
  ])("is refused where it says too little: %#", (record, reason) => expect(read(record)).toBe(reason));

  it("takes its host from where it is", () => {
    expect(read({ ...defend, host: { hostname: "web-2" } })).toMatchObject({ host: "web-2" });
    expect(read({ ...defend, host: null, agent: { type: "auditbeat", hostname: "web-3" } })).toMatchObject({
      host: "web-3",
    });
  });

  it("gives an event or a known reason, whatever it holds", () => {
    const key = fc.constantFrom(
      ...["process", "parent", "user", "audit", "id", "name", "args", "command_line", "pid", "entry_leader", "Ext"],
      ...["ancestry", "ai_agent", "is_descendant", "process.parent.args", "parent.pid", "env_vars", "__proto__"],
    );
    const value = fc.letrec((tie) => ({
      any: fc.oneof({ depthSize: "small" }, fc.jsonValue(), fc.dictionary(key, tie("any")), fc.constant(process)),
    })).any;
    forAll([fc.dictionary(key, value), fc.boolean()], (changes, deep) => {
      const event = read(deep ? of(changes) : { ...defend, ...changes });
      if (typeof event === "string") expect(normaliseReasons).toContain(event);
      else expect(event).toMatchObject({ format: "ecs" });
    });
  });

  it.runIf(haveSamples)("that was recorded is read, or was running before", () => {
    expect(sampleRecords("ecs/elastic_defend_process.sample.json").map(read)).toMatchObject([
      { format: "ecs", command: { kind: "argv" } },
    ]);
    expect(sampleRecords("ecs/sekoia_ecs-auditbeat.jsonl").map(read)).toEqual(Array(5).fill("not-a-process-start"));
  });
});
