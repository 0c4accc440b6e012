import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Circumstances, priorityOf } from "../../lib/assess/priority.js";
import { forAll } from "../for-all.js";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const circumstances: fc.Arbitrary<Circumstances> = fc.record({
  weight: share,
  floor: fc.boolean(),
  pValue: fc.double({ min: 1e-9, max: 1, noNaN: true }),
  reach: fc.constantFrom("own", "machine", "shared", "everything"),
  agent: fc.constantFrom(null, "codex"),
  confidence: share,
  trust: fc.constantFrom("trusted", "service", "unknown"),
});
const towardsOne = (value: number, by: number): number => value + (1 - value) * by;

describe("a priority", () => {
  it("is a whole number from 0 to 10, and of a floor entry 5 or more", () =>
    forAll([circumstances], (one) => {
      const priority = priorityOf(one);
      expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]).toContain(priority);
      if (one.floor) expect(priority).toBeGreaterThanOrEqual(5);
    }));

  /** A case to compare with, and what makes it more urgent, by a share of all that is possible. */
  type Raise = (
    one: Circumstances,
    by: number,
  ) => readonly [before: Partial<Circumstances>, after: Partial<Circumstances>];
  const raises: readonly (readonly [string, Raise])[] = [
    ["could do more harm", ({ weight }, by) => [{}, { weight: towardsOne(weight, by) }]],
    ["is never to be overlooked", () => [{ floor: false }, { floor: true }]],
    ["is rarer", ({ pValue }, by) => [{}, { pValue: pValue ** (1 + by) }]],
    ["reaches the machine", () => [{ reach: "own" }, { reach: "machine" }]],
    ["reaches what others use", () => [{ reach: "machine" }, { reach: "shared" }]],
    ["reaches everything", () => [{ reach: "shared" }, { reach: "everything" }]],
    [
      "is surer an agent's",
      ({ confidence }, by) => [{ agent: "codex" }, { agent: "codex", confidence: towardsOne(confidence, by) }],
    ],
    [
      "is less surely by hand",
      ({ confidence }, by) => [{ agent: null }, { agent: null, confidence: confidence * (1 - by) }],
    ],
    [
      "is likelier an agent's than hands",
      ({ confidence }) => [
        { agent: null, confidence: towardsOne(confidence, 0.5) },
        { agent: "codex", confidence: towardsOne(confidence, 0.5) },
      ],
    ],
    ["is a service's", () => [{ trust: "trusted" }, { trust: "service" }]],
    ["is of nobody known", () => [{ trust: "service" }, { trust: "unknown" }]],
  ];

  it.each(raises)("is never lower when a command %s", (_, raise) =>
    forAll([circumstances, share], (one, by) => {
      const [before, after] = raise(one, by);
      expect(priorityOf({ ...one, ...before, ...after })).toBeGreaterThanOrEqual(priorityOf({ ...one, ...before }));
    }),
  );

  it.each(raises.slice(3))("is higher, in the middle, when a command %s", (_, raise) => {
    const one = { floor: false, pValue: 0.001, reach: "own", confidence: 0.5, trust: "trusted", agent: null } as const;
    const raised = Array.from({ length: 40 }, (_, n) => {
      const middle = { ...one, weight: 0.4 + n / 100 };
      const [before, after] = raise(middle, 1);
      return priorityOf({ ...middle, ...before, ...after }) - priorityOf({ ...middle, ...before });
    });
    expect(Math.max(...raised)).toBe(1);
  });
});
