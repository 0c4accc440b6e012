import { describe, expect, it } from "vitest";
import { ssmSessionUser } from "../../lib/attribution/ssm.js";
import type { CommandSource, Parent } from "../../lib/domain/event.js";

const worker = "/usr/bin/ssm-session-worker";
const instance = "i-0123456789abcdef0";
const argv = (...words: readonly string[]): CommandSource => ({ kind: "argv", argv: words });
const by = (command: CommandSource | null, binary: string | null = null): Parent => ({ binary, command });

describe("a shell of Session Manager", () => {
  it.each([
    ["ada", "ada-0123456789abcdef0"],
    ["ada@corp.example", "ada@corp.example-0123456789abcdef0"],
    ["grace-hopper", "grace-hopper-4tqx5ga7r0k2m9c1d8b3n6w5ez"],
    ["claude-code+ada", "claude-code+ada-01234567-89ab-cdef-0123-456789abcdef"],
  ])("is %s's: %s", (user, session) => {
    expect(ssmSessionUser(by(argv(worker, session, instance), worker))).toBe(user);
    expect(ssmSessionUser(by(argv("C:\\Program Files\\Amazon\\SSM\\ssm-session-worker.exe", session)))).toBe(user);
    const text = `${worker} ${session} ${instance}`;
    for (const fidelity of ["joined", "quoted", "raw-windows"] as const)
      expect(ssmSessionUser(by({ kind: "line", fidelity, text }))).toBe(user);
  });

  it("is known where the sensor has only 15 bytes of the binary's name", () =>
    expect(ssmSessionUser(by(argv(worker, "ada-0123456789abcdef0"), "ssm-session-wor"))).toBe("ada"));

  it.each([
    ["a tool made the name up", argv(worker, "botocore-session-1772355000-4tqx5ga7r0k2m9c1d8b3n6w5ez"), worker],
    ["it is a task's", argv("/ecs/ssm-session-worker", "ecs-execute-command-0123456789abcdef0"), null],
    ["no id follows the name", argv(worker, "ada"), worker],
    ["no name comes before the id", argv(worker, "-0123456789abcdef0"), worker],
    ["it has no argument", argv(worker), worker],
    ["nothing is known of its line", null, worker],
    ["it is another program", argv("ssm-agent-worker", "ada-0123456789abcdef0"), null],
    ["another program says so of itself", argv(worker, "ada-0123456789abcdef0"), "/usr/bin/bash"],
    ["the line speaks of it only", argv("vim", worker, "ada-0123456789abcdef0"), null],
  ])("is nobody's where %s", (_, command, binary) => expect(ssmSessionUser(by(command, binary))).toBeNull());

  it("is nobody's where the line is absurd, which is no work", () => {
    const text = `${worker} ${"-0123456789abcdef".repeat(6_000)} ${instance}`;
    expect(ssmSessionUser(by({ kind: "line", fidelity: "joined", text }))).toBeNull();
  });
});
