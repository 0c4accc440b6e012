import { assess } from "../assess/assess.js";
import { type Baseline, emptyBaseline, mergeBaselines } from "../assess/baseline.js";
import { apply, type Change, changeOf } from "../assess/change.js";
import { type Cohorts, peersOf, shareable } from "../assess/cohorts.js";
import { emptyMemory, isMarked, type Memory, mark, type Place } from "../assess/memory.js";
import {
  baselineToJson,
  type ChangeJson,
  changeFromJson,
  changeToJson,
  type MemoryJson,
  memoryFromJson,
  memoryToJson,
} from "../assess/memory-json.js";
import type { Learned, Outcome } from "../assess/outcome.js";
import type { Config } from "../config.js";
import type { Finding } from "../domain/finding.js";
import { hour, type Instant } from "../domain/units.js";
import type { Contribution, Contributions } from "../ports/contributions.js";
import type { Findings } from "../ports/findings.js";
import type { Journal, Kept } from "../ports/journal.js";
import type { Observed } from "./gather.js";
import type { Lessons } from "./sealed-cohorts.js";

/** An identity's journal: her memory as of some batch, and what each batch since has changed. */
export type Memories = Journal<MemoryJson, ChangeJson>;

/** An observation and where in the stream it stands. */
export interface Placed extends Observed {
  readonly place: Place;
}

/** What assessing needs from the world. */
export interface AssessWorld {
  readonly memories: Memories;
  readonly findings: Findings;
  readonly contributions: Contributions<Lessons>;
  /** The sealed histories of everybody's peers. */
  readonly cohorts: Cohorts;
}

/** Entries that are read again at each load before a snapshot takes their place. */
const entriesPerSnapshot = 32;
/** A writer that lost this often is fighting somebody who should not be there. */
const mostConflicts = 5;

/**
 * One batch of observations, in the stream's order, to findings that are kept and memories that are saved.
 *
 * What stands at or before an identity's mark is a second delivery, and left out. Findings are put first, then what the cohorts are told, then memories are saved: a crash in between repeats the same
 * findings and contributions, which are already there. Another writer in between means to load and fold again; what she counted is not counted twice.
 */
export async function assessBatch(
  observed: readonly Placed[],
  { memories, findings, contributions, cohorts }: AssessWorld,
  config: Config,
  judgeFrom: Instant = Number.NEGATIVE_INFINITY,
): Promise<readonly Finding[]> {
  const told: Finding[] = [];
  for (const [identity, hers] of byIdentity(observed)) {
    for (let attempt = 1; ; attempt += 1) {
      const kept = await memories.load(identity);
      const memory = memoryOf(kept, config);
      const news = hers.filter(({ place }) => !isMarked(memory.marks, place));
      if (news.length === 0) break;
      const folded = fold(identity, memory, news, cohorts, config, judgeFrom);
      told.push(...(await keepFindings(findings, folded.findings)));
      await contributions.put(contributionsOf(identity, folded.learned));
      if ((await save(memories, identity, kept, folded)) === "saved") break;
      if (attempt === mostConflicts) throw new Error(`assessBatch requires one writer, lost ${attempt} races`);
    }
  }
  return told;
}

interface Folded {
  readonly memory: Memory;
  readonly change: Change | null;
  readonly findings: readonly Judgement[];
  /** Lessons, and the hour of the event that they were learned at; the next one when that is sealed already. */
  readonly learned: readonly (Learned & { readonly hour: number; readonly place: Place })[];
}

function fold(
  identity: string,
  before: Memory,
  observed: readonly Placed[],
  cohorts: Cohorts,
  { policy, identities }: Config,
  judgeFrom: Instant,
): Folded {
  let memory = before;
  const team = identities.teams.get(identity);
  const steps = observed.map(({ observation, at, place }) => {
    const peers = (agent: string | null) => peersOf(cohorts, identity, agent, team);
    const outcome = assess(memory, observation, at, { policy, team, judgeFrom, cohorts: peers });
    memory = outcome.memory;
    return { observation, at, place, outcome };
  });
  const marks = mark(
    before.marks,
    observed.map(({ place }) => place),
  );
  memory = { ...memory, marks };
  const findings = steps.flatMap(({ outcome }): readonly Judgement[] => [
    ...outcome.behaviour.map((finding) => ({ finding, standing: "new" as const })),
    ...(outcome.finding === null ? [] : [{ finding: outcome.finding, standing: outcome.standing }]),
  ]);
  const learned = steps.flatMap(({ at, place, outcome }) =>
    outcome.learned.map((one) => ({ ...one, hour: Math.max(Math.floor(at / hour), cohorts.sealedUpTo + 1), place })),
  );
  return { memory, change: changeOf(identity, marks, steps), findings, learned };
}

type Judgement = Pick<Outcome, "standing"> & { readonly finding: Finding };

/** Puts what is new, then what is known better by now: that is told only if nothing of it was kept. */
async function keepFindings(findings: Findings, judged: readonly Judgement[]): Promise<readonly Finding[]> {
  const ofStanding = (...standings: readonly Outcome["standing"][]): readonly Finding[] =>
    judged.filter(({ standing }) => standings.includes(standing)).map(({ finding }) => finding);
  const put = await findings.put(ofStanding("new"));
  const later = ofStanding("revised", "corrected");
  if (later.length === 0) return put;
  const absent = new Set((await findings.revise(later)).map(({ id }) => id));
  return [...put, ...(await findings.put(ofStanding("revised").filter(({ id }) => absent.has(id))))];
}

/** What a batch tells the cohorts: an item for each record and hour, named by the record's place, so that a repeat in other cuts is the same. */
function contributionsOf(identity: string, learned: Folded["learned"]): readonly Contribution<Lessons>[] {
  const items = new Map<string, { hour: number; id: string; agents: Map<string | null, Baseline> }>();
  for (const { hour: h, place, agent, lesson } of learned) {
    const id = `${identity}#${place.shard}#${place.sequence}`;
    const item = items.get(`${h}#${id}`) ?? { hour: h, id, agents: new Map<string | null, Baseline>() };
    item.agents.set(agent, mergeBaselines(item.agents.get(agent) ?? emptyBaseline, shareable(lesson)));
    items.set(`${h}#${id}`, item);
  }
  return [...items.values()].map(({ hour: h, id, agents }) => ({
    hour: h,
    id,
    lesson: { identity, parts: [...agents].map(([agent, lesson]) => [agent, baselineToJson(lesson)] as const) },
  }));
}

/** The memory that a journal holds. */
export const memoryOf = ({ snapshot, entries }: Kept<MemoryJson, ChangeJson>, { policy }: Config): Memory =>
  entries.reduce(
    (memory, entry) => apply(memory, changeFromJson(entry), policy.learning.rememberMs),
    snapshot === null ? emptyMemory : memoryFromJson(snapshot),
  );

const save = (
  memories: Memories,
  identity: string,
  { version, entries }: Kept<unknown, unknown>,
  { memory, change }: Folded,
) =>
  change === null || entries.length >= entriesPerSnapshot
    ? memories.replace(identity, version, memoryToJson(memory))
    : memories.append(identity, version, changeToJson(change));

function byIdentity(observed: readonly Placed[]): ReadonlyMap<string, readonly Placed[]> {
  const groups = new Map<string, Placed[]>();
  for (const one of observed) {
    const group = groups.get(one.observation.identity);
    if (group === undefined) groups.set(one.observation.identity, [one]);
    else group.push(one);
  }
  return groups;
}
