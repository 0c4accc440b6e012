import { describe, expect, it } from "vitest";
import type { AsOf, Detector, Moment, Pool } from "../../lib/detectors/detector.js";
import { heavyImpact } from "../../lib/detectors/heavy-impact.js";
import { rareEntry } from "../../lib/detectors/rare-entry.js";
import { rareImpact } from "../../lib/detectors/rare-impact.js";
import { unusualCommand } from "../../lib/detectors/unusual-command.js";
import type { Observation } from "../../lib/domain/observation.js";
import { emptyTree, merge, seed } from "../../lib/stats/count-tree.js";
import { destroy, monday, observed } from "../observations.js";

const moment: Moment = { at: monday, earlier: [] };
const asOf: AsOf = { ...moment, epoch: 10, halfLife: 5 };
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
    for (const path of detector.paths(observation, moment)) counts = merge(counts, seed(path, [epoch, times]));
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
    // One in two hundred, pulled down by forty harmless commands against a strength of ten.
    ["a first harm, no peers", terraform, [[[git, 40]]], (0 + 10 * 0.005) / 50],
    ["harmless as ever, no peers", git, [[[git, 40]]], (40 + 10 * 0.9) / 50],
    ["nothing of her own, no harm among 40 of everyone", terraform, [[], [[git, 40]]], (10 * 0.005) / 50],
    // Fifty speak for all that are more.
    ["a first harm in five thousand", terraform, [[[git, 5_000]]], (10 * 0.005) / 60],
    [
      "one harm in a hundred, worth half a sighting in fifty",
      terraform,
      [
        [
          [git, 99],
          [terraform, 1],
        ],
      ],
      (0.5 + 10 * 0.005) / 60,
    ],
    [
      "a first harm that one in ten of everyone's is",
      terraform,
      [
        [[git, 40]],
        [
          [git, 36],
          [terraform, 4],
        ],
      ],
      (10 * ((4 + 10 * 0.005) / 50)) / 50,
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
      (1 + 10 * 0.005) / 20,
    ],
  ])("%s", (_, what, [own = [], ...peers], chance) =>
    expect(bits(rareImpact, what, own, ...peers)).toBeCloseTo(-Math.log2(chance), 9),
  );
});

describe("rare-entry and heavy-impact, by hand", () => {
  const clean = observed(monday, { impacts: [{ ...destroy, id: "files.remove-folder", weight: 0.3 }] }).observation;
  const history: readonly Sighting[] = [
    [git, 30],
    [clean, 10],
  ];

  it("tell a first terraform destroy from ten clean-ups, though both destroy", () => {
    expect(bits(rareEntry, terraform, history)).toBeCloseTo(-Math.log2((10 * 0.001) / 50), 9);
    expect(bits(heavyImpact, terraform, history)).toBeCloseTo(-Math.log2((10 * 0.01 * 3 ** -3.6) / 50), 9);
  });

  it("count what was heavier among what was this heavy, but nothing lighter", () => {
    const heavy: readonly Sighting[] = [
      [git, 30],
      [terraform, 10],
    ];
    expect(bits(heavyImpact, clean, heavy)).toBeCloseTo(-Math.log2((10 + 10 * 0.01) / 50), 9);
    expect(bits(heavyImpact, git, heavy)).toBeCloseTo(-Math.log2((30 + 10 * 0.9) / 50), 9);
  });
});

/** Mixed with what no history can rule out. */
const foreseen = (unforeseen: number, chance: number): number => unforeseen + (1 - unforeseen) * chance;

describe("unusual-command, by hand", () => {
  it.each<[string, Observation, readonly (readonly Sighting[])[], number]>([
    // (1 + 0.5 * 2 programs) parts in 10 for novelty, spread over 1,000 programs; verb and shape are one in ten each.
    [
      "a new program",
      terraform,
      [
        [
          [git, 6],
          [npm, 3],
        ],
      ],
      foreseen(1e-4, (2 * 1e-3) / 10) * foreseen(1e-3, 0.1) ** 2,
    ],
    [
      "a new verb of a known program",
      push,
      [[[git, 9]]],
      foreseen(1e-4, (8.5 + 1.5e-3) / 10) * foreseen(1e-3, 0.15 / 10) * foreseen(1e-3, 0.1),
    ],
    [
      "what she always does",
      git,
      [[[git, 9]]],
      foreseen(1e-4, (8.5 + 1.5e-3) / 10) * foreseen(1e-3, (8.5 + 0.15) / 10) ** 2,
    ],
    // Everyone: (8 - 0.5 + 2 * 1e-3) / 20; hers: 1.5 parts in 10 of that.
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
      foreseen(1e-4, (1.5 * ((7.5 + 2e-3) / 20)) / 10) * foreseen(1e-3, (7.5 + 0.15) / 9) ** 2,
    ],
    // A half-life ago: one sighting is worth a half, and the discount takes half of that.
    [
      "what she did once, a half-life ago",
      git,
      [[[git, 1, 5]]],
      foreseen(1e-4, (0.25 + 1.25e-3) / 1.5) * foreseen(1e-3, (0.25 + 0.125) / 1.5) ** 2,
    ],
  ])("%s", (_, what, [own = [], ...peers], chance) =>
    expect(bits(unusualCommand, what, own, ...peers)).toBeCloseTo(-Math.log2(chance), 9),
  );
});

describe.each([rareImpact, rareEntry, heavyImpact, unusualCommand])("$id asks peers from near to wide", (detector) => {
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
    told(detector, what, own).because;
  const told = (detector: Detector, what: Observation, own: readonly Sighting[]) =>
    detector.because(
      what,
      {
        own: pool(detector, "ada", own),
        peers: [
          pool(detector, "near", []),
          pool(detector, "everyone else", [
            [git, 7],
            [terraform, 2],
          ]),
        ],
      },
      moment,
    );

  it.each<[string, Observation, readonly Sighting[], string]>([
    [
      "a new program by its name",
      terraform,
      [[git, 5]],
      "none of ada's last 5 commands on 1 day ran terraform; 2 of 9 by everyone else, at whose rate 1.1 were to be expected",
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
      "5 of ada's last 5 commands on 1 day ran git status; 7 of 9 by everyone else, at whose rate 3.9 were to be expected",
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
    ).toBe(
      "1 of ada's last 5 commands on 1 day could do this kind of harm (destroy); 2 of 9 by everyone else, at whose rate 1.1 were to be expected",
    ));

  it("has the same in numbers", () =>
    expect(told(rareImpact, terraform, [[git, 5]])).toMatchObject({
      seen: 0,
      of: 5,
      expected: 1.1,
      peers: { seen: 2, of: 9 },
    }));

  it("has no expectation where nobody is known", () => {
    expect(told(rareImpact, terraform, [])).toMatchObject({
      seen: 0,
      of: 0,
      expected: null,
      peers: { seen: 2, of: 9 },
    });
    const alone = { own: pool(rareImpact, "ada", [[git, 5] as const]), peers: [] };
    expect(rareImpact.because(terraform, alone, moment)).toMatchObject({ seen: 0, of: 5, expected: null, peers: null });
  });
});
