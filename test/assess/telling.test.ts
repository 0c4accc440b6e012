import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planned, toldMore } from "../../lib/assess/telling.js";
import type { Incident } from "../../lib/domain/incident.js";
import { defaultTelling, nothingTold, type Told } from "../../lib/domain/telling.js";
import { day, hour } from "../../lib/domain/units.js";
import { found } from "../contracts/finding.js";
import { forAll } from "../for-all.js";
import { destroy } from "../observations.js";

const now = Date.UTC(2026, 2, 2, 9);
const incident = (id: string, floor = false): Incident => {
  return { id, findings: [{ ...found(id), impact: { ...destroy, floor } }] };
};
const three = ["a", "b", "c"].map((id) => incident(id));
const idsOf = (incidents: readonly Incident[]) => incidents.map(({ id }) => id).join("");
const plan = (telling: Partial<typeof defaultTelling>, told: Told = nothingTold, isFull = false, all = three) => {
  const { alone, together, later } = planned(all, told, { ...defaultTelling, ...telling }, now, isFull);
  return [idsOf(alone), idsOf(together), idsOf(later)];
};

describe("a channel that takes two alerts a day", () => {
  const telling = { alertsPerDay: 2 };
  const alerted = (times: number, at = now) =>
    Array.from({ length: times }).reduce<Told>((told) => toldMore(told, at, "alert"), nothingTold);

  it("has the third incident in a digest", () => expect(plan(telling)).toEqual(["ab", "c", ""]));
  it("counts what it was told earlier today", () => expect(plan(telling, alerted(1))).toEqual(["a", "bc", ""]));
  it("begins anew every day", () => expect(plan(telling, alerted(2, now - day))).toEqual(["ab", "c", ""]));
  it("is told of floor entries all the same", () =>
    expect(plan(telling, alerted(2), false, [...three, incident("f", true)])).toEqual(["f", "abc", ""]));
  it("waits for its next digest", () => {
    const digested = toldMore(alerted(2), now - hour + 1, "digest");
    expect(plan(telling, digested)).toEqual(["", "", "abc"]);
    expect(plan(telling, toldMore(alerted(2), now - hour, "digest"))).toEqual(["", "abc", ""]);
  });
  it("does not wait where others would have to wait behind", () =>
    expect(plan(telling, toldMore(alerted(2), now - 1, "digest"), true)).toEqual(["", "abc", ""]));
});

it("in shadow nobody is alerted, of floor entries neither", () =>
  expect(plan({ shadow: true }, nothingTold, false, [...three, incident("f", true)])).toEqual(["", "abcf", ""]));

it("nothing is dropped and nothing told twice, whatever was told before", () =>
  forAll(
    [fc.array(fc.boolean(), { maxLength: 20 }), fc.nat(8), fc.nat(8), fc.boolean(), fc.boolean()],
    (floors, alertsPerDay, alerts, shadow, isFull) => {
      const all = floors.map((floor, i) => incident(String.fromCharCode(97 + i), floor));
      const told = { day: Math.floor(now / day), alerts, digestAt: now - alerts * hour };
      const parts = plan({ alertsPerDay, shadow }, told, isFull, all);
      expect([...parts.join("")].sort().join("")).toBe(idsOf(all));
    },
  ));
