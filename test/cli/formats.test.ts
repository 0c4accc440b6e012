import { describe, expect, it } from "vitest";
import { formats } from "../../lib/telemetry/formats/index.js";
import { specimens } from "../telemetry/specimens.js";
import { baseliner, fileOf } from "./run.js";

const writtenIn = (format: string): string =>
  specimens.flatMap((specimen) => (specimen.format === format ? [specimen.written] : [])).join("\n");

describe("--format", () => {
  it("is explained with every name that it takes", () => {
    const help = baseliner(["replay", "--help"]).stdout;
    for (const { name } of formats) expect(help).toContain(`"${name}"`);
    expect(formats).toHaveLength(20);
  });

  it("that fits tells the same as auto", () => {
    const file = fileOf(writtenIn("codex"));
    const named = baseliner(["replay", "--observations", "--format", "codex", file]);
    expect(named).toEqual(baseliner(["replay", "--observations", file]));
    expect(named.status).toBe(0);
  });

  it("that does not fit says so, and what to try", () => {
    const file = fileOf(writtenIn("tetragon").split("\n", 1)[0] ?? "");
    const { status, stdout, stderr } = baseliner(["replay", "--observations", "--format", "sysmon", file]);
    expect(status).toBe(2);
    expect(stdout).toBe("");
    expect(stderr.split("\n")).toEqual([
      "read 1 record: 0 events, 0 commands; left out 1 (1 other-format)",
      `  1 other-format (first: ${file}, line 1): of another format than the one that --format names`,
      `nothing in ${file} could be read as sysmon`,
      "baseliner: nothing could be read as sysmon; try without --format, or see the reasons above",
      "",
    ]);
  });
});

describe("what nobody signed", () => {
  it("is not lost, and it is said what to do", () => {
    const hook = { conversation_id: "c1", hook_event_name: "beforeShellExecution", command: "git push", cwd: "/srv" };
    const { status, stdout, stderr } = baseliner(["replay", "--observations", fileOf(JSON.stringify(hook))]);
    expect(JSON.parse(stdout)).toMatchObject({
      identity: "unknown",
      trust: "unknown",
      agent: "cursor",
      command: "git push",
    });
    expect(stderr).toContain("1 command of nobody known: let the shipper add `user`\n");
    expect(status).toBe(0);
  });
});

describe("an input with nothing in it", () => {
  it.each(["", "\n\r\n \n", "\ufeff\n"])("is empty, and no mistake: %j", (text) =>
    expect(baseliner(["replay", fileOf(text)])).toMatchObject({
      status: 0,
      stderr: expect.stringMatching(/^read 0 records: 0 events, 0 commands; left out 0\n/),
    }),
  );
});
