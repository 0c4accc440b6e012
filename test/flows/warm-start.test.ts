import { expect, it } from "vitest";
import { createMemoryJournal } from "../../lib/adapters/memory/journal.js";
import { memoryToJson } from "../../lib/assess/memory-json.js";
import { defaultConfig } from "../../lib/config.js";
import type { Memories } from "../../lib/flows/assess-batch.js";
import { judge, noKnowledge } from "../../lib/flows/judge.js";
import type { SealedEpochs } from "../../lib/flows/sealed-cohorts.js";
import { warmStart } from "../../lib/flows/warm-start.js";
import { ordinaryDays } from "../observations.js";

const { knowledge } = judge(
  [...ordinaryDays(2, 20), ...ordinaryDays(2, 20, { identity: "grace", agent: "codex" })].sort((a, b) => a.at - b.at),
  noKnowledge,
  defaultConfig,
  Number.NEGATIVE_INFINITY,
);

it("a deployment knows what a replay knows, and nobody who is known already is overwritten", async () => {
  const memories: Memories = createMemoryJournal();
  const epochs: SealedEpochs = { parts: createMemoryJournal(), index: createMemoryJournal() };
  const [ada, grace] = ["ada", "grace"].map((who) => memoryToJson(knowledge.memories.get(who) ?? expect.fail(who)));
  if (grace !== undefined) await memories.append("grace", 0, expect.anything());
  expect(await warmStart(knowledge, memories, epochs)).toEqual({ put: 1, known: 1 });
  expect((await memories.load("ada")).snapshot).toEqual(ada);
  expect((await memories.load("grace")).snapshot).toBeNull();
  expect((await epochs.index.load("all")).snapshot?.identities).toEqual(["ada", "grace"]);
  expect(await warmStart(knowledge, memories, epochs)).toEqual({ put: 0, known: 2 });
});
