import { describe, expect, it } from "vitest";
import { type Baseline, commandsIn, emptyBaseline, mergeBaselines } from "../../lib/assess/baseline.js";
import { lesson, type Teachable } from "../../lib/assess/learn.js";
import { defaultPolicy } from "../../lib/assess/policy.js";
import { day } from "../../lib/domain/units.js";
import { at, emptyTree } from "../../lib/stats/count-tree.js";
import { total } from "../../lib/stats/epoch-counts.js";
import { shortName } from "../../lib/stats/short-name.js";
import { destroy, monday, observed, sensorOff } from "../observations.js";

const { learning } = defaultPolicy;
const destroyed = { signature: "terraform/destroy/-", impacts: [destroy] };
const stopped = { signature: "systemctl/stop/-", impacts: [sensorOff] };
const chmod = { signature: "chmod/-/-", impacts: [{ ...destroy, weight: 0.29 }] };

interface Judgement extends Partial<Omit<Teachable, "observation">> {
  readonly pValue?: number;
  readonly what?: Parameters<typeof observed>[1];
}

/** A terraform destroy that was quiet, unless it is said otherwise. */
function judged({ at = monday, what = {}, pValue = 0.5, verdict = "quiet" }: Judgement = {}): Teachable {
  return {
    ...observed(at, { session: "s1", ...destroyed, ...what }),
    earlier: [],
    score: { bits: 9, pValue },
    verdict,
  };
}

/** What is known after so many of them, one after the other. */
function taught(times: number, each: (i: number) => Teachable, before = emptyBaseline, numbers = learning): Baseline {
  let baseline = before;
  for (let i = 0; i < times; i += 1) baseline = mergeBaselines(baseline, lesson(each(i), baseline, numbers));
  return baseline;
}

const shapes = ({ counts }: Baseline, program = "terraform") =>
  total(at(counts.get("unusual-command") ?? emptyTree, [program]).counts);
const scores = ({ scores }: Baseline) => total(scores.counts);
const sessions = (i: number) => ({ session: `s${i}` });

describe("what one session and one day can teach ends exactly at its cap", () => {
  it.each<[string, number, (i: number) => Teachable, (baseline: Baseline) => number]>([
    ["notable commands of one session", learning.notablePerSession, () => judged(), shapes],
    ["notable commands of one day", learning.notablePerDay, (i) => judged({ what: sessions(i) }), shapes],
    ["scores of what was found in one session", learning.foundPerSession, () => judged({ verdict: "find" }), scores],
    [
      "scores of what was found on one day",
      learning.foundPerDay,
      (i) => judged({ verdict: "find", what: sessions(i) }),
      scores,
    ],
    ["rare scores of one quiet day", learning.rarePerDay, (i) => judged({ pValue: 0.01, what: sessions(i) }), scores],
  ])("%s: %i", (_, cap, each, measure) => {
    expect(measure(taught(cap - 1, each))).toBe(cap - 1);
    expect(measure(taught(cap, each))).toBe(cap);
    expect(measure(taught(cap + 1, each))).toBe(cap);
    expect(commandsIn(taught(cap + 1, each))).toBe(cap + 1);
  });

  it("and begins anew with the next session, until the day is full, and with the next day", () => {
    const full = taught(learning.notablePerSession + 1, () => judged());
    const next = taught(1, () => judged({ what: { session: "s2" } }), full);
    expect(shapes(next)).toBe(learning.notablePerSession + 1);
    const fullDay = taught(learning.notablePerDay + 1, (i) => judged({ what: sessions(i) }));
    expect(shapes(taught(1, () => judged({ at: monday + day }), fullDay))).toBe(learning.notablePerDay + 1);
  });

  it("where no session is known, a day is one", () => {
    const nameless = (at: number) => () => judged({ at, what: { session: null } });
    const full = taught(learning.notablePerSession + 1, nameless(monday));
    expect(shapes(full)).toBe(learning.notablePerSession);
    expect(shapes(taught(1, nameless(monday + day), full))).toBe(learning.notablePerSession + 1);
  });

  it("is counted for each signature by itself", () => {
    const full = taught(learning.notablePerSession + 1, () => judged());
    expect(
      shapes(
        taught(1, () => judged({ what: stopped }), full),
        "systemctl",
      ),
    ).toBe(1);
  });
});

describe("rare scores on a busy day", () => {
  const rare = (i: number) => judged({ pValue: 0.01, what: { ...chmod, ...sessions(i) } });
  /** A day on which she ran so many commands, and so many rare scores were learned. */
  const busy = (commands: number, learned = 0, at = monday): Baseline => ({
    ...taught(learned, rare, emptyBaseline, { ...learning, rarePerDay: 1_000 }),
    activity: [Math.floor(at / day), commands],
  });

  it.each([
    [333, 9, 1],
    [333, 10, 0],
    [334, 10, 1],
    [334, 11, 0],
    [1_000, 29, 1],
    [1_000, 30, 0],
  ])("may be three in a hundred: after %i commands, %i of them rare and learned, %i more", (commands, learned, more) =>
    expect(scores(lesson(rare(99), busy(commands, learned), learning))).toBe(more),
  );

  it("are not more because yesterday was busy", () =>
    expect(scores(taught(100, rare, busy(3_000, 0, monday - day)))).toBe(learning.rarePerDay));

  it("are only those of the rarest hundredth", () =>
    expect(scores(taught(100, () => judged({ pValue: 0.0101, what: chmod })))).toBe(100));
});

