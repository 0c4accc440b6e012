import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AsOf, Detector, Pool, Pools } from "../../lib/detectors/detector.js";
import { detectors } from "../../lib/detectors/index.js";
import type { Observation } from "../../lib/domain/observation.js";
import { amount, number } from "../../lib/domain/wording.js";
import { emptyTree, merge, seed } from "../../lib/stats/count-tree.js";
import { once } from "../../lib/stats/epoch-counts.js";
import { forAll } from "../for-all.js";
import { destroy, monday, observed } from "../observations.js";

const asOf: AsOf = { epoch: 0, halfLife: 9 };
const git = observed(monday).observation;
const terraform = observed(monday, { signature: "terraform/destroy/unattended", impacts: [destroy] }).observation;

/** A history in which these observations were counted. */
function pool(detector: Detector, name: string, observations: readonly Observation[]): Pool {
  let counts = emptyTree;
  for (const observation of observations)
    for (const path of detector.paths(observation)) counts = merge(counts, seed(path, once(0)));
  return { name, counts, commands: observations.length, days: Math.min(observations.length, 20) };
}
const times = (count: number, observation: Observation): readonly Observation[] =>
  Array.from({ length: count }, () => observation);
const pools = (detector: Detector, own: readonly Observation[], peers: readonly Observation[] = []): Pools => ({
  own: pool(detector, "ada", own),
  peers: [pool(detector, "everyone else", peers)],
});

describe.each(detectors)("$id", (detector) => {
  it("abstains when nobody's history can say", () =>
    expect(detector.score(terraform, pools(detector, []), asOf)).toBeUndefined());

  it("is more surprised by what she never did than by what she does", () => {
    const history = pools(detector, times(500, git));
    expect(detector.score(terraform, history, asOf)).toBeGreaterThan((detector.score(git, history, asOf) ?? 0) + 5);
  });

  it("is never less surprised after fewer sightings", () =>
    forAll([fc.nat(50), fc.nat(50), fc.integer({ min: 60, max: 300 })], (a, b, length) => {
      const [few, many] = [Math.min(a, b), Math.max(a, b)];
      const surpriseAfter = (sightings: number) =>
        detector.score(
          terraform,
          pools(detector, [...times(sightings, terraform), ...times(length - sightings, git)]),
          asOf,
        ) ?? 0;
      expect(surpriseAfter(many)).toBeLessThanOrEqual(surpriseAfter(few) + 1e-9);
    }));

  it("is less surprised when her peers do it", () => {
    const alone = detector.score(terraform, pools(detector, times(500, git), times(1_000, git)), asOf) ?? 0;
    const peers = [...times(900, git), ...times(100, terraform)];
    expect(detector.score(terraform, pools(detector, times(500, git), peers), asOf)).toBeLessThan(alone - 1);
  });

  it("scores positive finite bits, whatever was seen and however long ago", () =>
    forAll([fc.nat(30), fc.nat(30), fc.boolean(), fc.integer({ min: -3, max: 400 })], (own, peers, harmless, epoch) => {
      const what = harmless ? git : terraform;
      const bits = detector.score(what, pools(detector, times(own, what), [...times(peers, terraform), git]), {
        ...asOf,
        epoch,
      });
      expect(bits).toBeGreaterThan(0);
      expect(bits).toBeLessThan(64);
    }));

  it("says why in one clause with its numbers", () => {
    const { because } = detector.because(terraform, pools(detector, times(12_403, git), times(5_000, git)));
    expect(because).toMatch(/^none of ada's last 12,403 commands on 20 days .+; none of 5,000 by everyone else$/);
  });

  it("says in numbers what it says in words", () =>
    forAll([fc.nat(200), fc.nat(20), fc.nat(300), fc.nat(20)], (own, harms, theirs, ofTheirs) => {
      const hers = [...times(own, git), ...times(harms, terraform)];
      const others = [...times(theirs, git), ...times(ofTheirs, terraform)];
      const { because, seen, of, expected, peers } = detector.because(terraform, pools(detector, hers, others));
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
    const loud: Observation = { ...terraform, command: "SECRET", argv: ["SECRET"], session: "SECRET" };
    expect(JSON.stringify(detector.paths(loud))).not.toContain("SECRET");
  });
});
