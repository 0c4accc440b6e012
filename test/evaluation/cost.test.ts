import { describe, expect, it } from "vitest";
import { carried, costOf } from "../../lib/evaluation/cost/cost.js";
import { gibSeconds, prices } from "../../lib/evaluation/cost/prices.js";

const nothing = carried([]);
const unused = {
  ...{ events: 1_000_000, telemetry: nothing, observations: nothing },
  ...{ writeUnits: 0, readUnits: 0, invocations: 0, gibSeconds: 0 },
};

/** A million records, without a list of them. */
const million = (bytes: number) => ({
  records: 1_000_000,
  bytes: bytes * 1_000_000,
  chargedKib: Math.ceil(bytes / 1_024) * 1_000_000,
});

describe("a million events cost", () => {
  it.each<[string, Partial<typeof unused>, number, number]>([
    ["nothing where nothing is used", {}, 0, 0],
    // 0.954 GiB put for $0.0763, 0.559 GiB read for $0.0224.
    ["a dime to carry, at 600 bytes each", { telemetry: million(600) }, 0.0986, 0],
    ["for the observations stream what they cost to score", { observations: million(600) }, 0, 0.0986],
    ["$0.625 for a write unit each", { writeUnits: 1_000_000 }, 0, 0.625],
    ["$0.125 for a read unit each", { readUnits: 1_000_000 }, 0, 0.125],
    ["$0.20 for an invocation each", { invocations: 1_000_000 }, 0, 0.2],
    ["$0.023 for a millisecond of one processor each", { gibSeconds: gibSeconds(1_000_000) }, 0, 0.023],
    ["as many times as much as fewer do", { events: 1_000, writeUnits: 1_000 }, 0, 0.625],
  ])("%s", (_, used, carry, score) =>
    expect(costOf({ ...unused, ...used }, prices)).toEqual({ carryPerMillion: carry, scorePerMillion: score }),
  );
});
