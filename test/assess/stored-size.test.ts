import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { compact, emptyBaseline } from "../../lib/assess/baseline.js";
import { baselineToJson } from "../../lib/assess/memory-json.js";
import { defaultPolicy } from "../../lib/assess/policy.js";
import { day, hour } from "../../lib/domain/units.js";
import { hash64 } from "../../lib/stats/hash64.js";
import { destroy, monday, observed } from "../observations.js";
import { live } from "./live.js";

/** What one principal's baseline may cost to keep: less than a twentieth of the largest item of the table. */
const bound = 16 * 1024;

/** Names as long as a signature keeps them, and no two alike: what compresses worst. */
const name = (i: number) => `p${hash64("name", i)}${hash64("more", i)}`.slice(0, 32);

describe("somebody who invents a program, a verb and a session with each command, half of them harmful", () => {
  const stream = Array.from({ length: 3_000 }, (_, i) =>
    observed(monday + i * hour, {
      signature: `${name(i)}/${name(i + 10_000)}/recursive+force+path:system`,
      session: `${name(i)}-${name(i + 1)}`,
      impacts: i % 2 === 0 ? [destroy] : [],
    }),
  );
  const { memory } = live(stream);
  const baseline = compact(
    memory.baselines.get("ada") ?? emptyBaseline,
    monday + 3_000 * hour + day,
    defaultPolicy.learning,
  );

  it("has a baseline of less than 16 KB all the same", () =>
    expect(gzipSync(JSON.stringify(baselineToJson(baseline))).length).toBeLessThan(bound));
});
