import fc from "fast-check";
import { mean } from "simple-statistics";
import { describe, expect, it } from "vitest";
import { momentOf, noMoments, together } from "../../lib/stats/moments.js";
import { forAll } from "../for-all.js";

const numbers = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 2, maxLength: 30 });
const of = (values: readonly number[]) => values.reduce((all, value) => together(all, momentOf(value)), noMoments);

describe("moments", () => {
  it("are those of all numbers together, however they were put together", () =>
    forAll([numbers, numbers], (left, right) => {
      const all = [...left, ...right];
      const both = together(of(left), of(right));
      expect(both.count).toBe(all.length);
      expect(both.mean).toBeCloseTo(mean(all), 6);
      expect(both.highest).toBe(Math.max(...all));
    }));

  it("of nothing change nothing", () => {
    expect(together(noMoments, momentOf(3))).toEqual(momentOf(3));
    expect(together(noMoments, noMoments)).toEqual(noMoments);
  });
});
