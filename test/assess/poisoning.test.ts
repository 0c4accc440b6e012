import { describe, expect, it } from "vitest";
import { defaultConfig } from "../../lib/config.js";
import { day, hour, minute } from "../../lib/domain/units.js";
import { judge, noKnowledge } from "../../lib/flows/judge.js";
import { destroy, monday, observed, ordinaryDays, sensorOff } from "../observations.js";

/** An engineer of three weeks, whose account somebody has from the fourth on. */
const weeks = 21;
const taken = monday + weeks * day;
const ordinary = (days: number) => ordinaryDays(days, 60);

/** Some tries on each of some days, in sessions of their own, among ordinary work. */
const tries = (perDay: number, days: number, impact = destroy) =>
  Array.from({ length: perDay * days }, (_, i) => {
    const [on, nth] = [Math.floor(i / perDay), i % perDay];
    return observed(taken + on * day + 5 * hour + nth * 7 * minute, {
      ...{ id: `try-${i}`, session: `night-${on}`, signature: "terraform/destroy/unattended", impacts: [impact] },
    });
  });

/** How many of the tries were told. */
function toldOf(attempts: ReturnType<typeof tries>, days: number): number {
  const stream = [...ordinary(weeks + days), ...attempts].sort((a, b) => a.at - b.at);
  const { findings } = judge(stream, noKnowledge, defaultConfig, taken);
  return findings.filter(({ event }) => event.id.startsWith("try-")).length;
}

describe("the price of making a destroy usual", () => {
  const { absorbDays, absorbSessions } = defaultConfig.policy.learning;

  it.each([
    ["slowly, once a day", 1],
    ["fast, ten times a day", 10],
  ])("is to be told on each of the days until it is believed: %s", (_, perDay) => {
    expect([absorbDays, absorbSessions]).toEqual([3, 3]);
    expect(toldOf(tries(perDay, 2), 2)).toBe(2 * perDay);
    // On the third day it is seen often enough, and is learned from the next sighting on.
    expect(toldOf(tries(perDay, 4), 4)).toBeGreaterThanOrEqual(absorbDays);
  });

  it("is never paid off for a floor entry", () => expect(toldOf(tries(3, 6, sensorOff), 6)).toBe(18));
});
