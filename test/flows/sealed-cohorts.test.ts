import { describe, expect, it } from "vitest";
import { createMemoryContributions } from "../../lib/adapters/memory/contributions.js";
import { createMemoryFindings } from "../../lib/adapters/memory/findings.js";
import { createMemoryJournal } from "../../lib/adapters/memory/journal.js";
import { noCohorts, peersOf, seal } from "../../lib/assess/cohorts.js";
import type { History } from "../../lib/assess/score.js";
import { defaultConfig } from "../../lib/config.js";
import { hour } from "../../lib/domain/units.js";
import { assessBatch, type Memories } from "../../lib/flows/assess-batch.js";
import { judge, noKnowledge } from "../../lib/flows/judge.js";
import {
  createCohortReader,
  type Lessons,
  rollUp,
  type SealedEpochs,
  saveCohorts,
} from "../../lib/flows/sealed-cohorts.js";
import { monday, ordinaryDays } from "../observations.js";

const epochsOf = (): SealedEpochs => ({ parts: createMemoryJournal(), index: createMemoryJournal() });
const stream = [
  ...ordinaryDays(2, 40),
  ...ordinaryDays(2, 40, { identity: "grace", agent: "codex" }),
  ...ordinaryDays(2, 40, { identity: "linus" }),
].sort((a, b) => a.at - b.at);
const end = (stream.at(-1)?.at ?? 0) + 3 * hour;
const upTo = Math.floor(end / hour) - 2;

/** What was counted; the scores differ, as here nobody was judged with the help of peers. */
const learnedBy = (peers: readonly History[]) =>
  peers.map(({ name, baseline: { activity, counts } }) => ({ name, activity, counts }));

/** Everything assessed through the stores, as deployed. */
async function assessed() {
  const memories: Memories = createMemoryJournal();
  const contributions = createMemoryContributions<Lessons>();
  const world = { memories, contributions, findings: createMemoryFindings(), cohorts: noCohorts };
  for (const [i, { observation, at }] of stream.entries())
    await assessBatch([{ observation, at, place: { shard: "s", sequence: String(i) } }], world, defaultConfig);
  return contributions;
}

describe("the rollup", () => {
  it("pools exactly what replay pools, and leaves each member out of what she is judged by", async () => {
    const epochs = epochsOf();
    await rollUp(epochs, await assessed(), upTo);
    const read = await createCohortReader(epochs, defaultConfig, () => end)();
    const { knowledge } = judge(stream, noKnowledge, defaultConfig, Number.NEGATIVE_INFINITY);
    const replayed = seal(knowledge.cohorts, end, defaultConfig.policy.learning);
    for (const [identity, agent] of [
      ["ada", null],
      ["grace", "codex"],
      ["linus", null],
    ] as const)
      expect(learnedBy(peersOf(read, identity, agent, undefined))).toEqual(
        learnedBy(peersOf(replayed, identity, agent, undefined)),
      );
    expect(read.sealedUpTo).toBe(upTo);
  });

  it("is the same when it runs twice, hour by hour, or is cut off and run again", async () => {
    const contributions = await assessed();
    const atOnce = epochsOf();
    await rollUp(atOnce, contributions, upTo);
    const often = epochsOf();
    for (let h = Math.floor(monday / hour); h <= upTo; h += 5) {
      await rollUp(often, contributions, h);
      // The part of one member was written, the index was not: the index of an hour ago is put back.
      const index = createMemoryJournal<never, never>() as unknown as SealedEpochs["index"];
      await index.replace("all", 0, { version: 1, sealedUpTo: h - 5, identities: [] });
      await rollUp({ ...often, index }, contributions, h);
    }
    await rollUp(often, contributions, upTo);
    const read = (epochs: SealedEpochs) => createCohortReader(epochs, defaultConfig, () => end)();
    expect(await read(often)).toEqual(await read(atOnce));
  });

  it("reads again only what has changed", async () => {
    const epochs = epochsOf();
    await rollUp(epochs, await assessed(), upTo);
    let now = end;
    const read = createCohortReader(epochs, defaultConfig, () => now);
    const first = await read();
    now += hour;
    expect(await read()).toBe(first);
  });
});

it("cohorts that replay has sealed are what a deployment starts with", async () => {
  const { knowledge } = judge(stream, noKnowledge, defaultConfig, Number.NEGATIVE_INFINITY);
  const cohorts = seal(knowledge.cohorts, end, defaultConfig.policy.learning);
  const epochs = epochsOf();
  const principals = [
    { identity: "ada", agent: null },
    { identity: "grace", agent: "codex" },
    { identity: "linus", agent: null },
  ];
  await saveCohorts(epochs, cohorts, principals);
  const read = await createCohortReader(epochs, defaultConfig, () => end)();
  for (const { identity, agent } of principals)
    expect(peersOf(read, identity, agent, undefined)).toEqual(peersOf(cohorts, identity, agent, undefined));
});
