import { describe, expect, it } from "vitest";
import { type Baseline, commandsIn, emptyBaseline } from "../../lib/assess/baseline.js";
import { type Cohorts, cohortNames, contribute, noCohorts, peersOf, seal } from "../../lib/assess/cohorts.js";
import { lesson } from "../../lib/assess/learn.js";
import { defaultPolicy } from "../../lib/assess/policy.js";
import { day, hour, type Instant } from "../../lib/domain/units.js";
import { size } from "../../lib/stats/count-tree.js";
import { destroy, monday, observed } from "../observations.js";

const { learning } = defaultPolicy;

/** What one command of hers taught. */
const lessonOf = (at: Instant, signature = "git/status/-"): Baseline =>
  lesson(
    { ...observed(at, { signature }), earlier: [], score: { bits: 3, pValue: 0.5 }, verdict: "quiet" },
    emptyBaseline,
    learning,
  );

interface Act {
  readonly agent?: string | null;
  readonly team?: string;
  readonly lesson?: Baseline;
}
const share = (cohorts: Cohorts, at: Instant, who: string, { agent = null, team, lesson }: Act = {}): Cohorts =>
  contribute(cohorts, at, who, team, [{ agent, lesson: lesson ?? lessonOf(at) }]);

/** How many commands of others somebody's cohorts know at an instant, from near to wide. */
function known(cohorts: Cohorts, at: Instant, who = "grace", agent: string | null = null, team?: string) {
  const sealed = seal(cohorts, at, learning);
  return peersOf(sealed, who, agent, team).map(({ baseline }) => commandsIn(baseline));
}

describe("the names of somebody's cohorts", () => {
  it.each([
    [null, undefined, ["other people", "everyone else"]],
    [null, "platform", ["people of platform", "other people", "everyone else"]],
    ["cursor", undefined, ["others' cursor", "everyone else"]],
    ["cursor", "platform", ["cursor in platform", "others' cursor", "everyone else"]],
  ])("for %s in %s are %j", (agent, team, names) => {
    expect(cohortNames(agent, team)).toEqual(names);
    expect(peersOf(noCohorts, "ada", agent, team)).toEqual(names.map((name) => ({ name, baseline: emptyBaseline })));
  });
});

describe("what was learned in an hour", () => {
  const learned = share(noCohorts, monday, "ada");

  it.each([
    ["in the same hour", 59, 0],
    ["in the next hour", 119, 0],
    ["two hours later", 120, 1],
    ["a day later", 1_440, 1],
  ])("is asked for by others %s: after %i minutes they know %i", (_, minutes, commands) =>
    expect(known(learned, monday + minutes * 60_000)).toEqual([commands, commands]),
  );

  it("is the same whether it was sealed hour by hour or at once", () => {
    const lateAda = share(learned, monday + hour, "ada");
    let hourly = seal(learned, monday + hour, learning);
    hourly = share(hourly, monday + hour, "ada");
    for (const hours of [2, 3]) hourly = seal(hourly, monday + hours * hour, learning);
    expect(hourly.sealed).toEqual(seal(lateAda, monday + 3 * hour, learning).sealed);
  });

  it("goes to the next hour that is not sealed when it comes late", () => {
    const sealed = seal(learned, monday + 5 * hour, learning);
    const late = share(sealed, monday, "linus");
    expect([...late.open.keys()]).toEqual([sealed.sealedUpTo + 1]);
    expect(known(late, monday + 5 * hour)).toEqual([1, 1]);
    expect(known(late, monday + 6 * hour)).toEqual([2, 2]);
  });

  it("never changes afterwards, and nothing is unsealed by an early event", () => {
    const sealed = seal(learned, monday + 5 * hour, learning);
    expect(seal(sealed, monday - day, learning)).toBe(sealed);
    expect(seal(sealed, monday + 5 * hour, learning)).toBe(sealed);
  });

  it("is added up when she comes back within the hour", () =>
    expect(known(share(learned, monday + 1, "ada"), monday + 2 * hour)).toEqual([2, 2]));

  it("is nothing when nothing was learned", () =>
    expect(contribute(noCohorts, monday, "ada", undefined, [])).toBe(noCohorts));
});

