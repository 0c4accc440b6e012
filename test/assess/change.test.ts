import { describe, expect, it } from "vitest";
import { assess } from "../../lib/assess/assess.js";
import { apply, changeOf } from "../../lib/assess/change.js";
import { emptyMemory, inBuckets } from "../../lib/assess/memory.js";
import { changeFromJson, changeToJson, memoryFromJson, memoryToJson } from "../../lib/assess/memory-json.js";
import { defaultPolicy as policy } from "../../lib/assess/policy.js";
import type { Observed } from "../../lib/flows/gather.js";
import { forAll } from "../for-all.js";
import { anyStream } from "../observations.js";

const context = { policy, cohorts: () => [], judgeFrom: Number.NEGATIVE_INFINITY };
/** The stream as one identity's. */
const adas = ({ observation, at }: Observed): Observed => ({ observation: { ...observation, identity: "ada" }, at });
const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe("a memory", () => {
  it("is the same after being kept as a snapshot and a change, as after being folded", () =>
    forAll([anyStream, anyStream], (one, two) => {
      const [first, second] = [one.map(adas), two.map(adas)];
      const before = first.reduce(
        (memory, { observation, at }) => assess(memory, observation, at, context).memory,
        emptyMemory,
      );
      let after = before;
      const steps = second.map(({ observation, at }) => {
        const outcome = assess(after, observation, at, context);
        after = outcome.memory;
        return { observation, at, outcome };
      });
      const change = changeOf("ada", new Map(), steps);
      if (change === null) throw new Error("a short stream requires no compaction");
      const kept = memoryFromJson(throughJson(memoryToJson(before)));
      expect(kept).toEqual(before);
      expect(apply(kept, changeFromJson(throughJson(changeToJson(change))), policy.learning.rememberMs)).toEqual(after);
    }));

  it("gives the same bytes in whatever order it came to be", () => {
    const names = ["b", "a", "__proto__", "c"];
    const memoryOf = (order: readonly string[]) => ({
      ...emptyMemory,
      counted: { clock: 1, names: new Map([[1, inBuckets(order)]]) },
    });
    expect(JSON.stringify(memoryToJson(memoryOf(names)))).toBe(
      JSON.stringify(memoryToJson(memoryOf(names.toReversed()))),
    );
  });
});
