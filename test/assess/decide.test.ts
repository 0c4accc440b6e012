import { describe, expect, it } from "vitest";
import { decide } from "../../lib/assess/decide.js";
import { defaultPolicy as policy } from "../../lib/assess/policy.js";
import { roundChance } from "../../lib/stats/bits.js";
import { destroy, sensorOff } from "../observations.js";

const own = (pValue: number, of = 10_000) => ({
  bits: 50,
  perWeek: 100,
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
  it("asks for surprise too, as the first of anything is the rarest of a short history", () => {
    expect(decide(destroy, { ...own(0.0001), bits: policy.findAtBits }, policy)).toBe("find");
    expect(decide(destroy, { ...own(0.0001), bits: policy.findAtBits - 0.01 }, policy)).toBe("watch");
    expect(decide(sensorOff, { ...own(0.0001), bits: 0 }, policy)).toBe("find");
  });
  it("asks more rarity where so many commands would else be found every week", () => {
    const busy = { ...own(0.0031), perWeek: 1_000 }; // 3 in 1,000, at most
    expect(decide({ ...destroy, weight: 1 }, busy, policy)).toBe("watch");
    expect(decide({ ...destroy, weight: 1 }, { ...busy, pValue: 0.003 }, policy)).toBe("find");
    expect(decide({ ...destroy, weight: 1 }, { ...busy, perWeek: 600 }, policy)).toBe("find");
    expect(decide(sensorOff, { ...own(1), perWeek: 1e9 }, policy)).toBe("find");
  });
  it("finds a floor entry however usual it is", () => expect(decide(sensorOff, own(1), policy)).toBe("find"));
  it("finds the heaviest when there are too few scores for so small a p-value and hardly any is as high", () => {
    for (const of of [203, 215, 221, 252]) {
      const unseen = {
        bits: 50,
        perWeek: 100,
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

describe("at its borders, a decision", () => {
  const oftenEnough = { ...own(0.5), rank: { atLeast: 5, of: 100_000, borrowed: 0 } };
  const at = (pValue: number) => ({ ...oftenEnough, pValue });

  it.each<[string, number, number, string]>([
    ["finds what is exactly as rare as it must be", 1, 0.005, "find"],
    ["watches what is just less rare", 1, 0.00501, "watch"],
    ["finds a lighter impact exactly at its share of that", 0.5, 0.0025, "find"],
    ["watches it just above", 0.5, 0.00251, "watch"],
    ["watches what is exactly as rare as watching asks", 1, 0.02, "watch"],
    ["is quiet just above", 1, 0.0201, "quiet"],
    ["watches a light impact by the same number", 0.3, 0.02, "watch"],
  ])("%s: weight %d, p = %d", (_, weight, pValue, verdict) =>
    expect(decide({ ...destroy, weight }, at(pValue), policy)).toBe(verdict),
  );

  it("takes an impact of exactly the blind weight for one of the heaviest", () => {
    expect(decide({ ...destroy, weight: 0.8 }, nobody, policy)).toBe("find");
    expect(decide({ ...destroy, weight: 0.79 }, nobody, policy)).toBe("watch");
  });

  it.each([
    ["none as high", 0, "find"],
    ["two as high", 2, "find"],
    ["more than two as high", 2.01, "watch"],
  ])("with too few scores and %s", (_, atLeast, verdict) =>
    expect(
      decide(
        destroy,
        { bits: 50, perWeek: 100, pValue: 0.015, basis: "own", rank: { atLeast, of: 100, borrowed: 0 } },
        policy,
      ),
    ).toBe(verdict),
  );

  it("stops taking scores for too few once a third in them could be rare enough", () => {
    // 0.005 * 0.9 = 0.0045 to three figures is 3 / 666, which 665 scores allow and 664 do not (3 / 665 = 0.00451).
    const fraction = (of: number) => ({
      bits: 50,
      perWeek: 100,
      pValue: 0.02,
      basis: "own" as const,
      rank: { atLeast: 2, of, borrowed: 0 },
    });
    expect(decide(destroy, fraction(664), policy)).toBe("find");
    expect(decide(destroy, fraction(665), policy)).toBe("watch");
  });

  it("finds nothing but floor entries when nothing is to be found by rarity", () => {
    const nothing = { ...policy, findAtP: 0 };
    const highest = {
      bits: 50,
      perWeek: 100,
      pValue: 0.0001,
      basis: "own" as const,
      rank: { atLeast: 0, of: 9_999, borrowed: 0 },
    };
    expect(decide(destroy, highest, nothing)).toBe("watch");
    expect(decide(sensorOff, highest, nothing)).toBe("find");
  });
});
