import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { AttributionReport } from "../../lib/flows/attribution-accuracy.js";

const script = fileURLToPath(new URL("../../lib/cli/eval-attribution.ts", import.meta.url));
const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, ["--import", "tsx", script, ...args], { encoding: "utf8" });

describe("eval:attribution", () => {
  const { status, stdout } = run("--trees", "3");
  const { settings, formats, totals }: AttributionReport = JSON.parse(stdout);
  const variants = Object.entries(formats);

  it("prints one report, with what was configured", () => {
    expect(status).toBe(0);
    expect(settings).toMatchObject({ trees: 3, policy: "default", aliases: { "uid:1001": "ada" } });
  });

  it("is right in 99 of 100 where the starter's line is told, and in 97 where descent is", () => {
    for (const [name, { accuracy, carries }] of variants) {
      if (carries === "calls") expect([name, accuracy]).toEqual([name, 1]);
      else if (carries.parentCommandLine) expect([name, accuracy >= 0.99]).toEqual([name, true]);
      else if (carries.lineage) expect([name, accuracy >= 0.97]).toEqual([name, true]);
    }
    expect(totals.parentCommandLine.accuracy).toBeGreaterThanOrEqual(0.99);
    expect(totals.lineage.accuracy).toBeGreaterThanOrEqual(0.97);
  });

  it("says the same in any order of the records", () => {
    for (const [name, { accuracy, shuffled }] of variants)
      expect([name, shuffled]).toEqual([name, { accuracy, changed: 0 }]);
  });

  it("counts a command once where the records tell processes apart", () => {
    for (const [name, { counted, carries }] of variants) {
      const { commands, missed, again } = counted;
      const isTold = carries === "calls" || (carries.lineage && carries.milliseconds);
      if (isTold) expect([name, missed + again <= commands / 100]).toEqual([name, true]);
    }
  });
});

it("eval:attribution refuses a number of trees that is none", () => {
  const { status, stderr } = run("--trees", "many");
  expect(status).not.toBe(0);
  expect(stderr).toContain("write how many");
});
