import { describe, expect, it } from "vitest";
import { commandsIn, emptyBaseline } from "../../lib/assess/baseline.js";
import type { Memory } from "../../lib/assess/memory.js";
import { defaultPolicy } from "../../lib/assess/policy.js";
import { detectors } from "../../lib/detectors/index.js";
import { day, minute } from "../../lib/domain/units.js";
import { destroy, monday, observed } from "../observations.js";
import { learningWith, live } from "./live.js";

const { graceMs } = defaultPolicy.learning;
const learnedBy = ({ baselines }: Memory, principal = "ada") => commandsIn(baselines.get(principal) ?? emptyBaseline);

describe("a command that was judged", () => {
  it.each([
    [graceMs - 1, 0],
    [graceMs, 1],
    [graceMs + 1, 1],
  ])("%i ms later, %i is learned", (later, learned) => {
    const { memory, outcomes } = live([observed(monday), observed(monday + later, { id: "next" })]);
    expect(learnedBy(memory)).toBe(learned);
    expect(outcomes.at(-1)?.learned).toHaveLength(learned);
    expect(memory.waiting).toHaveLength(2 - learned);
  });

  it("is learned once, however much comes after it", () => {
    const { memory } = live(Array.from({ length: 50 }, (_, i) => observed(monday + i * minute)));
    expect(learnedBy(memory)).toBe(48);
    expect(memory.waiting).toHaveLength(2);
  });

  it("is learned by who did it: her own hands, or her agent", () => {
    const { memory, outcomes } = live([
      observed(monday, { agent: "claude-code" }),
      observed(monday + 1, {}),
      observed(monday + day, {}),
    ]);
    expect([learnedBy(memory), learnedBy(memory, "ada/claude-code")]).toEqual([1, 1]);
    expect(outcomes.at(-1)?.learned.map(({ agent }) => agent)).toEqual(["claude-code", null]);
  });

  it("waits with no text of it", () => {
    const secret = ["hunter", "2"].join("");
    const { memory } = live([observed(monday, { command: secret, argv: [secret], wrappers: [secret] })]);
    expect(JSON.stringify(memory.waiting)).not.toContain(secret);
  });
});

describe("more commands at once than may wait", () => {
  const policy = learningWith({ mostWaiting: 3 });
  const burst = (count: number) =>
    live(
      Array.from({ length: count }, (_, i) => observed(monday + i)),
      { policy },
    ).memory;

  it.each([
    [2, 0],
    [3, 0],
    [4, 1],
    [9, 6],
  ])("of %i, the oldest %i are learned early", (count, early) => {
    const memory = burst(count);
    expect(learnedBy(memory)).toBe(early);
    expect(memory.waiting.map(({ at }) => at - monday)).toEqual(
      Array.from({ length: count - early }, (_, i) => early + i),
    );
  });
});

describe("the end of warm-up", () => {
  const terraform = { signature: "terraform/destroy/-", impacts: [destroy] };
  /** With nobody's history to ask, a destroy is found. */
  const destroyedAt = (at: number) => live([observed(at, terraform), observed(at + day)], { judgeFrom: monday });

  it("is where findings begin to be told, and to be held", () => {
    const before = destroyedAt(monday - 1);
    expect(before.outcomes[0]).toMatchObject({ finding: null, judged: { verdict: "find" } });
    expect(before.memory.baselines.get("ada")?.counts.size).toBe(detectors.length);
    const from = destroyedAt(monday);
    expect(from.outcomes[0]?.finding).toMatchObject({ identity: "ada" });
    expect(from.memory.baselines.get("ada")?.counts.size).toBe(0);
    expect(from.memory.baselines.get("ada")?.held.children.size).toBe(1);
  });
});
