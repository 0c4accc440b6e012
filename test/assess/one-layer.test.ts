import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { oneLayer } from "../../lib/assess/one-layer.js";
import { hour, minute, second } from "../../lib/domain/units.js";
import type { Observed } from "../../lib/flows/gather.js";
import { counting } from "../counting.js";
import { forAll } from "../for-all.js";
import { monday } from "../observations.js";
import { live } from "./live.js";
import { callSeen, type Sight, seenAs } from "./sightings.js";

const grace = 2 * minute;
const inTime = (all: readonly Observed[]) => [...all].sort((a, b) => a.at - b.at);
const joined = (all: readonly Observed[]) => oneLayer(inTime(all), grace);
/** How many commands come of sightings: all known at once, and as they arrive. */
const counts = (all: readonly Observed[]) => [
  joined(all).length,
  live(all).outcomes.filter(({ kind }) => kind === "judged").length,
];

describe("one tool call", () => {
  const layers = callSeen(1, monday);

  it("is one command in all its layers, in whatever order they arrive", () =>
    forAll([fc.shuffledSubarray(Object.values(layers), { minLength: 1 })], (some) =>
      expect(counts(some)).toEqual([1, 1]),
    ));

  it("is told by the agent's own record, and by whoever is surest of who acted", () =>
    expect(joined(Object.values(layers))).toEqual([
      {
        at: monday - 5,
        observation: {
          ...layers.transcript?.observation,
          attribution: { confidence: 0.95, evidence: ["as claude-hook/call shows it"] },
        },
      },
    ]));

  it("is one where Codex starts five processes for it, and the log tells of it at the end", () => {
    const line = ["bash", "helper-2", "bwrap", "helper", "codex", "zsh"];
    const codex = { agent: "codex", text: "go test ./cart" } as const;
    const processes = line
      .slice(0, 4)
      .map((_, i) =>
        seenAs(monday + 30 - i, { ...codex, source: "osquery/shell", line: line.slice(i), whole: `${i}` }),
      );
    const program = seenAs(monday + 40, { ...codex, source: "osquery/exec", line: ["go", ...line] });
    const log = { ...codex, source: "codex/call", id: "call_1", session: "t1", host: null } as const;
    const all = [
      ...processes,
      program,
      seenAs(monday, { ...log, cwd: null }),
      seenAs(monday + minute, { ...log, startedAt: monday + 20 }),
    ];
    forAll([fc.shuffledSubarray(all, { minLength: all.length })], (some) => expect(counts(some)).toEqual([1, 1]));
  });

  it("is one when its end is told an hour after its beginning, and another call of the same words is another", () => {
    const { pre, post, log } = callSeen(1, monday);
    const ends = [post, log].flatMap((one) => (one === undefined ? [] : [{ ...one, at: one.at + hour }]));
    const other = callSeen(2, monday + hour).pre;
    expect(counts([pre, ...ends].flatMap((one) => one ?? []))).toEqual([1, 1]);
    expect(counts([pre, ...ends, other].flatMap((one) => one ?? []))).toEqual([2, 2]);
  });

  it("is as many commands as its script has, each in every layer", () => {
    const events: readonly Sight[] = [
      { source: "claude-hook/call", id: "toolu_1" },
      { source: "claude-otel/call", id: "toolu_1" },
      { source: "tetragon/shell", id: "x1", line: ["shell", "claude"], whole: "bash -c eval" },
    ];
    const asked = events.flatMap((event, i) => [0, 1].map((index) => seenAs(monday + i, { ...event, index })));
    const run = ["npm-1", "npm-2"].map((pid, i) =>
      seenAs(monday + 50 + i, { source: "tetragon/exec", line: [pid, "shell", "claude"] }),
    );
    forAll([fc.shuffledSubarray([...asked, ...run], { minLength: 8 })], (some) => expect(counts(some)).toEqual([2, 2]));
  });

  it("that asks for a loop is as many commands as the loop ran, in whatever order they arrive", () => {
    const shell = seenAs(monday, { source: "tetragon/shell", line: ["shell", "claude"], whole: "bash -c eval" });
    const run = [1, 2, 3].map((n) =>
      seenAs(monday + n, { source: "tetragon/exec", line: [`npm-${n}`, "shell", "claude"] }),
    );
    forAll([fc.shuffledSubarray([shell, ...run], { minLength: 4 })], (some) => expect(counts(some)).toEqual([3, 3]));
  });
});

