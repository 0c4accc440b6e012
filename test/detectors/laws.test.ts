import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AsOf, Detector, Moment, Pool, Pools } from "../../lib/detectors/detector.js";
import { detectors } from "../../lib/detectors/index.js";
import { oddHour } from "../../lib/detectors/odd-hour.js";
import { rareSequence } from "../../lib/detectors/rare-sequence.js";
import type { Observation } from "../../lib/domain/observation.js";
import { day, hour } from "../../lib/domain/units.js";
import { amount, number } from "../../lib/domain/wording.js";
import { emptyTree, merge, seed } from "../../lib/stats/count-tree.js";
import { once } from "../../lib/stats/epoch-counts.js";
import { forAll } from "../for-all.js";
import { destroy, monday, observed } from "../observations.js";

/** What only adds to others: when it was, and what came before. */
const mild: readonly Detector[] = [oddHour, rareSequence];

/** What was run, and when. */
interface Sighting extends Moment {
  readonly what: Observation;
}

const git: Sighting = { what: observed(monday).observation, at: monday, earlier: [] };
/** Unlike git in every way that there is a detector for. */
const terraform: Sighting = {
  what: observed(monday, { signature: "terraform/destroy/unattended", impacts: [destroy] }).observation,
  at: monday - day - 6 * hour,
  earlier: ["credential-access"],
};
const asOf = { epoch: 0, halfLife: 9 };
const score = (detector: Detector, { what, ...moment }: Sighting, known: Pools, when: Partial<AsOf> = {}) =>
  detector.score(what, known, { ...moment, ...asOf, ...when });

/** A history in which these sightings were counted. */
function pool(detector: Detector, name: string, sightings: readonly Sighting[]): Pool {
  let counts = emptyTree;
  for (const { what, ...moment } of sightings)
    for (const path of detector.paths(what, moment)) counts = merge(counts, seed(path, once(0)));
  return { name, counts, commands: sightings.length, days: Math.min(sightings.length, 20) };
}
const times = (count: number, sighting: Sighting): readonly Sighting[] => Array.from({ length: count }, () => sighting);
const pools = (detector: Detector, own: readonly Sighting[], peers: readonly Sighting[] = []): Pools => ({
  own: pool(detector, "ada", own),
  peers: [pool(detector, "everyone else", peers)],
});

describe.each(detectors)("$id", (detector) => {
  it("abstains when nobody's history can say", () =>
    expect(score(detector, terraform, pools(detector, []))).toBeUndefined());

  it("is more surprised by what she never did than by what she does", () => {
    const history = pools(detector, times(500, git));
    const clearly = mild.includes(detector) ? 2 : 5;
    expect(score(detector, terraform, history)).toBeGreaterThan((score(detector, git, history) ?? 0) + clearly);
  });

  it("is never less surprised after fewer sightings", () =>
    forAll([fc.nat(50), fc.nat(50), fc.integer({ min: 60, max: 300 })], (a, b, length) => {
      const [few, many] = [Math.min(a, b), Math.max(a, b)];
      const surpriseAfter = (sightings: number) =>
        score(
          detector,
          terraform,
          pools(detector, [...times(sightings, terraform), ...times(length - sightings, git)]),
        ) ?? 0;
      expect(surpriseAfter(many)).toBeLessThanOrEqual(surpriseAfter(few) + 1e-9);
    }));

  it("is less surprised when her peers do it", () => {
    const alone = score(detector, terraform, pools(detector, times(50, git), times(1_000, git))) ?? 0;
    const peers = [...times(900, git), ...times(100, terraform)];
    expect(score(detector, terraform, pools(detector, times(50, git), peers))).toBeLessThan(alone - 1);
  });

  it("scores finite bits, none of them negative, whatever was seen and however long ago", () =>
    forAll([fc.nat(30), fc.nat(30), fc.boolean(), fc.integer({ min: -3, max: 400 })], (own, peers, harmless, epoch) => {
      const what = harmless ? git : terraform;
      const known = pools(detector, times(own, what), [...times(peers, terraform), git]);
      const bits = score(detector, what, known, { epoch });
      expect(bits).toBeGreaterThanOrEqual(0);
      if (!mild.includes(detector)) expect(bits).toBeGreaterThan(0);
      expect(bits).toBeLessThan(64);
    }));

  it("says why in one clause with its numbers", () => {
    const known = pools(detector, times(12_403, git), times(5_000, git));
    const { because } = detector.because(terraform.what, known, terraform);
    expect(because).toMatch(/^none of ada's last 12,403 commands on 20 days .+; none of 5,000 by everyone else$/);
  });

  it("says in numbers what it says in words", () =>
    forAll([fc.nat(200), fc.nat(20), fc.nat(300), fc.nat(20)], (own, harms, theirs, ofTheirs) => {
      const hers = [...times(own, git), ...times(harms, terraform)];
      const others = [...times(theirs, git), ...times(ofTheirs, terraform)];
      const { because, seen, of, expected, peers } = detector.because(
        terraform.what,
        pools(detector, hers, others),
        terraform,
      );
      expect([of, seen]).toEqual([own + harms, harms]);
      if (own + harms > 0)
        expect(because).toMatch(new RegExp(`^${harms === 0 ? "none" : harms} of ada's last ${own + harms} `));
      const told =
        peers === null ? null : `; ${peers.seen === 0 ? "none" : peers.seen} of ${number(peers.of)} by everyone else`;
      expect(because.includes("everyone else")).toBe(told !== null);
      if (told !== null) expect(because).toContain(told);
      if (expected === null || expected === 0) expect(because).not.toContain("expected");
      else expect(because).toContain(`rate ${amount(expected)} were to be expected`);
      const exact = ((own + harms) * ofTheirs) / (theirs + ofTheirs);
      if (expected !== null) expect(Math.abs(expected - exact)).toBeLessThanOrEqual(0.05 * exact);
    }));

  it("counts no raw text", () => {
    const loud: Observation = { ...terraform.what, command: "SECRET", argv: ["SECRET"], session: "SECRET" };
    expect(JSON.stringify(detector.paths(loud, terraform))).not.toContain("SECRET");
  });
});
