import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CountTree, emptyTree, merge } from "../../lib/stats/count-tree.js";
import { oneScore, rankOf } from "../../lib/stats/score-histogram.js";
import { forAll } from "../for-all.js";

type Scored = readonly [bits: number, epoch: number];
const histogramOf = (scores: readonly Scored[]): CountTree =>
  scores.reduce((sum, [bits, epoch]) => merge(sum, oneScore(bits, [epoch, 1])), emptyTree);
const anyBits = fc.integer({ min: 0, max: 280 }).map((quarters) => quarters / 4);
const anyScores = fc.array(fc.tuple(anyBits, fc.integer({ min: 0, max: 30 })), { minLength: 5, maxLength: 60 });

describe("a histogram of scores", () => {
  it("gives exactly the same ranks in whatever order it was made: fractions are added in one order", () =>
    forAll([anyScores, anyScores, anyBits], (a, b, score) => {
      const rank = rankOf(score, histogramOf([...a, ...b]), 30, 60 / 7);
      expect(rankOf(score, histogramOf([...b, ...a]), 30, 60 / 7)).toEqual(rank);
      expect(rankOf(score, histogramOf([...a, ...b].reverse()), 30, 60 / 7)).toEqual(rank);
      expect(rankOf(score, merge(histogramOf(b), histogramOf(a)), 30, 60 / 7)).toEqual(rank);
    }));

  it.each([
    ["a tie counts against surprise, within a quarter of a bit", 10.3, 10.49, 1],
    ["the next quarter is higher", 10.3, 10.5, 0],
    ["a higher past score counts", 10.3, 3, 1],
    ["what is beyond 64 bits is alike", 64, 1_000, 1],
    ["what is just below is not", 63.74, 1_000, 0],
    ["no score is below zero", 0, -1, 1],
    ["nor is a past one", -1, 0, 1],
  ])("%s", (_, past, score, atLeast) =>
    expect(rankOf(score, histogramOf([[past, 0]]), 0, 9)).toEqual({ atLeast, of: 1 }),
  );

  it("is asked as of one epoch and then another, with one half-life and then another", () => {
    const histogram = histogramOf([[9, 0]]);
    const asked = [
      [0, 4],
      [4, 4],
      [4, 2],
      [0, 4],
    ] as const;
    expect(asked.map(([asOf, halfLife]) => rankOf(5, histogram, asOf, halfLife).of)).toEqual([1, 0.5, 0.25, 1]);
  });

  it("forgets half of a score in a half-life", () =>
    expect(
      rankOf(
        5,
        histogramOf([
          [9, 0],
          [1, 0],
          [9, 9],
        ]),
        9,
        9,
      ),
    ).toEqual({ atLeast: 1.5, of: 2 }));
});
