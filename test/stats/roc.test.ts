import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bootstrap } from "../../lib/stats/bootstrap.js";
import { area, cheapest, costOf, hitAt, roc } from "../../lib/stats/roc.js";
import { forAll } from "../for-all.js";

const scored = fc.array(fc.record({ score: fc.integer({ min: 0, max: 9 }), positive: fc.boolean() }), {
  minLength: 2,
  maxLength: 40,
});

describe("the curve of hits and false alarms", () => {
  it("has as its area the share of pairs in the right order, ties half", () =>
    forAll([scored], (cases) => {
      const positives = cases.filter(({ positive }) => positive);
      const others = cases.filter(({ positive }) => !positive);
      if (positives.length === 0 || others.length === 0) return;
      let right = 0;
      for (const { score } of positives)
        for (const other of others) right += score > other.score ? 1 : score === other.score ? 0.5 : 0;
      expect(area(roc(cases))).toBeCloseTo(right / positives.length / others.length, 9);
    }));

  it("does not depend on the order of equal scores", () =>
    forAll([scored], (cases) => expect(roc([...cases].reverse())).toEqual(roc(cases))));

  it("costs 100 where nothing tells them apart, and nothing where all are apart", () => {
    const alike = [1, 1, 1].map((score, i) => ({ score, positive: i === 0 }));
    expect(costOf(cheapest(roc(alike)))).toBe(100);
    const apart = [3, 2, 1].map((score) => ({ score, positive: score > 2 }));
    expect(costOf(cheapest(roc(apart)))).toBe(0);
    expect(hitAt(roc(apart), 0)).toBe(1);
  });

  it("gives the published cost of naive Bayes", () =>
    expect(costOf({ hit: 0.615, falseAlarm: 0.013 })).toBeCloseTo(46.3, 1));
});

describe("the bootstrap", () => {
  it("is about as wide as theory says for a mean", () => {
    let state = 1;
    const random = () => {
      state = (state * 48_271) % 2_147_483_647;
      return state / 2_147_483_647;
    };
    const groups = Array.from({ length: 200 }, () => [random()]);
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const { about } = bootstrap(groups, (values) => ({ about: mean(values) }), 2_000, random);
    const [low, high] = about;
    // Four standard errors of a uniform number's mean: 4 * sqrt(1/12) / sqrt(200).
    expect(high - low).toBeCloseTo(3.92 * Math.sqrt(1 / 12 / 200), 1.5);
    expect(low).toBeLessThan(mean(groups.flat()));
    expect(high).toBeGreaterThan(mean(groups.flat()));
  });
});