describe("a principal's peers", () => {
  const team = "platform";
  let cohorts = share(noCohorts, monday, "ada", { team });
  cohorts = share(cohorts, monday, "ada", { team, agent: "cursor" });
  cohorts = share(cohorts, monday, "grace", { team, lesson: lessonOf(monday, "npm/test/-") });
  cohorts = share(cohorts, monday, "linus", { agent: "cursor" });
  const later = monday + 2 * hour;

  it.each([
    ["ada", null, team, [1, 1, 2]],
    ["ada", "cursor", team, [0, 1, 2]],
    ["grace", null, team, [1, 1, 3]],
    ["linus", "cursor", undefined, [1, 3]],
    ["margaret", null, undefined, [2, 4]],
    ["margaret", null, "data", [0, 2, 4]],
  ])("are the others: %s, %s, %s", (who, agent, of, commands) =>
    expect(known(cohorts, later, who, agent, of)).toEqual(commands),
  );

  it("know nothing of her own shapes, and everything of the others'", () => {
    const [near] = peersOf(seal(cohorts, later, learning), "ada", null, team);
    expect([...(near?.baseline.counts.get("unusual-command")?.children.keys() ?? [])]).toEqual(["npm"]);
  });

  it("are not the same for one who asks after another, nor different when she asks again", () => {
    const sealed = seal(cohorts, later, learning);
    const asked = (who: string) => peersOf(sealed, who, null, team).map(({ baseline }) => commandsIn(baseline));
    expect(["ada", "grace", "margaret", "ada"].map(asked)).toEqual([
      [1, 1, 2],
      [1, 1, 3],
      [2, 2, 4],
      [1, 1, 2],
    ]);
  });

  it("are told how she works, not what is held or capped", () => {
    const found = { ...observed(monday, { impacts: [destroy] }), earlier: [], score: { bits: 9, pValue: 0.001 } };
    const lessons = [
      lesson({ ...found, verdict: "find" }, emptyBaseline, learning),
      lesson({ ...found, verdict: "watch" }, emptyBaseline, learning),
    ];
    for (const one of lessons) {
      const [peers] = peersOf(
        seal(share(noCohorts, monday, "ada", { lesson: one }), later, learning),
        "grace",
        null,
        undefined,
      );
      expect(peers?.baseline).toMatchObject({ activity: one.activity, counts: one.counts, scores: one.scores });
      expect(peers?.baseline).toMatchObject({ held: emptyBaseline.held, taught: emptyBaseline.taught });
    }
  });
});

describe("an invented vocabulary", () => {
  const few = { ...learning, nodes: 100 };
  const inventors = ["eve", "mallory", "trudy", "oscar", "craig", "sybil", "victor"];
  let invented = noCohorts;
  for (const who of inventors) {
    for (let i = 0; i < 80; i += 1)
      invented = share(invented, monday, who, { lesson: lessonOf(monday, `${who}-${i}/v${i}/s${i}`) });
  }
  const largest = (baseline: Baseline) => Math.max(...[...baseline.counts.values()].map(size));

  it("leaves a cohort within its bounds after a day: five members' worth, and one for each part", () => {
    const today = seal(invented, monday + 2 * hour, few);
    const { whole, members } =
      seal(share(today, monday + day, "ada"), monday + day + 2 * hour, few).sealed.get("everyone else") ?? {};
    expect(whole && largest(whole)).toBe(500);
    for (const who of inventors) expect(largest(members?.get(who) ?? emptyBaseline)).toBe(100);
    expect(whole && commandsIn(whole)).toBe(inventors.length * 80 + 1);
  });

  it("takes no longer than until midnight to be forgotten, and no sooner", () => {
    const evening = Math.floor(monday / day) * day + 20 * hour;
    const sealed = (at: Instant) =>
      seal(share(seal(invented, monday + 2 * hour, learning), at, "ada"), at + 2 * hour, few);
    const nodes = (at: Instant) => largest(sealed(at).sealed.get("everyone else")?.whole ?? emptyBaseline);
    expect(nodes(evening)).toBeGreaterThan(500);
    expect(nodes(evening + 4 * hour)).toBe(500);
  });
});
