import { describe, expect, it } from "vitest";
import { type Baseline, commandsIn, compact, daysIn, emptyBaseline, stepsId } from "../../lib/assess/baseline.js";
import { emptyMemory, type Memory } from "../../lib/assess/memory.js";
import { defaultPolicy } from "../../lib/assess/policy.js";
import { day, hour, minute } from "../../lib/domain/units.js";
import { type CountTree, emptyTree, merge, seed, size } from "../../lib/stats/count-tree.js";
import { shortName } from "../../lib/stats/short-name.js";
import { destroy, monday, observed } from "../observations.js";
import { learningWith, live } from "./live.js";

/** Compaction comes every so many learned commands; each may add a program, a verb and a shape meanwhile. */
const every = 256;

/** Never the same program twice. */
const inventions = (count: number) =>
  Array.from({ length: count }, (_, i) => observed(monday + i * hour, { signature: `p${i}/v${i}/s${i}` }));
/** Steps have a bound of their own. */
const largest = ({ counts, scores, held, taught }: Baseline) =>
  Math.max(
    ...[...counts].filter(([id]) => id !== stepsId).map(([, tree]) => size(tree)),
    ...[scores, held, taught].map(size),
  );
const steps = ({ counts }: Baseline) => size(counts.get(stepsId) ?? emptyTree);
const adas = (memory: Memory) => memory.baselines.get("ada") ?? emptyBaseline;

describe("an attacker who invents programs", () => {
  it("is forgotten down to the bound with the 256th command that is learned, and not with the 255th", () => {
    const policy = learningWith({ nodes: 100, graceMs: 0 });
    const learnedAfter = (count: number) => adas(live(inventions(count + 1), { policy }).memory);
    expect(commandsIn(learnedAfter(every - 1))).toBe(every - 1);
    expect(largest(learnedAfter(every - 1))).toBe(3 * (every - 1));
    expect(largest(learnedAfter(every))).toBe(100);
    expect(largest(learnedAfter(every + 1))).toBe(103);
    expect(largest(learnedAfter(2 * every))).toBe(100);
  });

  it("never makes a baseline larger than its bound and 256 commands more, with 5,000 programs", () => {
    const { nodes, stepNodes } = defaultPolicy.learning;
    const stream = inventions(5_000);
    const sizes: number[] = [];
    let memory = emptyMemory;
    // The last of each part still waits: each is looked at just before it would be compacted.
    for (let i = 0; i < stream.length; i += every) {
      memory = live(stream.slice(i, i + every), {}, memory).memory;
      sizes.push(largest(adas(memory)));
      // A window of a hundred has two hundred nodes at most, and three end within 256 commands.
      expect(steps(adas(memory))).toBeLessThanOrEqual(stepNodes + 3 * 200);
    }
    expect(Math.max(...sizes)).toBeGreaterThan(nodes);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(nodes + 3 * every);
  });
});

describe("what is older than the horizon", () => {
  const policy = learningWith({ horizonDays: 14, graceMs: 0 });
  const first = observed(monday, { id: "first", signature: "terraform/plan/-" });
  /** The first command, then so many more in the days from `from`. */
  const baselineWith = (more: number, from: number) => {
    // The clock moves an hour with each command at most.
    const walk = Array.from({ length: from * 24 }, (_, i) => observed(monday + (i + 1) * hour));
    const rest = Array.from({ length: more + 1 }, (_, i) =>
      observed(monday + from * day + i * minute, { id: `r${i}` }),
    );
    return adas(live([first, ...walk, ...rest], { policy }).memory);
  };
  const knowsTerraform = ({ counts }: Baseline) => counts.get("unusual-command")?.children.has("terraform");

  it("stays as long as it is within: days by the day, shapes by the week", () => {
    // 10 days of 24 hours and 15 more are 256 with the first.
    const baseline = baselineWith(15, 10);
    expect(commandsIn(baseline)).toBe(every);
    expect(daysIn(baseline)).toBe(11);
    expect(knowsTerraform(baseline)).toBe(true);
  });

  it("goes with the next compaction", () => {
    // 21 days of 24 hours and 7 more are 512 with the first.
    const baseline = baselineWith(7, 21);
    expect(daysIn(baseline)).toBe(15);
    expect(knowsTerraform(baseline)).toBe(false);
    expect(commandsIn(baseline)).toBeLessThan(every * 2);
  });
});

describe("what a day was taught", () => {
  it("is kept for that day and the next: it caps nothing later", () => {
    const policy = learningWith({ graceMs: 0 });
    const terraform = { signature: "terraform/destroy/-", impacts: [destroy] };
    const hourly = Array.from({ length: every }, (_, i) => observed(monday + i * hour, i === 0 ? terraform : {}));
    const baseline = (count: number) =>
      adas(live([...hourly.slice(0, count), observed(monday + count * hour)], { policy, judgeFrom: Infinity }).memory);
    const name = shortName("terraform/destroy/-");
    expect(baseline(every - 1).taught.children.has(name)).toBe(true);
    expect(baseline(every).taught.children.has(name)).toBe(false);
    expect(baseline(every).counts.get("unusual-command")?.children.has("terraform")).toBe(true);
  });
});

describe("a baseline that is brought within its bounds", () => {
  const today = Math.floor(monday / day);
  const week = Math.floor(today / 7);
  const learning = { ...defaultPolicy.learning, horizonDays: 14, nodes: 6, heldNodes: 6 };
  /** One path in each of these epochs. */
  const tree = (...epochs: readonly number[]) =>
    epochs.map((epoch) => seed([`e${epoch}`], [epoch, 1])).reduce((sum, one) => merge(sum, one), emptyTree);
  const left = ({ children }: CountTree) => [...children.keys()];
  const weeks = [week - 3, week - 2, week - 1, week];
  const compacted = compact(
    {
      activity: [today - 15, 1, today - 14, 2, today, 3],
      counts: new Map([["any", tree(...weeks)]]),
      scores: tree(...weeks),
      held: tree(...weeks),
      taught: tree(today - 2, today - 1, today, today + 1),
    },
    monday,
    learning,
  );

  it("has no day before the horizon", () => expect(compacted.activity).toEqual([today - 14, 2, today, 3]));

  it("has no shape, score or held command of a week before it", () => {
    const within = [`e${week - 2}`, `e${week - 1}`, `e${week}`];
    for (const { children } of [compacted.counts.get("any") ?? emptyTree, compacted.scores, compacted.held])
      expect([...children.keys()]).toEqual(within);
  });

  it("knows what yesterday was taught, as late events may come, and not the day before", () =>
    expect(left(compacted.taught)).toEqual([`e${today - 1}`, `e${today}`, `e${today + 1}`]));

  it("has no tree above its size", () => {
    const large = Array.from({ length: 50 }, (_, i) => seed([`p${i}`], [today, 1])).reduce(
      (sum, one) => merge(sum, one),
      emptyTree,
    );
    const { counts, scores, held, taught } = compact(
      { activity: [], counts: new Map([["any", large]]), scores: large, held: large, taught: large },
      monday,
      learning,
    );
    for (const each of [...counts.values(), scores, held, taught]) expect(size(each)).toBe(6);
  });
});
