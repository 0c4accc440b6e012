import { describe, expect, it } from "vitest";
import { type Counted, count, emptyMemory, isCounted } from "../../lib/assess/memory.js";
import { defaultPolicy } from "../../lib/assess/policy.js";
import { day, hour, type Instant, minute } from "../../lib/domain/units.js";
import { monday, observed } from "../observations.js";
import { live } from "./live.js";

const { rememberMs } = defaultPolicy.learning;

/** One name at an instant, then another every half hour up to and including another instant. */
function remembered(first: Instant, until: Instant): Counted {
  let counted = count(emptyMemory.counted, "0123", first, rememberMs);
  for (let at = first + 30 * minute; at < until; at += 30 * minute)
    counted = count(counted, `ffff${at}`, at, rememberMs);
  return count(counted, "ffff-last", until, rememberMs);
}

describe("the name of a command that was counted", () => {
  it("is known at once, at its own hour and under its own name only", () => {
    const counted = count(emptyMemory.counted, "0123", monday, rememberMs);
    expect(isCounted(counted, "0123", monday)).toBe(true);
    expect(isCounted(counted, "0124", monday)).toBe(false);
    expect(isCounted(counted, "0123", monday + hour)).toBe(false);
    expect(isCounted(emptyMemory.counted, "0123", monday)).toBe(false);
  });

  it.each([
    [0, true],
    [12 * hour, true],
    [rememberMs - 1, true],
    [rememberMs, true],
    // Names are kept by the hour, so the last of hers goes with the hour.
    [rememberMs + hour - 1, true],
    [rememberMs + hour, false],
  ])("%i ms later, it is remembered: %s", (later, known) =>
    expect(isCounted(remembered(monday, monday + later), "0123", monday)).toBe(known),
  );

  it("keeps those of the same hour beside it", () => {
    let counted = emptyMemory.counted;
    const names = ["0123", "0199", "ff00"];
    for (const [i, name] of names.entries()) counted = count(counted, name, monday + i, rememberMs);
    expect(names.map((name) => isCounted(counted, name, monday))).toEqual([true, true, true]);
  });
});

describe("one event with a wrong date", () => {
  const morning = [0, 1, 2].map((i) => observed(monday + i * minute));

  it.each([
    ["in 2099", Date.UTC(2099, 0, 1)],
    ["three days ahead", monday + 3 * day],
    ["years ago", Date.UTC(2001, 0, 1)],
  ])("%s makes nothing forgotten", (_, wrong) => {
    const { outcomes } = live([...morning, observed(wrong, { id: "wrong" }), ...morning]);
    expect(outcomes.map(({ judged }) => judged === null)).toEqual([false, false, false, false, true, true, true]);
  });

  it("moves the clock by an hour at most, and never back", () => {
    const clockAfter = (at: Instant) => live([...morning, observed(at, { id: "wrong" })]).memory.counted.clock;
    const noted = monday + 2 * minute;
    expect(clockAfter(Date.UTC(2099, 0, 1))).toBe(noted + hour);
    expect(clockAfter(noted + hour - 1)).toBe(noted + hour - 1);
    expect(clockAfter(monday - day)).toBe(noted);
  });
});

describe("a second delivery", () => {
  it("changes nothing at all", () => {
    const first = live([observed(monday)]);
    const second = live([observed(monday)], {}, first.memory);
    expect(second.memory).toBe(first.memory);
    expect(second.outcomes).toEqual([
      {
        ...{ kind: "repeated", standing: "new", memory: first.memory },
        ...{ judged: null, finding: null, learned: [], behaviour: [], moved: [], compacted: false },
      },
    ]);
  });

  it.each([
    ["another command of the same event", { index: 1 }],
    ["another text under the same id and time", { command: "git push" }],
    ["the same id on another host", { event: { ...observed(monday).observation.event, host: "build-1" } }],
    ["the same id in another format", { event: { ...observed(monday).observation.event, format: "tetragon" } }],
    [
      "the same id a microsecond later",
      { event: { ...observed(monday).observation.event, time: "2026-03-02T09:00:00.000001Z" } },
    ],
  ] as const)("is not %s", (_, other) => {
    const { outcomes, memory } = live([observed(monday), observed(monday, other)]);
    expect(outcomes.map(({ judged }) => judged === null)).toEqual([false, false]);
    expect(memory.waiting).toHaveLength(2);
  });
});
