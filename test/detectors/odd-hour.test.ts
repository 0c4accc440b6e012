import { describe, expect, it } from "vitest";
import type { Pool } from "../../lib/detectors/detector.js";
import { oddHour } from "../../lib/detectors/odd-hour.js";
import { day, hour, type Instant } from "../../lib/domain/units.js";
import { emptyTree, merge, seed } from "../../lib/stats/count-tree.js";
import { monday, observed } from "../observations.js";

const git = observed(monday).observation;
const nine = monday;
const sunday = nine - day;

/** A history of commands at these times. */
function pool(name: string, times: readonly (readonly [at: Instant, commands: number])[]): Pool {
  let counts = emptyTree;
  for (const [at, commands] of times)
    for (const path of oddHour.paths(git, { at, earlier: [] })) counts = merge(counts, seed(path, [10, commands]));
  return { name, counts, commands: times.reduce((sum, [, commands]) => sum + commands, 0), days: 1 };
}
const bits = (at: Instant, own: Parameters<typeof pool>[1], ...peers: readonly Parameters<typeof pool>[1][]) =>
  oddHour.score(
    git,
    { own: pool("ada", own), peers: peers.map((each, i) => pool(`peers ${i}`, each)) },
    { at, earlier: [], epoch: 10, halfLife: 5 },
  );

describe("the hour at which somebody works", () => {
  const mornings = [[nine, 40]] as const;

  it.each<[string, Instant, number]>([
    ["is no news when it is hers", nine, 0],
    ["nor is the hour before or after", nine + hour, 0],
    // Ten parts of what it would be around the clock, of fifty.
    ["is five times as rare as around the clock when it never was", nine + 6 * hour, Math.log2(5)],
    ["in the middle of the night as well", nine - 6 * hour, Math.log2(5)],
    ["and on a Sunday, who works on Mondays", sunday, Math.log2(5)],
  ])("%s", (_, at, expected) => expect(bits(at, mornings)).toBeCloseTo(expected, 9));

  it("is news to the edge of her day in part", () => {
    // A quarter of five in fifty, and of the other forty-five none.
    const rate = (0.25 * 5 + (10 * 5) / 7 / 24) / 60;
    const known = [
      [nine, 45],
      [nine + 7 * hour, 5],
    ] as const;
    expect(bits(nine + 8 * hour, known)).toBeCloseTo(Math.max(0, Math.log2(5 / 7 / 24 / rate)), 9);
  });

  it("is never worth more than six bits, however long everybody has slept then", () => {
    const long = [[nine, 5_000]] as const;
    expect(bits(nine - 6 * hour, long)).toBeCloseTo(Math.log2(6), 9);
    expect(bits(nine - 6 * hour, long, long, long)).toBe(6);
  });

  it("is no news to an agent that works around the clock", () => {
    const always = Array.from({ length: 24 }, (_, i) => [nine + i * hour - (i > 14 ? day : 0), 100] as const);
    for (const [at] of always) expect(bits(at, always)).toBeLessThan(0.5);
  });

  it("is told by the clock and the kind of day", () => {
    const pools = { own: pool("ada", mornings), peers: [pool("everyone else", [[sunday, 7]])] };
    expect(oddHour.because(git, pools, { at: sunday, earlier: [] }).because).toBe(
      "none of ada's last 40 commands on 1 day ran within an hour of 09:00 UTC on a weekend; 7 of 7 by everyone else, at whose rate 40 were to be expected",
    );
  });

  it("goes past midnight", () => expect(bits(nine - 9 * hour, [[nine + 14 * hour, 40]])).toBe(0));
});
