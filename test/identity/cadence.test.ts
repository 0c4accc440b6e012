import { describe, expect, it } from "vitest";
import { hour, minute, second } from "../../lib/domain/units.js";
import { cadenceOf } from "../../lib/identity/cadence.js";
import { random } from "../../lib/sample/random.js";

const start = Date.UTC(2026, 2, 2, 9);
const from = (gaps: readonly number[]): readonly number[] => {
  const times = [start];
  for (const gap of gaps) times.push((times.at(-1) ?? start) + gap);
  return times;
};
const drawn = (seed: string, count: number, gap: (draw: () => number) => number) => {
  const draw = random("cadence", seed);
  return from(Array.from({ length: count }, () => gap(draw)));
};

/** Hands: half a minute in the middle, from seconds to many minutes. */
const hands = (seed: string) =>
  drawn(seed, 99, (draw) => 30 * second * Math.exp(1.5 * (draw() + draw() + draw() - 1.5)) + 2 * second);

describe("commands with their times", () => {
  it.each(["a", "b", "c", "d", "e"])("of hands are told as hands (%s)", (seed) => {
    expect(cadenceOf(hands(seed))?.confidence).toBeLessThan(0.2);
    expect(cadenceOf(hands(seed))?.because).toEqual([]);
  });

  it("of a timer are told as a machine's, by their evenness", () => {
    const cron = cadenceOf(drawn("cron", 60, (draw) => 5 * minute + second * draw()));
    expect(cron?.confidence).toBeGreaterThan(0.95);
    expect(cron?.because.join()).toContain("as long as the one before");
  });

  it("of an agent are told as a machine's, by their speed", () => {
    const agent = cadenceOf(drawn("agent", 99, (draw) => (draw() < 0.9 ? 0.2 + draw() : 5 + 20 * draw()) * second));
    expect(agent?.confidence).toBeGreaterThan(0.5);
    expect(agent?.because.join()).toContain("follow in less than 1.5 seconds");
  });

  it("that go on through the night are suspicious", () => {
    const night = drawn("night", 400, (draw) => 30 * second + 4 * minute * draw());
    expect(cadenceOf(night)?.because.join()).toMatch(/no pause of an hour for 1[5-9] hours/);
    expect(cadenceOf(night)?.confidence).toBeGreaterThan(0.4);
  });

  it("say nothing when they are few", () => expect(cadenceOf(hands("f").slice(0, 19))).toBeUndefined());

  it("are as before when a day lies between", () => {
    const late = hands("g").map((time) => time + 24 * hour);
    expect(cadenceOf([...hands("g"), ...late])?.confidence).toBeLessThan(0.2);
  });
});
