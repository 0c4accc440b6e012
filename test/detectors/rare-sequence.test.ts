import { describe, expect, it } from "vitest";
import type { Pool } from "../../lib/detectors/detector.js";
import { rareSequence } from "../../lib/detectors/rare-sequence.js";
import type { ImpactClass } from "../../lib/domain/impact.js";
import type { Observation } from "../../lib/domain/observation.js";
import { emptyTree, merge, seed } from "../../lib/stats/count-tree.js";
import { destroy, monday, observed } from "../observations.js";

const git = observed(monday).observation;
const terraform = observed(monday, { signature: "terraform/destroy/-", impacts: [destroy] }).observation;
type Step = readonly [what: Observation, earlier: readonly ImpactClass[], times: number];

function pool(name: string, steps: readonly Step[]): Pool {
  let counts = emptyTree;
  for (const [what, earlier, times] of steps)
    for (const path of rareSequence.paths(what, { at: monday, earlier }))
      counts = merge(counts, seed(path, [10, times]));
  return { name, counts, commands: steps.reduce((sum, [, , times]) => sum + times, 0), days: 1 };
}
const score = (what: Observation, earlier: readonly ImpactClass[], own: readonly Step[]) =>
  rareSequence.score(what, { own: pool("ada", own), peers: [] }, { at: monday, earlier, epoch: 10, halfLife: 5 });

/** Destroying is daily work, and so is reading secrets: but not one after the other. */
const apart: readonly Step[] = [
  [git, [], 30],
  [terraform, [], 10],
];
const together: readonly Step[] = [...apart, [terraform, ["credential-access"], 10]];

describe("one kind of harm after another", () => {
  it.each<[string, Observation, readonly ImpactClass[], readonly Step[], number]>([
    // One in ten of ten, against ten that never came after another.
    ["is news when it never was, though each is usual", terraform, ["credential-access"], apart, (10 * 0.1) / 20],
    ["is less so when it is done", terraform, ["credential-access"], together, (10 + 10 * 0.1) / 30],
    [
      "is judged by the rarest of what came before",
      terraform,
      ["credential-access", "privilege"],
      together,
      (10 * 0.1) / 30,
    ],
    ["is nothing when the first is of the same kind", terraform, ["destroy"], apart, 1],
    ["is nothing when nothing came before", terraform, [], apart, 1],
    ["is nothing of harmless commands", git, ["credential-access"], apart, 1],
  ])("%s", (_, what, earlier, own, chance) => expect(score(what, earlier, own)).toBeCloseTo(-Math.log2(chance), 9));

  it("is never worth more than six bits, however often everybody did without", () => {
    const often: readonly Step[] = [[terraform, [], 5_000]];
    const peers = [pool("near", often), pool("everyone else", often)];
    const asOf = { at: monday, earlier: ["credential-access" as const], epoch: 10, halfLife: 5 };
    expect(rareSequence.score(terraform, { own: pool("ada", often), peers }, asOf)).toBe(6);
  });

  it("is told with what came before", () =>
    expect(
      rareSequence.because(
        terraform,
        { own: pool("ada", together), peers: [pool("everyone else", apart)] },
        { at: monday, earlier: ["credential-access", "privilege"] },
      ).because,
    ).toBe(
      "none of ada's last 50 commands on 1 day could do this kind of harm (destroy) soon after another (privilege); none of 40 by everyone else",
    ));
});
