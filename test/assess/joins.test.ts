import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commandsIn, emptyBaseline } from "../../lib/assess/baseline.js";
import { apply, changeOf } from "../../lib/assess/change.js";
import { emptyMemory, type Memory } from "../../lib/assess/memory.js";
import { memoryFromJson, memoryToJson } from "../../lib/assess/memory-json.js";
import { oneLayer } from "../../lib/assess/one-layer.js";
import { defaultPolicy } from "../../lib/assess/policy.js";
import { day, minute, second } from "../../lib/domain/units.js";
import type { Observed } from "../../lib/flows/gather.js";
import { forAll } from "../for-all.js";
import { destroy, monday, observed, ordinaryDays } from "../observations.js";
import { learningWith, live } from "./live.js";
import { callSeen, type Sight, seenAs } from "./sightings.js";

const { graceMs, rememberMs } = defaultPolicy.learning;
const text = "terraform destroy";
/** An exec of which nothing tells that an agent did it, and the agent's own word that it did. */
const exec: Sight = {
  source: "tetragon/exec",
  text,
  agent: null,
  confidence: 0.7,
  line: ["tf", "zsh"],
  impacts: [destroy],
};
const hook: Sight = { source: "claude-hook/call", text, id: "toolu_1", confidence: 0.95, impacts: [destroy] };
/** The same exec, after a late parent told that it was the agent's. */
const laterLook: Sight = {
  ...exec,
  agent: "claude-code",
  confidence: 0.8,
  line: ["tf", "bash", "claude"],
  revision: 2,
};

const tell = (sights: readonly Sight[], before: Memory = emptyMemory, start = monday, policy = defaultPolicy) =>
  live(
    sights.map((sight, i) => ({ ...seenAs(start, { id: "tf", ...sight }), at: start + i })),
    { policy },
    before,
  );
/** What everybody was taught once the grace is over. */
const learned = (memory: Memory, at = monday + day) => {
  const { baselines } = live([observed(at, { signature: "ls/-/-" })], {}, memory).memory;
  return Object.fromEntries(
    [...baselines].map(([principal, baseline]) => [principal, commandsIn(baseline ?? emptyBaseline)]),
  );
};
const kindsOf = ({ outcomes }: ReturnType<typeof tell>) => outcomes.map(({ kind }) => kind);
const findingsOf = ({ outcomes }: ReturnType<typeof tell>) =>
  outcomes.map(({ finding, standing }) => (finding === null ? null : [finding.id, finding.agent, standing]));

/** Weeks in which a principal destroyed something every day. */
const destroyer = (agent: string | null): Memory =>
  live(ordinaryDays(20, 60, { agent, signature: "terraform/-/-", impacts: [destroy] }), {
    policy: learningWith({ notablePerDay: 60, notablePerSession: 60 }),
    judgeFrom: Number.POSITIVE_INFINITY,
  }).memory;
const later = monday + 30 * day;

describe("a hook that comes after the exec", () => {
  const told = tell([exec, hook]);

  it("revises who acted: one command waits, and it is the agent's", () => {
    expect(kindsOf(told)).toEqual(["judged", "joined"]);
    expect(told.memory.waiting).toMatchObject([{ observation: { agent: "claude-code" }, at: monday }]);
  });

  it("is learned once, by who really acted", () => expect(learned(told.memory)).toEqual({ "ada/claude-code": 1 }));

  it("revises the finding under the same id", () => {
    const [first, second] = findingsOf(told);
    expect(first?.slice(1)).toEqual([null, "new"]);
    expect(second).toEqual([first?.[0], "claude-code", "revised"]);
  });

  it("before the exec has said it all: nothing is told again", () => {
    const other = tell([hook, exec]);
    expect(findingsOf(other)).toEqual([[expect.any(String), "claude-code", "new"], null]);
    expect(learned(other.memory)).toEqual({ "ada/claude-code": 1 });
  });

  it("makes a find of what was quiet by hand, and that is told", () => {
    const [first, second] = findingsOf(tell([exec, hook], destroyer(null), later));
    expect(first).toBeNull();
    expect(second?.slice(1)).toEqual(["claude-code", "revised"]);
  });

  it("corrects a finding that is quiet for the agent", () => {
    const all = tell([exec, hook], destroyer("claude-code"), later);
    const [first, second] = findingsOf(all);
    expect(first?.slice(1)).toEqual([null, "new"]);
    expect(second).toEqual([first?.[0], "claude-code", "corrected"]);
    expect(all.outcomes[1]?.judged?.verdict).not.toBe("find");
  });

  it("after the grace counts again: it can no longer be joined", () => {
    const log = { ...hook, source: "claude-otel/call", startedAt: monday };
    const all = live([seenAs(monday, exec), seenAs(monday + graceMs, log)]);
    expect(all.outcomes.map(({ kind }) => kind)).toEqual(["judged", "judged"]);
  });
});

