import fc from "fast-check";
import { mean, quantileRank } from "simple-statistics";
import { describe, expect, it } from "vitest";
import { conformal, topUp } from "../../lib/stats/conformal.js";
import { emptyTree, merge } from "../../lib/stats/count-tree.js";
import { pitmanYor } from "../../lib/stats/pitman-yor.js";
import { oneScore, rankOf } from "../../lib/stats/score-histogram.js";
import { smoothedRate } from "../../lib/stats/smoothed-rate.js";
import { forAll } from "../for-all.js";

const histogramOf = (scores: readonly number[]) =>
  scores.reduce((histogram, score) => merge(histogram, oneScore(score, [0, 1])), emptyTree);

describe("the Pitman-Yor chance", () => {
  it("adds up to one over everything that was seen and the rest of the base", () =>
    forAll([fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 20 })], (seenEach) => {
      const total = seenEach.reduce((sum, seen) => sum + seen, 0);
      const base = 1 / 100;
      const chance = (seen: number) => pitmanYor({ seen, total, distinct: seenEach.length }, base, 0.5, 1);
      const all = seenEach.reduce((sum, seen) => sum + chance(seen), 0) + (100 - seenEach.length) * chance(0);
      expect(all).toBeCloseTo(1, 9);
    }));

  it("grows with every sighting", () =>
    forAll([fc.integer({ min: 0, max: 40 })], (seen) =>
      expect(pitmanYor({ seen: seen + 1, total: 51, distinct: 5 }, 0.01, 0.5, 1)).toBeGreaterThan(
        pitmanYor({ seen, total: 50, distinct: 5 }, 0.01, 0.5, 1),
      ),
    ));
});

describe("the smoothed rate", () => {
  it("is the prior with nothing seen, and the plain rate in the long run", () => {
    expect(smoothedRate(0, 0, 0.3, 20)).toBe(0.3);
    expect(smoothedRate(10_000, 100_000, 0.3, 20)).toBeCloseTo(0.1, 3);
  });
});

describe("the conformal p-value", () => {
  it("equals the share of past scores at least as high, up to the width of a bin", () =>
    forAll(
      [
        fc.array(
          fc.integer({ min: 0, max: 200 }).map((n) => n / 4),
          { minLength: 5, maxLength: 80 },
        ),
        fc.integer({ min: 0, max: 200 }).map((n) => n / 4),
      ],
      (past, score) => {
        const share =
          1 -
          quantileRank(
            [...past].sort((a, b) => a - b),
            score - 1e-9,
          );
        const p = conformal(rankOf(score, histogramOf(past), 0, 10));
        expect(p).toBeCloseTo((1 + share * past.length) / (1 + past.length), 6);
      },
    ));

  it("is uniform: among exchangeable scores, a share of at most a has p of at most a", () => {
    const scores = Array.from({ length: 400 }, (_, i) => ((i * 7919) % 400) / 8);
    const values = scores.map((score, i) =>
      conformal(rankOf(score, histogramOf(scores.filter((_, j) => j !== i)), 0, 10)),
    );
    for (const a of [0.01, 0.05, 0.1, 0.2])
      expect(mean(values.map((p) => (p <= a ? 1 : 0)))).toBeLessThanOrEqual(a + 1e-9);
  });

  it("is never smaller than the number of scores allows", () =>
    forAll([fc.nat(5_000), fc.nat(5_000), fc.nat(2_000)], (own, peers, enough) =>
      expect(
        conformal(topUp({ atLeast: 0, of: own }, () => ({ atLeast: 0, of: peers }), enough)),
      ).toBeGreaterThanOrEqual(1 / (1 + own + Math.min(peers, Math.max(0, enough - own)))),
    ));

  it("listens to peers less and less as her own scores come in", () => {
    const peers = { atLeast: 500, of: 1_000 };
    const p = (own: number) => conformal(topUp({ atLeast: 0, of: own }, () => peers, 1_000));
    expect(p(0)).toBeGreaterThan(p(500));
    expect(p(1_000)).toBe(1 / 1_001);
  });

  it.each([1_000, 1_001, 5_000])("asks no peers when she has %i of a thousand", (of) => {
    const own = { atLeast: 3, of };
    expect(topUp(own, () => expect.fail("her own are enough"), 1_000)).toBe(own);
  });

  it("is hers alone when her peers have no scores", () => {
    const own = { atLeast: 3, of: 7 };
    expect(topUp(own, () => ({ atLeast: 0, of: 0 }), 1_000)).toBe(own);
  });
});
