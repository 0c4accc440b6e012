import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceOf } from "../../lib/stats/logistic.js";
import { backward, forward, type Persistence } from "../../lib/stats/persistence.js";
import { forAll } from "../for-all.js";

/** The odds that the state was there at a place, by adding up every path there is. */
function byAllPaths(evidence: readonly number[], place: number, { start, stay }: Persistence): number {
  let there = 0;
  let not = 0;
  for (let path = 0; path < 2 ** evidence.length; path += 1) {
    let weight = 1;
    for (const [at, value] of evidence.entries()) {
      const was = at > 0 && (path >> (at - 1)) & 1;
      const is = (path >> at) & 1;
      const comes = was ? stay : start;
      weight *= is ? comes * Math.exp(value) : 1 - comes;
    }
    if ((path >> place) & 1) there += weight;
    else not += weight;
  }
  return Math.log(there / not);
}

const evidence = fc.array(fc.double({ min: -6, max: 6, noNaN: true }), { minLength: 1, maxLength: 7 });
const persistence = fc.record({
  start: fc.double({ min: 0.01, max: 0.4, noNaN: true }),
  stay: fc.double({ min: 0.5, max: 0.95, noNaN: true }),
});

describe("the two-state filter", () => {
  it("equals the sum over all paths, forward", () =>
    forAll([evidence, persistence], (values, how) => {
      let odds = Number.NEGATIVE_INFINITY;
      for (const value of values) odds = forward(chanceOf(odds), value, how);
      expect(odds).toBeCloseTo(byAllPaths(values, values.length - 1, how), 6);
    }));

  it("equals the sum over all paths, seen from the end", () =>
    forAll([evidence, persistence], (values, how) => {
      const odds = forward(0, values[0] ?? 0, how);
      expect(backward(odds, values.slice(1), how)).toBeCloseTo(byAllPaths(values, 0, how), 6);
    }));

  it("does not overflow", () => {
    const how = { start: 0.01, stay: 0.8 };
    expect(Number.isFinite(backward(0, [900, -900, 900], how))).toBe(true);
    expect(forward(1, 900, how)).toBeCloseTo(901.386, 3);
  });
});
