import { dirname, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { baseliner, destroyed, fileOf, plainHistory } from "./run.js";

const telemetry = fileOf(plainHistory(destroyed));
const kept = join(dirname(telemetry), "kept.json.gz");
beforeAll(() => void baseliner(["replay", "--save-baseline", kept, telemetry]));

describe("baseliner baseline show", () => {
  it("draws what is usual for a principal", () => {
    const { status, stdout } = baseliner(["baseline", "show", "ada/claude-code", "--baseline", kept]);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^ada\/claude-code\n40\d commands on 1\d days, 2026-03-02 to 2026-03-1\d; judged by their own/,
    );
    expect(stdout).toMatch(/ {2}git status +█+ 20 % \(80\)\n/);
  });

  it("gives the whole of it as one object with --json", () => {
    const { stdout } = baseliner(["baseline", "show", "ada/claude-code", "--baseline", kept, "--json"]);
    expect(JSON.parse(stdout)).toMatchObject({
      principal: "ada/claude-code",
      young: false,
      usual: expect.arrayContaining([{ what: "npm test", count: 80, share: expect.closeTo(0.2, 2) }]),
      harm: [],
    });
  });

  it.each([
    [["show", "grace", "--baseline", kept], "nothing is known of grace; known are ada"],
    [["show", "ada", "--baseline", kept], "nothing is known of ada; known are ada/claude-code"],
    [["show", "ada"], "baseline show needs one place to look into; give --baseline FILE or --table NAME"],
  ])("says what is wrong with %j", (args, message) => {
    const { status, stderr } = baseliner(["baseline", ...args]);
    expect(stderr).toContain(message);
    expect(status).toBe(2);
  });
});
