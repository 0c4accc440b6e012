import { describe, expect, it } from "vitest";
import { inventCorpus } from "../../lib/evaluation/masquerade/invented.js";
import { everybodyElse, habitsOf } from "../../lib/evaluation/masquerade/peers.js";
import { laneFromJson, laneToJson } from "../../lib/identity/lane-json.js";
import {
  type Given,
  initial,
  type LanePolicy,
  type LaneState,
  type Observed,
  observe,
} from "../../lib/identity/observe.js";
import { defaultLane } from "../../lib/identity/settings.js";
import { shippedCalibrator } from "../../lib/identity/shipped-calibrator.js";
import { withSteps } from "../../lib/identity/usual.js";
import { type CountTree, emptyTree, merge, size } from "../../lib/stats/count-tree.js";

const users = inventCorpus({ seed: 7, users: 6, blocks: 60 });
const [ada, , eve] = users.map(({ clean }) => clean.flat());
const peers = everybodyElse(users)[0] as CountTree;
const policy: LanePolicy = {
  settings: defaultLane,
  calibrator: shippedCalibrator,
  silent: false,
  byHand: true,
  peerCommands: 1_000,
};
const start = Date.UTC(2026, 2, 2, 9);
const seconds = 30_000;
const week = 7 * 24 * 3_600_000;

/** Commands half a minute apart. */
const given = (commands: readonly string[] = [], from = start): readonly Given[] =>
  commands.map((command, place) => ({ at: from + place * seconds, session: "s", command }));

interface Kept extends LaneState {
  readonly usual: CountTree;
}

const nobody: Kept = { ...initial, usual: emptyTree };

function fold(state: Kept, commands: readonly Given[], others = peers, how = policy) {
  const steps: Observed[] = [];
  let now = state;
  for (const one of commands) {
    const step = observe(now, one, "ada", () => ({ usual: now.usual, peers: others }), how);
    steps.push(step);
    now = { ...step.state, usual: withSteps(now.usual, step.learned, how.settings) };
  }
  const outcomes = steps.flatMap(({ outcome }) => outcome ?? []);
  return { state: now, outcomes, learned: steps.map(({ learned }) => learned) };
}

const known = fold(nobody, given(ada), peers, { ...policy, silent: true });
const hers = users[0]?.judged.filter(({ masquerade }) => !masquerade).flatMap(({ commands }) => commands) ?? [];

describe("an engineer of whom five thousand commands are known", () => {
  it("is found within two hundred commands of a stranger's, and it is said why", () => {
    const { outcomes } = fold(known.state, given(eve?.slice(0, 200)));
    const found = outcomes.filter(({ verdict }) => verdict === "find");
    expect(found).not.toEqual([]);
    expect(found[0]?.evidence[0]?.because).toMatch(/^these 100 commands are (more than )?[\d,.]+ times as likely/);
    expect(found[0]).toMatchObject({ commands: 100 });
  });

  it("is shown beside her usual windows, and what of it her peers do, in words and in the same numbers", () => {
    const found = fold(known.state, given(eve?.slice(0, 200))).outcomes.find(({ verdict }) => verdict === "find");
    const [, usual, commands, steps] = found?.evidence ?? [];
    expect(usual?.because).toMatch(
      new RegExp(
        `^their steps say ${usual?.seen} bits .* where ${usual?.of} windows before said ${usual?.expected} on`,
      ),
    );
    expect(usual?.seen).toBeGreaterThan(0);
    expect(usual?.expected).toBeLessThan(0);
    expect(commands).toMatchObject({ of: 100, peers: { of: commands?.seen } });
    expect(commands?.because).toMatch(
      new RegExp(`^${commands?.seen} of them ada never ran before, ${commands?.peers?.seen || "nor"} .*: .+`),
    );
    expect(steps?.because).toMatch(new RegExp(`^${steps?.seen} of ${steps?.of} kinds of steps`));
  });

  it("is said to be a machine when her commands come evenly", () => {
    const found = fold(known.state, given(eve?.slice(0, 200))).outcomes.find(({ verdict }) => verdict === "find");
    expect(found?.cadence?.confidence).toBeGreaterThan(0.9);
    expect(found?.evidence.at(-1)?.because).toContain("a machine gives them");
  });

  it("is not found for a day of her own", () => {
    const { outcomes } = fold(known.state, given(hers.slice(0, 1_000)));
    expect(outcomes).toHaveLength(10);
    expect(outcomes.filter(({ verdict }) => verdict === "find")).toEqual([]);
  });

  it("does not learn the stranger, and is herself again afterwards", () => {
    const after = fold(known.state, given([...(eve?.slice(0, 500) ?? []), ...hers.slice(0, 500)]));
    expect(after.outcomes.at(-1)?.verdict).toBe("quiet");
    const again = fold(after.state, given(eve?.slice(500, 700)));
    expect(again.outcomes.some(({ verdict }) => verdict === "find")).toBe(true);
  });

  it("has changed when most of her last thirty windows are different", () => {
    const withoutEve = merge(peers, habitsOf(users[2]?.clean ?? []), -1);
    const told = ({ outcomes }: ReturnType<typeof fold>) => outcomes.filter(({ verdict }) => verdict === "find").length;
    const change = fold(known.state, given(eve?.slice(0, 2_500), start + 4 * week), withoutEve);
    expect(told(change)).toBeGreaterThan(15);
    // Of 25 windows; a new project looks strange anew.
    const later = fold(change.state, given(eve?.slice(2_500, 5_000), start + 5 * week), withoutEve);
    expect(told(later)).toBeLessThan(4);
    const back = fold(later.state, given(hers.slice(0, 500), start + 6 * week), withoutEve);
    expect(told(back)).toBeLessThan(2);
  });
});

