import { describe, expect, it } from "vitest";
import type { AsOf, Detector, Pool } from "../../lib/detectors/detector.js";
import { rareImpact } from "../../lib/detectors/rare-impact.js";
import { unusualCommand } from "../../lib/detectors/unusual-command.js";
import type { Observation } from "../../lib/domain/observation.js";
import { emptyTree, merge, seed } from "../../lib/stats/count-tree.js";
import { destroy, monday, observed } from "../observations.js";

const asOf: AsOf = { epoch: 10, halfLife: 5 };
const git = observed(monday).observation;
const push = observed(monday, { signature: "git/push/-" }).observation;
const npm = observed(monday, { signature: "npm/test/-" }).observation;
const terraform = observed(monday, { signature: "terraform/destroy/-", impacts: [destroy] }).observation;

type Sighting = readonly [observation: Observation, times: number, epoch?: number];

/** A history of these sightings, this week unless it is said otherwise. */
function pool(detector: Detector, name: string, sightings: readonly Sighting[]): Pool {
  let counts = emptyTree;
  let commands = 0;
  for (const [observation, times, epoch = asOf.epoch] of sightings) {
    commands += times;
    for (const path of detector.paths(observation)) counts = merge(counts, seed(path, [epoch, times]));
  }
  return { name, counts, commands, days: 1 };
}
const bits = (
  detector: Detector,
  what: Observation,
  own: readonly Sighting[],
  ...peers: readonly (readonly Sighting[])[]
) =>
  detector.score(
    what,
    { own: pool(detector, "ada", own), peers: peers.map((each, i) => pool(detector, `peers ${i}`, each)) },
    asOf,
  );

/** Sums done on paper: chances, whose bits are compared. */
describe("rare-impact, by hand", () => {
  it.each<[string, Observation, readonly (readonly Sighting[])[], number]>([
    // One in two hundred, pulled down by a hundred harmless commands against a strength of twenty.
    ["a first harm, no peers", terraform, [[[git, 100]]], (0 + 20 * 0.005) / 120],
    ["harmless as ever, no peers", git, [[[git, 100]]], (100 + 20 * 0.9) / 120],
    ["nothing of her own, no harm among 180 of everyone", terraform, [[], [[git, 180]]], (20 * 0.005) / 200],
    [
      "a first harm that one in ten of everyone's is",
      terraform,
      [
        [[git, 100]],
        [
          [git, 162],
          [terraform, 18],
        ],
      ],
      (20 * ((18 + 20 * 0.005) / 200)) / 120,
    ],
    // Two half-lives ago: 40 are worth 10, and 4 are worth 1.
    [
      "what she did long ago",
      terraform,
      [
        [
          [git, 36, 0],
          [terraform, 4, 0],
        ],
      ],
      (1 + 20 * 0.005) / 30,
    ],
  ])("%s", (_, what, [own = [], ...peers], chance) =>
    expect(bits(rareImpact, what, own, ...peers)).toBeCloseTo(-Math.log2(chance), 9),
  );
});

describe("unusual-command, by hand", () => {
  it.each<[string, Observation, readonly (readonly Sighting[])[], number]>([
    // (1 + 0.5 * 2 programs) parts in 10 for novelty, spread over 10,000 programs; verb and shape are one in twenty each.
    [
      "a new program",
      terraform,
      [
        [
          [git, 6],
          [npm, 3],
        ],
      ],
      ((2 * 1e-4) / 10) * 0.05 * 0.05,
    ],
    ["a new verb of a known program", push, [[[git, 9]]], ((9 - 0.5 + 1.5e-4) / 10) * ((1.5 * 0.05) / 10) * 0.05],
    ["what she always does", git, [[[git, 9]]], ((9 - 0.5 + 1.5e-4) / 10) * ((9 - 0.5 + 1.5 * 0.05) / 10) ** 2],
    // Everyone: (8 - 0.5 + 2 * 1e-4) / 20; hers: 1.5 parts in 10 of that.
    [
      "a program new to her that everyone uses",
      terraform,
      [
        [[git, 9]],
        [
          [git, 11],
          [terraform, 8],
        ],
      ],
      ((1.5 * ((7.5 + 2e-4) / 20)) / 10) * ((7.5 + 1.5 * 0.05) / 9) ** 2,
    ],
    // A half-life ago: one sighting is worth a half, and the discount takes half of that.
    [
      "what she did once, a half-life ago",
      git,
      [[[git, 1, 5]]],
      ((0.25 + 1.25e-4) / 1.5) * ((0.25 + 1.25 * 0.05) / 1.5) ** 2,
    ],
  ])("%s", (_, what, [own = [], ...peers], chance) =>
    expect(bits(unusualCommand, what, own, ...peers)).toBeCloseTo(-Math.log2(chance), 9),
  );
});

describe.each([rareImpact, unusualCommand])("$id asks peers from near to wide", (detector) => {
  const do_: readonly Sighting[] = [
    [git, 500],
    [terraform, 500],
  ];
  const not: readonly Sighting[] = [[git, 1_000]];
  const own: readonly Sighting[] = [[git, 50]];

  it("and those who are near outrank those who are far", () =>
    expect(bits(detector, terraform, own, do_, not)).toBeLessThan((bits(detector, terraform, own, not, do_) ?? 0) - 2));

  it("and can say something as soon as one of them has a history", () => {
    expect(bits(detector, terraform, [], [], [])).toBeUndefined();
    expect(bits(detector, terraform, [], [], not)).toBeGreaterThan(0);
    expect(bits(detector, terraform, [], not, [])).toBeGreaterThan(0);
    expect(bits(detector, terraform, not)).toBeGreaterThan(0);
  });
});

describe("the reason", () => {
  const because = (detector: Detector, what: Observation, own: readonly Sighting[]) =>
    detector.because(what, {
      own: pool(detector, "ada", own),
      peers: [
        pool(detector, "near", []),
        pool(detector, "everyone else", [
          [git, 7],
          [terraform, 2],
        ]),
      ],
    });

  it.each<[string, Observation, readonly Sighting[], string]>([
    [
      "a new program by its name",
      terraform,
      [[git, 5]],
      "none of ada's last 5 commands on 1 day ran terraform; 2 of 9 by everyone else",
    ],
    [
      "a new verb with its program",
      push,
      [[git, 5]],
      "none of ada's last 5 commands on 1 day ran git push; none of 9 by everyone else",
    ],
    [
      "what is known in full",
      git,
      [[git, 5]],
      "5 of ada's last 5 commands on 1 day ran git status; 7 of 9 by everyone else",
    ],
    ["nothing to go by", git, [], "nothing is known of ada yet; 7 of 9 by everyone else"],
  ])("names %s", (_, what, own, text) => expect(because(unusualCommand, what, own)).toBe(text));

  it("names the shape when only that is new", () => {
    const forced = observed(monday, { signature: "git/status/force+branch:main" }).observation;
    expect(because(unusualCommand, forced, [[git, 5]])).toBe(
      "none of ada's last 5 commands on 1 day ran git status (force, branch:main); none of 9 by everyone else",
    );
  });

  it("names the kind of harm", () =>
    expect(
      because(rareImpact, terraform, [
        [git, 4],
        [terraform, 1],
      ]),
    ).toBe("1 of ada's last 5 commands on 1 day could do this kind of harm (destroy); 2 of 9 by everyone else"));
});
