import { emptyBaseline, mergeBaselines } from "../assess/baseline.js";
import { type Cohorts, contribute, noCohorts, partOf, seal } from "../assess/cohorts.js";
import { type BaselineJson, baselineFromJson, baselineToJson } from "../assess/memory-json.js";
import type { Config } from "../config.js";
import type { Instant, Millis } from "../domain/units.js";
import { hour, minute } from "../domain/units.js";
import type { Contributions } from "../ports/contributions.js";
import type { Journal } from "../ports/journal.js";

/** What one identity has taught her cohorts, by agent, up to a sealed hour. */
interface Part {
  readonly version: 1;
  readonly sealedUpTo: number;
  readonly parts: LessonsJson;
}

/** Lessons by agent; null is a person's own hands. */
export type LessonsJson = readonly (readonly [agent: string | null, BaselineJson])[];

/** A contribution as it is kept: whose, and what. */
export interface Lessons {
  readonly identity: string;
  readonly parts: LessonsJson;
}

/** Who has a part, and the newest sealed hour. */
interface Index {
  readonly version: 1;
  readonly sealedUpTo: number;
  readonly identities: readonly string[];
}

/** Where the sealed hours are kept: an item for each identity, and one that lists them. Snapshots only. */
export interface SealedEpochs {
  readonly parts: Journal<Part, never>;
  readonly index: Journal<Index, never>;
}

const indexKey = "all";
/** Cohorts change once an hour; an execution environment looks this often whether they have. */
const freshFor: Millis = 5 * minute;
/** Hours without a contribution cost a query each; nobody seals further back than the streams keep. */
const mostHours = 7 * 24;

/**
 * Seals the hours up to `upTo`: adds what was contributed in them to their members' parts, by key, and never scans.
 *
 * Every part says up to which hour it is sealed, so a run that was cut off is simply run again.
 */
export async function rollUp(
  { parts, index }: SealedEpochs,
  contributions: Contributions<Lessons>,
  upTo: number,
): Promise<void> {
  const { snapshot, version } = await index.load(indexKey);
  const known = snapshot ?? { version: 1, sealedUpTo: upTo - mostHours, identities: [] };
  const gathered = new Map<string, [number, LessonsJson][]>();
  for (let h = Math.max(known.sealedUpTo, upTo - mostHours) + 1; h <= upTo; h += 1)
    for (const { lesson } of await contributions.of(h)) {
      const hers = gathered.get(lesson.identity) ?? [];
      hers.push([h, lesson.parts]);
      gathered.set(lesson.identity, hers);
    }
  for (const [identity, hours] of gathered) {
    const before = await parts.load(identity);
    const sealedUpTo = before.snapshot?.sealedUpTo ?? Number.NEGATIVE_INFINITY;
    const news = hours.filter(([h]) => h > sealedUpTo).map(([, lessons]) => lessons);
    const sum = added([before.snapshot?.parts ?? [], ...news]);
    await parts.replace(identity, before.version, { version: 1, sealedUpTo: upTo, parts: sum });
  }
  const identities = [...new Set([...known.identities, ...gathered.keys()])].sort();
  await index.replace(indexKey, version, { version: 1, sealedUpTo: upTo, identities });
}

/** Lessons added up, agent by agent. */
function added(lists: readonly LessonsJson[]): LessonsJson {
  const sums = new Map<string | null, ReturnType<typeof baselineFromJson>>();
  for (const [agent, lesson] of lists.flat())
    sums.set(agent, mergeBaselines(sums.get(agent) ?? emptyBaseline, baselineFromJson(lesson)));
  return [...sums]
    .sort(([a], [b]) => ((a ?? "") < (b ?? "") ? -1 : 1))
    .map(([agent, sum]) => [agent, baselineToJson(sum)]);
}

/** Reads the newest sealed cohorts, and looks again when they may have changed; what has not changed is not read again. */
export function createCohortReader(
  { parts, index }: SealedEpochs,
  { identities, policy }: Config,
  now: () => Instant,
): () => Promise<Cohorts> {
  let known = noCohorts;
  let lookedAt = Number.NEGATIVE_INFINITY;

  async function read({ identities: members, sealedUpTo }: Index): Promise<Cohorts> {
    let cohorts = noCohorts;
    for (const identity of members) {
      const { snapshot } = await parts.load(identity);
      const learned = (snapshot?.parts ?? []).map(([agent, lesson]) => ({ agent, lesson: baselineFromJson(lesson) }));
      cohorts = contribute(cohorts, sealedUpTo * hour, identity, identities.teams.get(identity), learned);
    }
    return seal(cohorts, (sealedUpTo + 2) * hour, policy.learning);
  }

  return async () => {
    if (now() - lookedAt < freshFor) return known;
    const { snapshot } = await index.load(indexKey);
    if (snapshot !== null && snapshot.sealedUpTo !== known.sealedUpTo) known = await read(snapshot);
    lookedAt = now();
    return known;
  };
}

/** Keeps cohorts that were sealed elsewhere, in replay: a deployment that starts warm. */
export async function saveCohorts(
  { parts, index }: SealedEpochs,
  cohorts: Cohorts,
  principals: readonly { readonly identity: string; readonly agent: string | null }[],
): Promise<void> {
  const { sealedUpTo } = cohorts;
  if (!Number.isFinite(sealedUpTo)) return; // nothing was sealed
  const identities = [...new Set(principals.map(({ identity }) => identity))].sort();
  for (const identity of identities) {
    const lessons = principals
      .filter((principal) => principal.identity === identity)
      .map(({ agent }) => [agent, baselineToJson(partOf(cohorts, identity, agent))] as const);
    await parts.replace(identity, 0, { version: 1, sealedUpTo, parts: lessons });
  }
  await index.replace(indexKey, 0, { version: 1, sealedUpTo, identities });
}