describe("a command that hides what its program was told", () => {
  const asked: Sight = {
    ...hook,
    source: "tetragon/shell",
    text: "terraform $what",
    expands: true,
    line: ["sh"],
    impacts: [],
  };
  const run: Sight = { ...exec, line: ["tf", "sh"] };

  it("is found by what its program was told, whichever comes first", () => {
    expect(findingsOf(tell([asked, run]))).toEqual([null, [expect.any(String), "claude-code", "revised"]]);
    const [first, second] = findingsOf(tell([run, asked]));
    expect(first?.slice(1)).toEqual([null, "new"]);
    expect(second).toEqual([first?.[0], "claude-code", "revised"]);
  });

  it("shows that in a replay too", () => {
    const both = [asked, run].map((sight, i) => seenAs(monday + i, sight));
    expect(oneLayer(both, graceMs)).toMatchObject([{ at: monday, observation: { command: text, impacts: [destroy] } }]);
  });
});

describe("a later look at who acted", () => {
  it("teaches whom it names, and revises the finding", () => {
    const told = tell([exec, laterLook]);
    expect(kindsOf(told)).toEqual(["judged", "joined"]);
    expect(findingsOf(told)[1]?.slice(1)).toEqual(["claude-code", "revised"]);
    expect(learned(told.memory)).toEqual({ "ada/claude-code": 1 });
  });

  it("replaces the one before, though it is no surer", () => {
    const outer = { ...laterLook, agent: "cursor", revision: 1 };
    expect(tell([outer, laterLook]).memory.waiting).toMatchObject([{ observation: { agent: "claude-code" } }]);
  });

  it("does not outweigh what the agent itself has said", () => {
    const lost = { ...laterLook, agent: "cursor" };
    const told = tell([hook, exec, lost]);
    expect(told.memory.waiting).toMatchObject([
      { observation: { agent: "claude-code" }, attribution: { confidence: 0.95 } },
    ]);
    expect(findingsOf(told).slice(1)).toEqual([null, null]);
  });

  it("is compared with the earlier look at the same sighting, not at another", () => {
    const shell: Sight = { ...exec, id: "sh", line: ["sh", "zsh"], whole: "sudo", revision: 1 };
    const program: Sight = { ...exec, line: ["tf", "sh", "zsh"], revision: 5 };
    const all = tell([shell, program, { ...shell, agent: "claude-code", confidence: 0.8, revision: 3 }]);
    expect(kindsOf(all)).toEqual(["judged", "joined", "joined"]);
    expect(all.memory.waiting).toMatchObject([{ observation: { agent: "claude-code" } }]);
  });

  it("is nothing new when an earlier one comes again, or comes late", () => {
    const told = tell([exec, laterLook]);
    for (const again of [exec, laterLook, { ...laterLook, revision: 1, agent: "cursor" }]) {
      const once = tell([again], told.memory);
      expect(kindsOf(once)).toEqual(["repeated"]);
      expect(once.memory).toEqual(told.memory);
    }
  });

  it("comes too late once the command was learned", () => {
    const { memory } = live([observed(monday + day)], {}, tell([exec]).memory);
    expect(kindsOf(tell([laterLook], memory))).toEqual(["repeated"]);
  });
});

describe("a command that was another identity's", () => {
  const asRoot: Sight = { ...exec, identity: "root@web-1" };
  const withdrawn: Sight = { ...asRoot, withdrawn: true, revision: 2, line: ["tf", "sudo", "zsh"] };
  const asHers: Sight = { ...withdrawn, identity: "ada", withdrawn: false };

  it("is learned by whom it belongs to, and by nobody else", () => {
    const roots = tell([asRoot, withdrawn]);
    expect(kindsOf(roots)).toEqual(["judged", "withdrawn"]);
    expect(roots.memory.waiting).toEqual([]);
    expect(learned(roots.memory)).toEqual({});
    expect(learned(tell([asHers]).memory)).toEqual({ ada: 1 });
  });

  it("takes its finding with it: the same id, told only where it was not", () => {
    const [found] = findingsOf(tell([asRoot]));
    expect(findingsOf(tell([asHers]))).toEqual([[found?.[0], null, "revised"]]);
  });

  it("corrects the finding where it is quiet for whom it belongs to", () =>
    expect(findingsOf(tell([asHers], destroyer(null), later))[0]?.slice(1)).toEqual([null, "corrected"]));

  it("joins what was seen of it there", () => {
    const sudo = { ...exec, id: "sudo", line: ["sudo", "zsh"], whole: "sudo terraform destroy" };
    expect(kindsOf(tell([sudo, asHers]))).toEqual(["judged", "joined"]);
  });

  it("is withdrawn with all that was joined to it", () => {
    const inner = { ...asRoot, id: "tf-2", line: ["tf-2", "tf"] };
    expect(tell([asRoot, inner, withdrawn]).memory.waiting).toEqual([]);
  });

  it("stays withdrawn in whatever order it is told, however often", () => {
    const { memory } = tell([withdrawn]);
    expect(kindsOf(tell([asRoot, withdrawn], memory))).toEqual(["repeated", "repeated"]);
    expect(kindsOf(tell([asRoot, withdrawn, withdrawn, asRoot]))).toEqual([
      "judged",
      "withdrawn",
      "repeated",
      "repeated",
    ]);
  });

  it("stays where it was learned: that is not taken back", () => {
    const { memory } = live([observed(monday + day, { identity: "root@web-1" })], {}, tell([asRoot]).memory);
    expect(kindsOf(tell([withdrawn], memory))).toEqual(["repeated"]);
  });
});

