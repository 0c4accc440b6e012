import type { Fact } from "../attribution/fact.js";
import { createFamily } from "../attribution/family.js";
import { type Descent, descentOf } from "../attribution/lineage.js";
import type { Observation } from "../domain/observation.js";
import { type Millis, minute } from "../domain/units.js";
import type { Lineage, Packet } from "../ports/lineage.js";
import { hostOf } from "./facts.js";
import type { Draft, Interpreter } from "./interpret.js";
import { createKnownHosts, type Host, type Open } from "./known-hosts.js";
import { deedOf, saidAgain } from "./later-look.js";
import { packetsOf, type Relative, type Relatives } from "./relatives.js";

/** @param batch names the batch: the same for one that is repeated. */
export type Tracer = (drafts: readonly Draft[], batch: string) => Promise<readonly Observation[]>;

/**
 * Drafts to observations, with what is known of the processes above them, in this batch and in all others.
 *
 * First a batch puts what it knows of its hosts, then it reads what all others have put. So a parent and its child that
 * arrive at the same time in two places find each other, and a parent that comes late finds the children that were
 * spoken of without it: what was said of them is said again, before anything is said of the parent. Whoever of a
 * family puts last reads all of it, so somebody always says the whole, with the highest revision.
 *
 * A batch that is repeated, in the same or in other cuts, puts and says the same again. When the store fails, so does the batch.
 */
export function createTracer(lineage: Lineage<Relatives>, { observe }: Pick<Interpreter, "observe">): Tracer {
  const known = createKnownHosts(lineage);
  return async (drafts, batch) => {
    const groups = byHost(drafts);
    await lineage.put([...groups].flatMap(([host, hers]) => briefOf(host, hers, batch, observe)));
    const looks = await Promise.all(
      [...groups].map(async ([name, hers]) => {
        const facts = hers.map(({ fact }) => fact);
        const host = await known.lookUp(name, facts);
        return { name, facts, host, again: openBelow(facts, host) };
      }),
    );
    const lasting = looks.map((look) => ({ ...look, keep: toKeep(look) }));
    await lineage.put(
      lasting.flatMap(({ name, keep }) => packetsOf({ host: name, id: batch, term: "lasting" }, keep.map(alone))),
    );
    for (const { host, keep } of lasting) for (const { key } of keep) host.kept.add(key);
    const families = new Map(looks.map(({ name, host }) => [name, host.family]));
    return [
      ...looks.flatMap(({ again }) => again.flatMap(saidAgain)),
      ...drafts.flatMap((draft) => observe(draft, families.get(hostOf(draft.event)) ?? null)),
    ];
  };
}

type Traced = Draft & { readonly fact: Fact };

function byHost(drafts: readonly Draft[]): ReadonlyMap<string, readonly Traced[]> {
  const groups = new Map<string, Traced[]>();
  for (const draft of drafts) {
    const { fact } = draft;
    if (fact === null) continue;
    const group = groups.get(hostOf(draft.event)) ?? [];
    group.push({ ...draft, fact });
    groups.set(hostOf(draft.event), group);
  }
  return groups;
}

/** All processes of a batch, and what those did whose starters are not in it. */
function briefOf(
  host: string,
  drafts: readonly Traced[],
  batch: string,
  observe: Interpreter["observe"],
): readonly Packet<Relatives>[] {
  const family = createFamily();
  for (const { fact } of drafts) family.add(fact);
  const relatives = drafts.map((draft): Relative => {
    const { fact, signs } = draft;
    if (!descentOf(fact, family).open) return alone(fact);
    const said = { signs: signs.signs, hands: signs.hands, session: signs.session };
    const deeds = observe(draft, null).map(deedOf);
    return deeds.length === 0 ? alone(fact) : { fact, pending: { said, deeds } };
  });
  return packetsOf({ host, id: batch, term: "brief" }, relatives);
}

const alone = (fact: Fact): Relative => ({ fact, pending: null });

/** What processes of other batches did that stand below one of these. */
function openBelow(facts: readonly Fact[], { open }: Host): readonly Open[] {
  const news = new Set(facts.map(({ key }) => key));
  return [...open.values()].filter(
    ({ fact, descent }) => !news.has(fact.key) && descent.above.some(({ key }) => news.has(key)),
  );
}

/** What has started something so long after its own start will start more. */
const settled: Millis = 30 * minute;

/**
 * The processes that descendants may need long after, with what is known of them: an agent's, those of somebody who
 * became somebody else, landmarks; and those that have been there for long and still start others.
 */
function toKeep({
  facts,
  host,
  again,
}: {
  facts: readonly Fact[];
  host: Host;
  again: readonly Open[];
}): readonly Fact[] {
  const { family, kept } = host;
  const keep = new Map<string, Fact>();
  for (const fact of [...facts, ...again.map((one) => one.fact)]) {
    const descent = descentOf(fact, family);
    const isAgents = fact.heritage !== null || descent.heritage !== null;
    const isMoved = descent.holder.identity !== fact.holder.identity;
    if (isAgents || isMoved || fact.landmark !== null) keep.set(fact.key, withKept(fact, descent));
    for (const old of descent.above)
      if (fact.at - old.at >= settled && !kept.has(old.key) && !keep.has(old.key))
        keep.set(old.key, withKept(old, descentOf(old, family)));
  }
  return [...keep.values()];
}

const withKept = (fact: Fact, { heritage, holder, switched, known }: Descent): Fact => ({
  ...fact,
  kept: { heritage, holder, switched, known },
});
