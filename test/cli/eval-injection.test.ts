import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { InjectionReport } from "../../lib/flows/injection-evaluation.js";
import { fileOf, plainHistory } from "./run.js";

const script = fileURLToPath(new URL("../../lib/cli/eval-injection.ts", import.meta.url));
const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, ["--import", "tsx", script, ...args], { encoding: "utf8" });

const attacks = [
  { command: "terraform destroy -auto-approve" },
  { command: "git status" },
  { command: "git push", label: "benign" },
  { command: "aws s3 rb --force s3://example-bucket", scenario: "7_2" },
];

describe("eval:injection", () => {
  const args = [
    ...["--benign", fileOf(plainHistory(), "ours.jsonl")],
    ...["--attacks", fileOf(attacks.map((row) => JSON.stringify(row)).join("\n"), "made-up.jsonl")],
  ];
  const first = run(...args);
  const report: InjectionReport = JSON.parse(first.stdout);

  it("counts every row that is not labelled benign, and names a corpus by its file", () => {
    expect(first.status).toBe(0);
    expect(report).toMatchObject({ entities: 1, benignCommands: 280, attackRows: { "made-up": 3 } });
    expect(report.coverage["made-up"]).toBeCloseTo(2 / 3);
    expect(report.recallAt["1"]?.["made-up"]).toBeCloseTo(2 / 3);
    expect(report.recallAtAnyHour["1"]?.["made-up"]).toBeCloseTo(2 / 3);
    expect(report.recallOfChains["1"]?.["made-up"]).toBe(1);
    expect(report.recallByScenario["made-up"]?.["1"]).toEqual({ 7: 1 });
  });

  it("prints what each part is worth, intervals, and how it was measured", () => {
    expect(Object.keys(report.ablations)).toEqual(
      expect.arrayContaining(["everything", "entity-only", "peers-only", "without unusual-command"]),
    );
    expect(report.intervals.recallAt["1"]?.["made-up"]).toHaveLength(2);
    expect(report.settings).toMatchObject({ seed: 1, leastLines: 180, warmUp: 0.3 });
  });

  it("prints the same bytes for the same files", () => expect(run(...args).stdout).toBe(first.stdout));
});