describe("ordinary work", () => {
  it("is learned without any cap, and so is what weighs little", () => {
    for (const what of [{ signature: "git/push/-", impacts: [] }, chmod]) {
      const baseline = taught(300, () => judged({ what }));
      expect(shapes(baseline, what.signature.split("/")[0])).toBe(300);
      expect(scores(baseline)).toBe(300);
    }
  });

  it("is learned though a notable command of the same shape was taught often enough", () => {
    const full = taught(learning.notablePerDay + 1, (i) => judged({ what: sessions(i) }));
    expect(shapes(taught(1, () => judged({ what: { impacts: [] } }), full))).toBe(learning.notablePerDay + 1);
  });

  it("is learned when it was watched", () => {
    const watched = lesson(judged({ verdict: "watch", pValue: 0.015 }), emptyBaseline, learning);
    expect(shapes(watched)).toBe(1);
    expect(scores(watched)).toBe(1);
    expect(watched.held).toBe(emptyTree);
  });
});

describe("a command that was found", () => {
  const found = (what = {}) => judged({ verdict: "find", pValue: 0.001, what });

  it("is held, and its shape is not counted", () => {
    const { activity, counts, held } = lesson(found(), emptyBaseline, learning);
    expect(counts.size).toBe(0);
    expect(total(activity)).toBe(1);
    expect(total(at(held, ["terraform/destroy/-", String(Math.floor(monday / day)), shortName("s1")]).counts)).toBe(1);
  });

  it("is learned and not held during warm-up, even a floor entry", () => {
    for (const what of [destroyed, stopped]) {
      const learned = lesson(found(what), emptyBaseline, learning, false);
      expect(shapes(learned, what.signature.split("/")[0])).toBe(1);
      expect(scores(learned)).toBe(1);
      expect(learned.held).toBe(emptyTree);
    }
  });

  /** Found on these days, each with the session it was found in. */
  const heldOn = (...sightings: readonly (readonly [day: number, session: string | null])[]) =>
    taught(sightings.length, (i) => {
      const [days, session] = sightings[i] ?? [0, null];
      return judged({ at: monday + days * day, verdict: "find", what: { session } });
    });
  const numbers = { ...learning, absorbDays: 2, absorbSessions: 3 };

  it.each([
    ["never", heldOn(), 0],
    ["on two days in two sessions", heldOn([0, "a"], [1, "b"]), 0],
    ["on one day in three sessions", heldOn([0, "a"], [0, "b"], [0, "c"]), 0],
    ["on three days in one session", heldOn([0, "a"], [1, "a"], [2, "a"]), 0],
    ["on two days in three sessions", heldOn([0, "a"], [0, "b"], [1, "c"]), 1],
    ["on two days in three sessions, one of them twice", heldOn([0, "a"], [0, "b"], [1, "b"], [1, "c"]), 1],
    ["on two days, no session known", heldOn([0, null], [1, null]), 0],
    ["on three days, no session known", heldOn([0, null], [1, null], [2, null]), 1],
  ])("held %s is believed only when that is enough", (_, baseline, times) => {
    const next = judged({ at: monday + 5 * day, verdict: "find" });
    const learned = lesson(next, baseline, numbers);
    expect(shapes(learned)).toBe(times);
    expect(total(learned.held.counts)).toBe(1);
  });

  it("is believed after exactly the documented three days and three sessions", () => {
    const next = lesson(judged({ at: monday + 5 * day, verdict: "find" }), heldOn([0, "a"], [1, "b"]), learning);
    expect(shapes(next)).toBe(0);
    const later = heldOn([0, "a"], [1, "b"], [2, "c"]);
    expect(shapes(lesson(judged({ at: monday + 5 * day, verdict: "find" }), later, learning))).toBe(1);
  });

  it("is not believed for what another command was held for", () => {
    const others = heldOn([0, "a"], [1, "b"], [2, "c"]);
    const next = judged({ at: monday + 5 * day, verdict: "find", what: { signature: "terraform/apply/-" } });
    expect(shapes(lesson(next, others, learning))).toBe(0);
  });

  it("is learned at once when somebody called it expected of this principal, and a floor entry is not", () => {
    const of = (principal: string, what = destroyed) => ({
      ...learning,
      expected: [{ principal, signature: what.signature }],
    });
    const learned = lesson(found(), emptyBaseline, of("ada"));
    expect([shapes(learned), learned.held]).toEqual([1, emptyTree]);
    expect(shapes(lesson(found(), heldOn([0, "a"]), of("ada")))).toBe(1);
    for (const numbers of [of("grace"), of("ada/codex"), of("ada", chmod)])
      expect(shapes(lesson(found(), emptyBaseline, numbers))).toBe(0);
    expect(shapes(lesson(found(stopped), emptyBaseline, of("ada", stopped)), "systemctl")).toBe(0);
  });

  it("is never learned when it is a floor entry, however often it was held", () => {
    const often = taught(30, (i) =>
      judged({ at: monday + i * day, verdict: "find", what: { ...stopped, ...sessions(i) } }),
    );
    expect(shapes(often, "systemctl")).toBe(0);
    expect(total(often.held.counts)).toBe(30);
  });
});
