import { describe, expect, it } from "vitest";
import { type Event, unknownBeyond } from "../../../lib/domain/event.js";
import { normalise } from "../../../lib/telemetry/normalise.js";

const read = (record: Record<string, unknown>): unknown => {
  const event = normalise(record, "auto", { contentId: () => "content", arrived: null });
  return event.ok ? event.value : event.reason;
};
const least = { time: "2026-03-01T09:30:00Z", user: "ada", command: "git push" };

describe("a plain record", () => {
  it("needs a time, a user and a command", () =>
    expect(read(least)).toEqual({
      ...unknownBeyond,
      id: "content",
      format: "plain",
      time: "2026-03-01T09:30:00Z",
      at: Date.UTC(2026, 2, 1, 9, 30),
      host: null,
      account: { name: "ada", uid: null },
      declaredAgent: null,
      session: null,
      cwd: null,
      binary: null,
      command: { kind: "script", text: "git push" },
      parent: null,
      layer: "call",
    }));

  it("keeps the beginning and the end of a command that is too long, so that padding hides nothing", () => {
    const { command } = read({ ...least, command: `git push ${"x".repeat(5_000_000)}; rm -rf /` }) as Event;
    expect(command).toMatchObject({ text: expect.stringMatching(/^git push x+\nx+; rm -rf \/$/) });
    expect(command.kind === "script" && command.text.length).toBe(1024 * 1024);
  });

  it("says all it knows", () =>
    expect(
      read({
        ...least,
        id: "e1",
        time: Date.UTC(2026, 2, 1),
        host: "web-1",
        agent: "codex-cli",
        session: "s1",
        cwd: "/srv",
        command: ["git", "push"],
        parent: { command: ["bash", "-c", "git push"] },
      }),
    ).toMatchObject({
      id: "e1",
      time: "2026-03-01T00:00:00.000Z",
      host: "web-1",
      declaredAgent: "codex-cli",
      session: "s1",
      cwd: "/srv",
      command: { kind: "argv", argv: ["git", "push"] },
      parent: { binary: null, command: { kind: "argv", argv: ["bash", "-c", "git push"] } },
    }));

  it("takes a user of digits for a uid", () =>
    expect(read({ ...least, user: 1000 })).toMatchObject({ account: { name: null, uid: "1000" } }));

  it("takes null and empty fields for absent ones", () =>
    expect(read({ ...least, id: null, host: "", agent: null, parent: null, cwd: "" })).toEqual(read(least)));

  it.each([
    [{ command: "" }, "no-command"],
    [{ command: "  \n" }, "no-command"],
    [{ command: [] }, "no-command"],
    [{ command: [""] }, "no-command"],
    [{ command: 7 }, "bad-command"],
    [{ command: ["ls", 7] }, "bad-command"],
    [{ command: { text: "ls" } }, "bad-command"],
    [{ time: undefined }, "no-time"],
    [{ time: "soon" }, "bad-time"],
    [{ time: 0 }, "absurd-time"],
    [{ user: undefined }, "no-user"],
    [{ user: " " }, "no-user"],
    [{ user: {} }, "bad-user"],
    [{ id: [] }, "bad-id"],
    [{ host: {} }, "bad-host"],
    [{ agent: true }, "bad-agent"],
    [{ session: "s".repeat(5000) }, "bad-session"],
    [{ cwd: [] }, "bad-cwd"],
    [{ parent: "bash" }, "bad-parent"],
    [{ parent: { command: 7 } }, "bad-parent"],
  ])("with %j is refused: %s", (wrong, reason) => expect(read({ ...least, ...wrong })).toBe(reason));

  it("keeps a command of a mebibyte whole", () => {
    const long = "x".repeat(1024 * 1024);
    expect(read({ ...least, command: long })).toMatchObject({ command: { text: long } });
  });
});

describe("a process of a process table", () => {
  const process = { pid: 7100, ppid: 7000, comm: "git", argv: ["git", "push"], cwd: "/home/ada/shop" };
  const arrived = Date.UTC(2026, 2, 1, 9, 31);
  const seen = (record: Record<string, unknown>, at: number | null = arrived): unknown => {
    const event = normalise(record, "auto", { contentId: () => "content", arrived: at });
    return event.ok ? event.value : event.reason;
  };

  it("started when it reached us, for whose home it runs in", () =>
    expect(seen(process)).toEqual({
      ...unknownBeyond,
      id: "content",
      format: "plain",
      time: "2026-03-01T09:31:00.000Z",
      at: arrived,
      account: { name: "ada", uid: null },
      cwd: "/home/ada/shop",
      command: { kind: "argv", argv: ["git", "push"] },
      process: { id: null, pid: "7100", parentId: null, parentPid: "7000" },
    }));

  it("keeps a time and a user that it has", () =>
    expect(seen({ ...process, time: "2026-03-01T09:30:00Z", user: "grace" })).toMatchObject({
      at: Date.UTC(2026, 2, 1, 9, 30),
      account: { name: "grace" },
    }));

  it.each([
    [{ ...process, cwd: "/srv" }, "no-user"],
    [{ ...process, argv: [] }, "no-command"],
    [{ ...process, argv: "git push" }, "unknown-format"],
    [{ ...process, pid: undefined }, "unknown-format"],
  ])("is refused where it says too little: %#", (record, reason) => expect(seen(record)).toBe(reason));

  it("is nothing that other plain records may lack", () => {
    expect(seen(process, null)).toBe("no-time");
    expect(seen({ ...process, command: "git push", user: "ada" })).toBe("no-time");
    expect(seen({ ...process, command: "git push", time: arrived })).toBe("no-user");
  });
});
