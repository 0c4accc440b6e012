import { describe, expect, it } from "vitest";
import { decide } from "../../lib/assess/decide.js";
import { defaultPolicy as policy } from "../../lib/assess/policy.js";
import { roundChance } from "../../lib/stats/bits.js";
import { destroy, sensorOff } from "../observations.js";

const own = (pValue: number, of = 10_000) => ({
  pValue: roundChance(pValue),
  basis: "own" as const,
  rank: { atLeast: pValue * of, of, borrowed: 0 },
});
const nobody = { ...own(0.5, 1), basis: "nobody" as const };
const light = { ...destroy, weight: 0.3 };

describe("a decision", () => {
  it("finds a heavy impact that is rare", () =>
    expect(decide(destroy, own(policy.findAtP * 0.9), policy)).toBe("find"));
  it("watches it when it is less rare", () => expect(decide(destroy, own(policy.watchAtP), policy)).toBe("watch"));
  it("stays quiet when it is usual", () => expect(decide(destroy, own(0.2), policy)).toBe("quiet"));
  it("stays quiet about a harmless novelty, however rare", () =>
    expect(decide(undefined, own(0.00001), policy)).toBe("quiet"));
  it("asks more rarity of a lighter impact", () => {
    expect(decide(light, own(policy.findAtP * 0.9), policy)).toBe("watch");
    expect(decide(light, own(policy.findAtP * 0.3), policy)).toBe("find");
  });
  it("finds a floor entry however usual it is", () => expect(decide(sensorOff, own(1), policy)).toBe("find"));
  it("finds the heaviest when there are too few scores for so small a p-value and none is as high", () => {
    for (const of of [203, 215, 221, 252]) {
      const unseen = {
        pValue: roundChance(1 / (1 + of)),
        basis: "own" as const,
        rank: { atLeast: 0, of, borrowed: 0 },
      };
      expect(decide(destroy, unseen, policy)).toBe("find");
      expect(decide({ ...destroy, weight: 0.6 }, unseen, policy)).toBe("watch");
      expect(decide(destroy, { ...unseen, pValue: 0.3, rank: { atLeast: 60, of, borrowed: 0 } }, policy)).toBe("quiet");
    }
  });
  it("does not depend on the last digit of a product", () => {
    const odd = { ...destroy, weight: 0.7 };
    expect(decide(odd, own(0.0035), { ...policy, findAtP: 0.005 })).toBe("find");
  });
  it("finds only the heaviest while nobody's history can say", () => {
    expect(decide(destroy, nobody, policy)).toBe("find");
    expect(decide({ ...destroy, weight: 0.6 }, nobody, policy)).toBe("watch");
    expect(decide(sensorOff, nobody, policy)).toBe("find");
  });
});
