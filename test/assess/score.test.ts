import { describe, expect, it } from "vitest";
import { type Baseline, emptyBaseline, mergeBaselines } from "../../lib/assess/baseline.js";
import { lesson, type Teachable } from "../../lib/assess/learn.js";
import { defaultPolicy as policy } from "../../lib/assess/policy.js";
import { explain, isYoung, score } from "../../lib/assess/score.js";
import { detectors } from "../../lib/detectors/index.js";
import { day } from "../../lib/domain/units.js";
import { roundBits } from "../../lib/stats/bits.js";
import { emptyTree, merge } from "../../lib/stats/count-tree.js";
import { oneScore } from "../../lib/stats/score-histogram.js";
import { destroy, monday, observed, sensorOff } from "../observations.js";

const git = observed(monday).observation;
const terraform = observed(monday, { signature: "terraform/destroy/-", impacts: [destroy] }).observation;
const today = Math.floor(monday / day);

/** So many commands on the last so many days, of which nothing else is known. */
function active(commands: number, days = 5): Baseline {
  const activity = Array.from({ length: days }, (_, i) => [today - days + i, i === 0 ? commands - days + 1 : 1]).flat();
  if (commands === 0) return emptyBaseline;
  const learned = { ...emptyTree, counts: [Math.floor(today / 7), commands] };
  return { ...emptyBaseline, activity, counts: new Map([["unusual-command", learned]]) };
}
/** Past scores of these bits, in this week. */
const scored = (baseline: Baseline, ...bits: readonly number[]): Baseline => ({
  ...baseline,
  scores: bits.reduce((sum, one) => merge(sum, oneScore(one, [Math.floor(monday / (7 * day)), 1])), baseline.scores),
});
const now = { at: monday, earlier: [] };
const times = (count: number, bits: number) => Array.from({ length: count }, () => bits);
const scoreOf = (own: Baseline, ...cohorts: readonly Baseline[]) =>
  score(
    git,
    now,
    { own: { name: "ada", baseline: own }, cohorts: cohorts.map((baseline, i) => ({ name: `cohort ${i}`, baseline })) },
    policy,
  );

describe("a principal is young", () => {
  it.each([
    [199, 2, true],
    [199, 3, true],
    [200, 2, true],
    [200, 3, false],
    [0, 0, true],
  ])("with %i commands on %i days: %s", (commands, days, young) =>
    expect(isYoung(active(commands, days), policy)).toBe(young),
  );
});

describe("a p-value speaks of", () => {
  const old = active(200, 3);
  it.each([
    ["her own history when she is not young", old, [active(5_000)], "own"],
    ["her own history though she has no peers", old, [], "own"],
    ["her peers while she is young", active(199, 3), [active(1_000)], "peers"],
    ["her wide peers when the near ones know too little", active(0), [active(999), active(1_000)], "peers"],
    ["nobody when no peers know enough", active(199, 3), [active(999), active(999)], "nobody"],
    ["nobody when there are none", active(0), [], "nobody"],
  ])("%s", (_, own, cohorts, basis) => expect(scoreOf(own, ...cohorts).basis).toBe(basis));
});

describe("scores are borrowed", () => {
  const own = scored(active(500), ...times(400, 0));

  it("from the nearest peers that know enough, until she has a thousand", () => {
    const near = scored(active(999), ...times(50, 60));
    const wide = scored(active(1_000), ...times(100, 60));
    expect(scoreOf(own, near, wide).rank).toMatchObject({ of: 500, borrowed: 100, atLeast: 100 });
    expect(scoreOf(own, scored(active(1_000), ...times(50, 60)), wide).rank).toMatchObject({ of: 450, borrowed: 50 });
    expect(scoreOf(own, near).rank).toMatchObject({ of: 400, borrowed: 0 });
    expect(scoreOf(scored(active(1_000), ...times(1_000, 0)), wide).rank).toMatchObject({ of: 1_000, borrowed: 0 });
  });
});

describe("a score", () => {
  const lessonOf = (signature: string): Baseline => {
    const judged: Teachable = {
      ...observed(monday, { signature }),
      earlier: [],
      score: { bits: 3, pValue: 0.5 },
      verdict: "quiet",
    };
    return lesson(judged, emptyBaseline, policy.learning);
  };
  const history = Array.from({ length: 37 }, (_, i) => lessonOf(i % 5 === 0 ? "npm/test/-" : "git/status/-")).reduce(
    (sum, one) => mergeBaselines(sum, one),
    emptyBaseline,
  );

  it("is the sum of the detectors' bits, and both are whole hundredths", () => {
    const { bits, surprises } = scoreOf(history);
    expect(surprises.map(({ detector }) => detector.id)).toEqual(detectors.map(({ id }) => id));
    for (const one of [bits, ...surprises.map((each) => each.bits)]) expect(one).toBe(roundBits(one));
    expect(bits).toBe(roundBits(surprises.reduce((sum, one) => sum + one.bits, 0)));
    expect(bits).toBeGreaterThan(0);
  });

  it("has a p-value of three figures", () => {
    const p = scoreOf(scored(active(6_999), ...times(6_997, 0))).pValue;
    expect(p).toBe(0.000143); // 1 / 6,998 = 0.00014289...
  });

  it("has a rank in hundredths, however old the scores are", () => {
    const { rank } = score(
      git,
      { at: monday + 50 * day, earlier: [] },
      { own: { name: "ada", baseline: scored(active(200), 60, 60, 0) }, cohorts: [] },
      policy,
    );
    // Seven weeks at a half-life of 60 days: 2 * 2^-(49 / 60) = 1.1355...
    expect(rank).toEqual({ atLeast: 1.14, of: 1.7, borrowed: 0 });
  });

  it("is explained by the most surprising first, with what was found before", () => {
    const found: Teachable = {
      observation: terraform,
      ...now,
      score: { bits: 20, pValue: 0.001 },
      verdict: "find",
    };
    const taught = lesson(found, emptyBaseline, policy.learning);
    const held = mergeBaselines(mergeBaselines(history, taught), taught);
    const histories = { own: { name: "ada", baseline: held }, cohorts: [] };
    const told = explain(terraform, now, score(terraform, now, histories, policy), histories);
    expect(told.map(({ bits }) => bits)).toEqual(told.map(({ bits }) => bits).sort((a, b) => b - a));
    expect(told.map(({ because }) => because)).toEqual([
      "none of ada's last 37 commands on 1 day ran terraform; seen 2 times since it was first found",
      "none of ada's last 37 commands on 1 day could do harm this heavy (0.9 of 1, or more); seen 2 times since it was first found",
      "none of ada's last 37 commands on 1 day did exactly this (terraform.destroy); seen 2 times since it was first found",
      "none of ada's last 37 commands on 1 day could do this kind of harm (destroy); seen 2 times since it was first found",
    ]);
    const once = { own: { name: "ada", baseline: mergeBaselines(history, taught) }, cohorts: [] };
    expect(explain(terraform, now, score(terraform, now, once, policy), once)[0]?.because).toContain(
      "; seen once since it was first found",
    );
    const stop = observed(monday, { signature: "systemctl/stop/-", impacts: [sensorOff] }).observation;
    for (const { because } of explain(stop, now, score(stop, now, histories, policy), histories))
      expect(because).not.toContain("first found");
  });
});
