import { describe, expect, it } from "vitest";
import { createMemoryLineage } from "../../lib/adapters/memory/lineage.js";
import { createFamily } from "../../lib/attribution/family.js";
import { defaultConfig } from "../../lib/config.js";
import type { Observation } from "../../lib/domain/observation.js";
import { withNames } from "../../lib/flows/accuracy/account-names.js";
import { hostOf } from "../../lib/flows/facts.js";
import { createInterpreter, type Draft } from "../../lib/flows/interpret.js";
import type { Relatives } from "../../lib/flows/relatives.js";
import { createTracer } from "../../lib/flows/trace.js";
import { shuffled } from "../../lib/sample/choose.js";
import { random } from "../../lib/sample/random.js";
import { startEncoders } from "../../lib/sample/tree/encode/index.js";
import { growTree } from "../../lib/sample/tree/tree.js";
import { normalise } from "../../lib/telemetry/normalise.js";

const interpreter = createInterpreter(withNames(defaultConfig));
const who = ({ identity, agent }: Observation): string => `${identity}/${agent}`;

/** A tree as drafts, in the order of its starts, as one sensor shows it. */
function draftsOf(seed: number, sensor: string): readonly Draft[] {
  const tree = growTree(seed);
  const encoder = startEncoders.find(({ format, variant }) => `${format} ${variant}` === sensor);
  const records = tree.starts.flatMap((start) => encoder?.encode(start, tree) ?? []);
  return records.flatMap((record, place) => {
    const event = normalise(JSON.parse(JSON.stringify(record)), "auto", { contentId: () => `${place}`, arrived: null });
    return event.ok ? [interpreter.draft(event.value)] : [];
  });
}

/** What is said at last when everything is known from the start, as in replay. */
function inReplay(drafts: readonly Draft[]): ReadonlyMap<string, string> {
  const family = createFamily();
  for (const { fact } of drafts) if (fact !== null) family.add(fact);
  return new Map(
    drafts.flatMap((draft) => interpreter.observe(draft, family)).map((one) => [one.name, who(one)] as const),
  );
}

/** What is said at last of each command when its records arrive in this order, in small batches, at three functions at once. */
async function inTheStream(drafts: readonly Draft[]): Promise<ReadonlyMap<string, string>> {
  const lineage = createMemoryLineage<Relatives>();
  const tracers = [1, 2, 3].map(() => createTracer(lineage, interpreter));
  const said: Observation[] = [];
  const batches = Array.from({ length: Math.ceil(drafts.length / 7) }, (_, n) => drafts.slice(n * 7, n * 7 + 7));
  for (let n = 0; n < batches.length; n += tracers.length)
    await Promise.all(
      tracers.map(async (trace, i) => {
        const batch = batches[n + i] ?? [];
        said.push(...(await trace(batch, `batch-${n + i}`)));
        // Every third batch is delivered twice.
        if (n % 3 === 0) said.push(...(await trace(batch, `batch-${n + i}`)));
      }),
    );
  const last = new Map<string, Observation>();
  for (const one of said) {
    const before = last.get(one.name);
    const isLater = before === undefined || one.sighting.revision >= before.sighting.revision;
    if (!one.sighting.withdrawn && isLater) last.set(one.name, one);
  }
  return new Map([...last].map(([name, one]) => [name, who(one)]));
}

describe.each(["tetragon process_exec", "osquery process_events", "crowdstrike ProcessRollup2", "ecs defend"])(
  "%s, in any order, at several functions at once",
  (sensor) => {
    it.each([1, 2])("is attributed at last as replay attributes it (tree %d)", async (seed) => {
      const drafts = draftsOf(seed, sensor);
      expect(drafts.length).toBeGreaterThan(50);
      const expected = inReplay(drafts);
      expect(await inTheStream(drafts)).toEqual(expected);
      for (const order of [1, 2]) {
        const arrival = shuffled(random(seed, "arrival", order), drafts);
        expect(await inTheStream(arrival)).toEqual(expected);
      }
    });
  },
);

describe("a root process whose sudo comes later", () => {
  it("is root's first, then its person's, and root is told that it was not hers", async () => {
    const drafts = draftsOf(1, "crowdstrike ProcessRollup2");
    const whole = new Map(drafts.map((draft) => [hostOf(draft.event), true]));
    expect(whole.size).toBeGreaterThan(0);
    const lineage = createMemoryLineage<Relatives>();
    const trace = createTracer(lineage, interpreter);
    const said: Observation[] = [];
    for (const [n, draft] of drafts.toReversed().entries()) said.push(...(await trace([draft], `one-${n}`)));
    const moved = said.filter(({ sighting }) => sighting.withdrawn);
    expect(moved.length).toBeGreaterThan(0);
    for (const { name, identity } of moved) {
      const others = said.filter((one) => one.name === name && !one.sighting.withdrawn && one.identity !== identity);
      expect(others.length).toBeGreaterThan(0);
    }
  });
});
