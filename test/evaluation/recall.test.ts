import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Alarm, byLoudness, loudest, silent } from "../../lib/evaluation/alarm.js";
import { recallAt, thresholdAt } from "../../lib/evaluation/recall.js";
import { forAll } from "../for-all.js";

const alarm = (weighed: number, bits = 10, isFloor = false): Alarm => ({ isFloor, weighed, bits });
const once = (alarms: readonly Alarm[]) => [...alarms].sort(byLoudness).map((alarm) => ({ alarm, weight: 1 }));
const quiet = (count: number) => Array.from({ length: count }, () => silent);

const anyAlarm = fc.record({
  isFloor: fc.boolean(),
  weighed: fc.constantFrom(0.001, 0.002, 0.02, Number.POSITIVE_INFINITY),
  bits: fc.integer({ min: 0, max: 3 }),
});

describe("a budget of one alert in a thousand ordinary lines", () => {
  const ordinary = once([alarm(0.001, 20), alarm(0.002), alarm(0.003), ...quiet(1997)]);

  it("tells an attack that is louder than the third-loudest of 2,000 lines", () =>
    expect(recallAt(1, ordinary, once([alarm(0.0025)]))).toBe(1));

  it("does not tell one that is only as loud", () => expect(recallAt(1, ordinary, once([alarm(0.003)]))).toBe(0));

  it("decides ties by bits", () => expect(recallAt(1, ordinary, once([alarm(0.003, 11), alarm(0.003, 9)]))).toBe(0.5));

  it("never tells silence, however large the budget", () => {
    expect(recallAt(10, ordinary, once([silent, alarm(0.9)]))).toBe(0.5);
    expect(recallAt(1000, once(quiet(10)), once([silent]))).toBe(0);
  });

  it("tells of an empty history nothing at all", () => expect(recallAt(1, [], [])).toBe(0));
});

it("the threshold never lets more ordinary lines through than the budget", () =>
  forAll([fc.array(anyAlarm, { minLength: 1, maxLength: 60 }), fc.integer({ min: 0, max: 500 })], (alarms, budget) => {
    const ordinary = once(alarms);
    const threshold = thresholdAt(budget, ordinary);
    const told = ordinary.filter(({ alarm }) => threshold === undefined || byLoudness(alarm, threshold) < 0);
    expect(told.length).toBeLessThanOrEqual((budget / 1000) * ordinary.length + 1e-9);
  }));

it("a floor entry is louder than anything statistics say", () =>
  expect(loudest([alarm(1e-9, 60), alarm(1, 0, true), silent])).toEqual(alarm(1, 0, true)));
