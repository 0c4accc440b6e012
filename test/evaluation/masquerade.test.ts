import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readCorpus } from "../../lib/evaluation/masquerade/corpus.js";
import { inventCorpus } from "../../lib/evaluation/masquerade/invented.js";
import { laneScores } from "../../lib/evaluation/masquerade/lane-scores.js";
import { masqueradeReport } from "../../lib/evaluation/masquerade/report.js";
import { defaultLane } from "../../lib/identity/settings.js";
import { shippedCalibrator } from "../../lib/identity/shipped-calibrator.js";

describe("a corpus of masquerades", () => {
  const commands = (count: number) => Array.from({ length: count }, (_, i) => `c${i % 7}`).join("\n");

  it("is read as it is published", () => {
    const [first, second] = readCorpus([commands(5_200), commands(5_200)], "0 1\n1 0\n");
    expect(first?.clean).toHaveLength(50);
    expect(first?.judged.map(({ masquerade }) => masquerade)).toEqual([false, true]);
    expect(second?.judged.map(({ masquerade }) => masquerade)).toEqual([true, false]);
    expect(second?.judged[1]?.commands).toHaveLength(100);
  });

  it.each([
    ["too few blocks", [commands(5_100)], "0\n1\n"],
    ["no label for a user", [commands(5_100), commands(5_100)], "0\n"],
    ["a label that is none", [commands(5_100)], "2\n"],
  ])("with %s is refused", (_what, texts, table) =>
    expect(() => readCorpus(texts, table)).toThrow(/readCorpus requires/),
  );
});

describe("masquerades among invented users", () => {
  const users = inventCorpus({ seed: 3, users: 8, blocks: 40 });
  const report = masqueradeReport(users, "invented");

  it("are the same on every run", () => {
    expect(inventCorpus({ seed: 3, users: 8, blocks: 40 })).toEqual(users);
    expect(report.masquerades).toBeGreaterThan(3);
    expect(report.blocks).toBe(320);
  });

  it("are told better than by naive Bayes", () => {
    expect(report.auc).toBeGreaterThan(0.9);
    expect(report.cost).toBeLessThan(report.naiveBayes.cost);
  });

  it("are never told by their labels: with other labels everybody scores the same", () => {
    const blind = users.map((user) => ({
      ...user,
      judged: user.judged.map((b) => ({ ...b, masquerade: !b.masquerade })),
    }));
    const scores = (of: typeof users) => laneScores(of, shippedCalibrator, defaultLane).map(({ score }) => score);
    expect(scores(blind)).toEqual(scores(users));
  });
});

describe("eval:masquerade", () => {
  it("says what to do when the folder is no corpus", () => {
    const script = fileURLToPath(new URL("../../lib/cli/eval-masquerade.ts", import.meta.url));
    const { status, stderr } = spawnSync(process.execPath, ["--import", "tsx", script, "test"], { encoding: "utf8" });
    expect(status).toBe(2);
    expect(stderr).toContain("User1");
  });
});