describe("an engineer of whom too little is known", () => {
  it("is not judged: in the first windows, or while her peers have done little", () => {
    expect(fold(nobody, given(ada?.slice(0, 1_000))).outcomes).toEqual([]);
    expect(fold(known.state, given(eve?.slice(0, 300)), emptyTree).outcomes).toEqual([]);
  });
});

describe("a window", () => {
  it("ends with a pause when there is enough in it, and not before", () => {
    const morning = given(hers.slice(0, 60));
    const noon = given(hers.slice(60, 70), start + 3 * 3_600_000);
    expect(fold(known.state, [...morning, ...noon])).toMatchObject({ outcomes: [{ commands: 60 }] });
    expect(fold(known.state, [...morning.slice(0, 40), ...noon]).outcomes).toEqual([]);
  });

  it("reads sessions that run side by side one after the other", () => {
    const alone = given(hers.slice(0, 100));
    const twice = alone.map((one, place) => ({ ...one, session: place % 2 === 0 ? "a" : "b" }));
    const apart = [...twice].sort((a, b) => (a.session < b.session ? -1 : a.session > b.session ? 1 : a.at - b.at));
    const odds = (commands: readonly Given[]) => fold(known.state, commands).outcomes[0]?.judgement.odds;
    expect(odds(twice)).toBe(odds(apart));
  });
});

describe("a lane's state", () => {
  it("is the same after it was written down, anywhere", () => {
    const commands = given([...hers.slice(0, 250), ...(eve?.slice(0, 250) ?? [])]);
    const whole = fold(known.state, commands);
    for (const cut of [1, 99, 100, 333]) {
      const before = fold(known.state, commands.slice(0, cut));
      const read = laneFromJson(JSON.parse(JSON.stringify(laneToJson(before.state))));
      const kept = { ...read, usual: before.state.usual };
      expect(laneToJson(fold(kept, commands.slice(cut)).state)).toEqual(laneToJson(whole.state));
    }
  });

  it("is bounded, whatever is run", () => {
    const hostile = given(Array.from({ length: 12_000 }, (_, n) => `never-${(n * 7_919) % 10_007}`));
    const { lane, open, usual } = fold(known.state, hostile).state;
    expect(size(usual)).toBeLessThanOrEqual(defaultLane.nodes);
    expect(size(lane.aside)).toBeLessThanOrEqual(defaultLane.asideNodes);
    expect(open.length).toBeLessThan(defaultLane.window);
    expect(lane.held.length).toBeLessThanOrEqual(defaultLane.gate.hold);
  });

  it("has learned exactly what it said it learned", () => {
    const sum = known.learned.reduce((all, one) => merge(all, one), emptyTree);
    expect(known.state.usual.counts).toEqual(sum.counts);
  });
});
