import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Baseline, compact, emptyBaseline, mergeBaselines } from "../../lib/assess/baseline.js";
import { lesson } from "../../lib/assess/learn.js";
import { defaultPolicy } from "../../lib/assess/policy.js";
import { defaultConfig } from "../../lib/config.js";
import type { Observed } from "../../lib/flows/gather.js";
import { type Judgement, judge, noKnowledge } from "../../lib/flows/judge.js";
import { size } from "../../lib/stats/count-tree.js";
import { forAll } from "../for-all.js";
import { anyStream, monday, observed } from "../observations.js";

/** Young principals would only ever be watched; here everybody is old at once. */
const config = {
  ...defaultConfig,
  policy: { ...defaultPolicy, youngCommands: 0, youngDays: 0, findAtP: 1, watchAtP: 1, enoughScores: 1 },
};
const always = Number.NEGATIVE_INFINITY;
const judgeAll = (observed: readonly Observed[]) => judge(observed, noKnowledge, config, always);

function judgeInBatches(batches: readonly (readonly Observed[])[]): Pick<Judgement, "findings" | "knowledge"> {
  let knowledge = noKnowledge;
  const findings = [];
  for (const batch of batches) {
    const judgement = judge(batch, knowledge, config, always);
    findings.push(...judgement.findings);
    knowledge = judgement.knowledge;
  }
  return { findings, knowledge };
}

const cut = <T>(list: readonly T[], places: readonly number[]): readonly (readonly T[])[] => {
  const marks = [0, ...places.map((place) => place % (list.length + 1)).sort((a, b) => a - b), list.length];
  return marks.slice(1).map((end, i) => list.slice(marks[i], end));
};

describe("a stream of observations", () => {
  it("gives the same findings and baselines however it is cut into batches", () =>
    forAll([anyStream, fc.array(fc.nat(), { maxLength: 6 })], (stream, places) => {
      const { findings, knowledge } = judgeAll(stream);
      expect(judgeInBatches(cut(stream, places))).toEqual({ findings, knowledge });
    }));

  it("gives the same findings and baselines when any part of it is delivered again", () =>
    forAll([anyStream, fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 10 })], (stream, again) => {
      const repeated = [...stream];
      const inDay = stream.filter(({ at }) => at >= (stream.at(-1)?.at ?? 0) - 20 * 3_600_000);
      for (const [which, where] of again) {
        const event = inDay[which % inDay.length];
        const original = event === undefined ? -1 : repeated.indexOf(event);
        if (event !== undefined) repeated.splice(original + 1 + (where % (repeated.length - original)), 0, event);
      }
      const { findings, knowledge } = judgeAll(stream);
      const second = judgeAll(repeated);
      expect(second.findings).toEqual(findings);
      expect(second.knowledge.memories).toEqual(knowledge.memories);
      expect(second.knowledge.cohorts).toEqual(knowledge.cohorts);
      expect(second.repeated).toBe(repeated.length - stream.length);
    }));

  it("finds a floor entry every time it occurs", () =>
    forAll([anyStream], (stream) => {
      const floors = stream.filter(({ observation }) => observation.impacts[0]?.floor === true);
      expect(judgeAll(stream).findings.filter(({ impact }) => impact?.floor)).toHaveLength(floors.length);
    }));

  it("gives every finding an id of its own", () =>
    forAll([anyStream], (stream) => {
      const ids = judgeAll(stream).findings.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }));
});

describe("a baseline", () => {
  const lessonsOf = (stream: readonly Observed[]): readonly Baseline[] =>
    stream.map(({ observation, at }) =>
      lesson(
        { observation, at, earlier: [], score: { bits: 8, pValue: 0.5 }, verdict: "quiet" },
        emptyBaseline,
        defaultPolicy.learning,
      ),
    );
  const together = (lessons: readonly Baseline[]) =>
    lessons.reduce((sum, one) => mergeBaselines(sum, one), emptyBaseline);

  it("is the same in whatever order its lessons are merged", () =>
    forAll([anyStream], (stream) => {
      const lessons = lessonsOf(stream);
      expect(together(lessons)).toEqual(together([...lessons].reverse()));
    }));

  it("of a cohort loses a member's part exactly", () =>
    forAll([anyStream, anyStream], (hers, others) => {
      const member = together(lessonsOf(hers));
      const rest = together(lessonsOf(others));
      const left = mergeBaselines(mergeBaselines(rest, member), member, -1);
      for (const [detector, tree] of rest.counts) expect(left.counts.get(detector)).toEqual(tree);
      expect(left.scores).toEqual(rest.scores);
      expect(left.activity).toEqual(rest.activity);
    }));

  it("stays within its size whatever an attacker invents", () => {
    const hostile = Array.from({ length: 3_000 }, (_, i) =>
      observed(monday + i, { id: `x${i}`, signature: `p${i}/v${i}/s${i}` }),
    );
    const bounded = compact(together(lessonsOf(hostile)), monday, { ...defaultPolicy.learning, nodes: 500 });
    for (const tree of bounded.counts.values()) expect(size(tree)).toBeLessThanOrEqual(500);
  });
});
