import { describe, expect, it } from "vitest";
import { decide } from "../../lib/assess/decide.js";
import { defaultPolicy as policy } from "../../lib/assess/policy.js";
import { destroy, sensorOff } from "../observations.js";

const own = (pValue: number) => ({ pValue, basis: "own" as const });
const nobody = { pValue: 0.5, basis: "nobody" as const };
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
  it("finds only the heaviest while nobody's history can say", () => {
    expect(decide(destroy, nobody, policy)).toBe("find");
    expect(decide({ ...destroy, weight: 0.6 }, nobody, policy)).toBe("watch");
    expect(decide(sensorOff, nobody, policy)).toBe("find");
  });
});
