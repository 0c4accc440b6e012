import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { add, decayed, type EpochCounts, nothing, once, since, total } from "../../lib/stats/epoch-counts.js";
import { forAll } from "../for-all.js";

/** Counts as they come to be: one sighting at a time, in any order. */
const anyCounts: fc.Arbitrary<EpochCounts> = fc
  .array(fc.integer({ min: 0, max: 30 }), { maxLength: 12 })
  .map((epochs) => epochs.reduce<EpochCounts>((counts, epoch) => add(counts, once(epoch)), nothing));

describe("counts per epoch", () => {
  it("merge the same in any order", () =>
    forAll([anyCounts, anyCounts, anyCounts], (a, b, c) => {
      expect(add(a, b)).toEqual(add(b, a));
      expect(add(add(a, b), c)).toEqual(add(a, add(b, c)));
    }));

  it("give back what was taken in", () =>
    forAll([anyCounts, anyCounts], (a, b) => expect(add(add(a, b), b, -1)).toEqual(a)));

  it("lose no sighting", () =>
    forAll([anyCounts, anyCounts], (a, b) => expect(total(add(a, b))).toBe(total(a) + total(b))));

  it("are worth half after a half-life, and never more than was counted", () => {
    expect(decayed([4, 8], 14, 10)).toBe(4);
    forAll([anyCounts, fc.integer({ min: 0, max: 60 })], (a, asOf) =>
      expect(decayed(a, asOf, 9)).toBeLessThanOrEqual(total(a)),
    );
  });

  it("decay alike before and after merging", () =>
    forAll([anyCounts, anyCounts], (a, b) =>
      expect(decayed(add(a, b), 31, 9)).toBeCloseTo(decayed(a, 31, 9) + decayed(b, 31, 9), 9),
    ));

  it("forget what is older than the horizon", () => expect(since([3, 1, 5, 2, 9, 4], 5)).toEqual([5, 2, 9, 4]));
});