describe("real repeats", () => {
  const layerNames = Object.keys(callSeen(1, monday));
  // A whole layer, and of the others any part.
  const anyRepeats = fc
    .tuple(
      fc.array(fc.integer({ min: 0, max: 8_000 }), { minLength: 1, maxLength: 4 }),
      fc.constantFrom(...layerNames),
      fc.infiniteStream(fc.boolean()),
    )
    .chain(([starts, whole, chances]) => {
      const all = starts.flatMap((after, n) =>
        Object.entries(callSeen(n, monday + after))
          .filter(([layer]) => layer === whole || chances.next().value)
          .map(([, one]) => one),
      );
      return fc.record({ n: fc.constant(starts.length), all: fc.shuffledSubarray(all, { minLength: all.length }) });
    });

  it("are as many commands as a layer shows that shows them all, whatever the others show and when", () =>
    forAll([anyRepeats], ({ n, all }) => expect(counts(all)).toEqual([n, n])));

  it("by hand are two, and two for two sensors", () => {
    const typed = ["tetragon", "laurel"].flatMap((sensor) =>
      [1, 2].map((n) =>
        seenAs(monday + n * second, { source: `${sensor}/exec`, agent: null, line: [`${sensor}${n}`, "zsh"] }),
      ),
    );
    expect(counts(typed.slice(0, 2))).toEqual([2, 2]);
    forAll([fc.shuffledSubarray(typed, { minLength: 4 })], (some) => expect(counts(some)).toEqual([2, 2]));
  });

  it("for a sensor without processes are two, though their lines are the same", () => {
    const call = (after: number) => [
      seenAs(monday + after, { source: "falco/shell", whole: "bash -c eval" }),
      seenAs(monday + after + 10, { source: "falco/exec", starter: "bash -c eval" }),
    ];
    forAll([fc.shuffledSubarray([...call(0), ...call(2_000)], { minLength: 4 })], (some) =>
      expect(counts(some)).toEqual([2, 2]),
    );
  });
});

describe("ada's hands and her agent", () => {
  const hers = seenAs(monday + second, { source: "tetragon/exec", agent: null, confidence: 0.7, line: ["git", "zsh"] });
  const { pre, shell, program } = callSeen(1, monday) as Record<string, Observed>;
  const all = [hers, pre, shell, program] as Observed[];

  it("typing the same within seconds are two commands, in whatever order they arrive", () =>
    forAll([fc.shuffledSubarray(all, { minLength: 4 })], (some) => expect(counts(some)).toEqual([2, 2])));

  it("are told apart where the agent's shell is seen before its hook, or is nearer to it", () => {
    const agents = joined(all).map(({ observation }) => observation.agent);
    expect(agents.sort()).toEqual(["claude-code", null].sort());
  });
});

describe("sightings of all kinds", () => {
  it("lose nothing: every name that was not joined comes out as it went in", () => {
    const kinds = ["ls", "npm test", "git push"].flatMap((text, i) =>
      ["ada", "grace"].map((identity) =>
        seenAs(monday + i, { source: "plain/call", id: `${text}${identity}`, text, identity }),
      ),
    );
    expect(new Set(joined(kinds).map(({ observation }) => observation))).toEqual(
      new Set(kinds.map(({ observation }) => observation)),
    );
  });

  it("are not joined once the grace is over, where no call's id is the same", () => {
    const hook = { source: "claude-hook/call", id: "toolu_1" } as const;
    const log = { source: "tetragon/exec", id: "x1", line: ["npm", "shell"] } as const;
    for (const [after, count] of [
      [grace - 1, 1],
      [grace, 2],
    ] as const)
      expect(counts([seenAs(monday, hook), seenAs(monday + after, { ...log, startedAt: monday })])).toEqual([
        count,
        count,
      ]);
  });

  it("delivered again come out again, so that they are counted as what they are", () => {
    const { pre, program } = callSeen(1, monday) as { pre: Observed; program: Observed };
    const out = oneLayer([pre, program, program, pre], grace);
    expect(out.map(({ observation }) => observation.name)).toEqual(
      Array.from({ length: 3 }, () => pre.observation.name),
    );
  });
});

describe("a flood", () => {
  const count = 10_000;
  it.each<[string, (i: number) => Sight]>([
    ["of one record", () => ({ source: "plain/call", id: "e1" })],
    ["of one process's words", (i) => ({ source: "tetragon/exec", line: [`p${i}`, "shell"] })],
    ["of one call's records", (i) => ({ source: "claude-hook/call", id: "toolu_1", name: `n${i}` })],
    ["of calls", (i) => ({ source: "claude-hook/call", id: `toolu_${i}` })],
    ["of processes in one line", (i) => ({ source: "tetragon/exec", line: [`p${i}`, `p${i + 1}`] })],
    [
      "of words that may be anything",
      (i) => ({ source: "tetragon/exec", text: `rm ${i}`, expands: true, line: [`p${i}`] }),
    ],
  ])("of ten thousand at one instant is bounded work: %s", (_, sight) => {
    const flood = Array.from({ length: count }, (_, i) => seenAs(monday, sight(i)));
    const { counted, looks } = counting(
      flood.map(({ observation }) => observation),
      "sighting",
    );
    const out = oneLayer(
      counted.map((observation) => ({ observation, at: monday })),
      grace,
    );
    expect(looks()).toBeLessThan(600 * count);
    expect(out.length).toBeLessThanOrEqual(count);
  });
});