describe("more than may wait", () => {
  const policy = learningWith({ mostWaiting: 3 });
  const three = [0, 1, 2].map((n): Sight => ({ ...exec, id: `tf-${n}`, line: [`tf-${n}`, "zsh"] }));

  it("does not push out what is only seen again", () => {
    const told = tell([...three, hook], emptyMemory, monday, policy);
    expect(kindsOf(told)).toEqual(["judged", "judged", "judged", "joined"]);
    expect(told.outcomes.flatMap((outcome) => outcome.learned)).toEqual([]);
  });

  it("pushes out the oldest, which can then no longer be joined", () => {
    const told = tell(
      [...three, { ...exec, text: "ls" }, { ...three[0], agent: "codex", revision: 1 } as Sight],
      emptyMemory,
      monday,
      policy,
    );
    expect(kindsOf(told).slice(3)).toEqual(["judged", "repeated"]);
    expect(told.outcomes[3]?.learned).toHaveLength(1);
  });
});

it("a command that comes once whatever showed it is joined to nothing", () => {
  const { outcomes } = live([seenAs(monday, hook), seenAs(monday + second, exec)], { isOneLayer: true });
  expect(outcomes.map(({ kind }) => kind)).toEqual(["judged", "judged"]);
});

describe("any stream of sightings", () => {
  const anySightings = fc
    .array(
      fc.record({
        after: fc.integer({ min: 0, max: 5 * minute }),
        chances: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
        revision: fc.integer({ min: 0, max: 2 }),
        agent: fc.constantFrom(null, "claude-code", "cursor"),
        withdrawn: fc.boolean(),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .chain((calls) => {
      const all = calls.flatMap(({ after, chances, revision, agent, withdrawn }, n): readonly Observed[] => {
        const layers = Object.values(callSeen(n, monday + after)).filter((_, i) => chances[i]);
        const looks = layers.slice(0, 2).map(({ observation, at }) => {
          const sighting = { ...observation.sighting, revision, withdrawn: withdrawn && revision > 0 };
          return { at, observation: { ...observation, agent, sighting } };
        });
        return [...layers, ...looks];
      });
      return fc.shuffledSubarray(all, { minLength: all.length });
    });

  it("changes nothing when any of it is delivered again within what is remembered", () =>
    forAll([anySightings], (all) => {
      const { memory } = live(all);
      const again = live(all, {}, memory);
      const settled = live(all, {}, again.memory);
      expect(settled.outcomes.every(({ kind }) => kind !== "judged")).toBe(true);
      expect(again.outcomes.every(({ kind }) => kind !== "judged")).toBe(true);
    }));

  it("gives equal memories however it is cut into batches, also where only their changes are kept", () =>
    forAll([anySightings, fc.nat()], (all, place) => {
      const whole = live(all).memory;
      let memory = emptyMemory;
      const at = place % (all.length + 1);
      for (const batch of [all.slice(0, at), all.slice(at)]) {
        if (batch.length === 0) continue;
        const { outcomes } = live(batch, {}, memory);
        const steps = batch.map((one, i) => ({ ...one, outcome: outcomes[i] as (typeof outcomes)[number] }));
        const change = changeOf("ada", new Map(), steps);
        if (change === null) throw new Error("changeOf requires a small batch, got a compacted baseline");
        memory = memoryFromJson(JSON.parse(JSON.stringify(memoryToJson(apply(memory, change, rememberMs)))));
      }
      expect(memoryToJson(memory)).toEqual(JSON.parse(JSON.stringify(memoryToJson(whole))));
    }));

  it("teaches every command once", () =>
    forAll([anySightings], (all) => {
      const { memory, outcomes } = live(all);
      const withdrawn = outcomes.filter(({ kind }) => kind === "withdrawn").length;
      const judged = outcomes.filter(({ kind }) => kind === "judged").length;
      const taught = Object.values(learned(memory)).reduce((sum, count) => sum + count, 0);
      expect(taught).toBeLessThanOrEqual(judged);
      expect(taught).toBeGreaterThanOrEqual(judged - withdrawn);
    }));
});
