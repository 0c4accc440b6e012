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

const ada = { name: "ada", uid: "1001" };
const root = { name: "root", uid: "0" };
const claude = { pid: 99, uid: "p-99", name: "claude", cmd_line: "claude --continue" };
const bash = { pid: 100, uid: "p-100", name: "bash" };
const process = {
  pid: 101,
  uid: "p-101",
  name: "git",
  cmd_line: "git commit -m fix it",
  file: { path: "/usr/bin/git", name: "git" },
  user: ada,
  working_directory: "/srv/shop",
  parent_process: bash,
  ancestry: [bash, claude],
  environment_variables: [{ name: "CLAUDECODE", value: "1" }],
};
const launched = {
  class_uid: 1007,
  activity_id: 1,
  time: 1772357400123,
  metadata: { uid: "launch-1" },
  device: { hostname: "web-1.example.com" },
  actor: { user: ada, process: { ...bash, cmd_line: "bash -c git commit", file: { path: "/bin/bash" } } },
  process,
};
const of = (changes: object) => ({ ...launched, process: { ...process, ...changes } });
const line = (text: string, fidelity = "joined") => ({ kind: "line", text, fidelity });

describe("an OCSF launch", () => {
  it("is a joined line, with the parent as both places tell it", () =>
    expect(read(launched)).toEqual({
      ...unknownBeyond,
      id: "launch-1",
      format: "ocsf",
      time: "2026-03-01T09:30:00.123Z",
      at: 1772357400123,
      host: "web-1.example.com",
      account: ada,
      cwd: "/srv/shop",
      binary: "/usr/bin/git",
      command: line("git commit -m fix it"),
      parent: { binary: "/bin/bash", command: line("bash -c git commit") },
      ancestors: [{ binary: "claude", command: line("claude --continue") }],
      process: { id: "p-101", pid: "101", parentId: "p-100", parentPid: "100" },
      environment: { CLAUDECODE: "1" },
    }));

  it.each([
    ["another actor started it for its parent", { actor: { user: ada, process: claude } }, "bash", null],
    ["only the actor is known", of({ parent_process: undefined }), "/bin/bash", line("bash -c git commit")],
    ["only the ancestry is known", { ...of({ parent_process: null }), actor: { user: ada } }, "bash", null],
    [
      "the parent's own line is empty",
      of({ parent_process: { ...bash, cmd_line: "" } }),
      "/bin/bash",
      line("bash -c git commit"),
    ],
  ])("has its parent where %s", (_where, changes, binary, command) =>
    expect(read({ ...launched, ...changes })).toMatchObject({
      parent: { binary, command },
      ancestors: [{ binary: "claude" }],
    }),
  );

  it("without an ancestry has the parents of its parent", () =>
    expect(read(of({ ancestry: undefined, parent_process: { ...bash, parent_process: claude } }))).toMatchObject({
      ancestors: [{ binary: "claude" }],
    }));

  it.each([
    ["asked for it, through a sudo", ada, root, ada],
    ["it is for, where the system starts it", root, ada, ada],
    ["it is for, where Windows starts it", { name: "SYSTEM", uid: "S-1-5-18" }, ada, ada],
    ["both are", root, root, root],
    ["alone is known as actor", ada, undefined, ada],
    ["alone is known", undefined, ada, ada],
    ["is named with a domain", { ...ada, domain: "CORP" }, undefined, { ...ada, name: "CORP\\ada" }],
  ])("belongs to who %s", (_who, actor, user, account) =>
    expect(read({ ...of({ user }), actor: { user: actor } })).toMatchObject({ account }),
  );

  it("on Windows is a raw line", () =>
    expect(read(of({ file: { path: "C:\\git.exe" } }))).toMatchObject({ command: { fidelity: "raw-windows" } }));

  it.each([
    [{ cmd_line: undefined }, "/usr/bin/git"],
    [{ cmd_line: "", file: null, path: "/opt/git" }, "/opt/git"],
  ])("without a line is its program: %#", (changes, text) =>
    expect(read(of(changes))).toMatchObject({ command: { text }, binary: text }),
  );

  it("has the time of the profile where there is no other", () =>
    expect(read({ ...launched, time: undefined, time_dt: "2026-03-01T09:30:00.123456Z" })).toMatchObject({
      time: "2026-03-01T09:30:00.123456Z",
    }));

  it("without an id is its process, and without that its content", () => {
    expect(read({ ...launched, metadata: {} })).toMatchObject({ id: "p-101" });
    expect(read({ ...of({ uid: undefined }), metadata: {} })).toMatchObject({ id: "content", process: { id: null } });
    expect(read({ ...of({ uid: undefined, cpid: "c-101" }), metadata: {} })).toMatchObject({ id: "c-101" });
  });
});

describe("an agent that OCSF names", () => {
  const ai_agent = { name: "claude_code", uid: "agent-1", instance_uid: "session-1" };
  const named = { declaredAgent: "claude_code", session: "session-1" };
  const nobody = { declaredAgent: null, session: null };
  it("acts", () => expect(read({ ...launched, ai_agent })).toMatchObject(named));
  it("acts as the actor's process", () =>
    expect(read({ ...launched, actor: { user: ada, process: { ...bash, ai_agent } } })).toMatchObject(named));
  it.each([[{ ai_agent }], [{ hosted_ai_agent_list: [ai_agent] }], [{ session: { uid: "logon-1" } }]])(
    "did not start the process that runs it: %j",
    (changes) => expect(read(of(changes))).toMatchObject(nobody),
  );
});

describe("an OCSF record", () => {
  it.each([
    [{ ...launched, activity_id: 2 }, "not-a-process-start"],
    [{ ...launched, status_id: 2 }, "not-a-process-start"],
    [{ ...launched, class_uid: 4001 }, "not-a-process-start"],
    [{ ...launched, process: 7 }, "no-command"],
    [of({ cmd_line: undefined, file: undefined, name: undefined }), "no-command"],
    [of({ cmd_line: {} }), "bad-command"],
    [{ ...launched, time: undefined }, "no-time"],
    [{ ...launched, time: -1 }, "absurd-time"],
    [{ ...of({ user: {} }), actor: null }, "no-user"],
    [{ ...launched, device: { hostname: [] } }, "bad-host"],
    [{ ...launched, class_uid: {} }, "unknown-format"],
  ])("is refused where it says too little: %#", (record, reason) => expect(read(record)).toBe(reason));

  it("gives an event or a known reason, whatever it holds", () => {
    const key = fc.constantFrom(
      ...["process", "parent_process", "ancestry", "actor", "user", "uid", "name", "domain", "pid", "cpid", "cmd_line"],
      ...["file", "path", "ai_agent", "instance_uid", "environment_variables", "device", "metadata", "__proto__"],
    );
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { depthSize: "small" },
        fc.jsonValue(),
        fc.dictionary(key, tie("any")),
        fc.array(tie("any"), { maxLength: 3 }),
      ),
    })).any;
    forAll([fc.dictionary(key, value), fc.boolean()], (changes, deep) => {
      const event = read({ ...(deep ? of(changes) : { ...launched, ...changes }), metadata: {} });
      if (typeof event === "string") expect(normaliseReasons).toContain(event);
      else expect(event).toMatchObject({ format: "ocsf" });
    });
  });

  it.runIf(haveSamples)("that was written after the schema is read", () =>
    expect(sampleRecords("ocsf/process_activity.synthetic.jsonl").map(read)).toMatchObject([
      { format: "ocsf", declaredAgent: "claude_code", parent: { command: { kind: "line" } } },
    ]),
  );
});
