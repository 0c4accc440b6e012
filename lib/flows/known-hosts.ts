import type { Fact, Holder } from "../attribution/fact.js";
import { createFamily, type Family } from "../attribution/family.js";
import { type Descent, descentOf } from "../attribution/lineage.js";
import type { Lineage, Packet } from "../ports/lineage.js";
import { type Deed, type Relatives, relativesIn, type Said } from "./relatives.js";

/** What a process did while somebody above it was not known yet. */
export interface Open {
  readonly fact: Fact;
  readonly said: Said;
  readonly deed: Deed;
  /** By what is known now; and whose it was by what was known before. */
  readonly descent: Descent;
  readonly before: Holder | null;
}

/** What this environment knows of one host. */
export interface Host {
  readonly family: Family;
  /** By the deed's name. */
  readonly open: Map<string, Open>;
  /** Keys of the processes that were put for long from here. */
  readonly kept: Set<string>;
  cursor: string | null;
  facts: number;
}

/** What hosts are known to an environment between two batches. */
export interface KnownHosts {
  /** Everything that all batches have put of a host up to now, and these facts. */
  lookUp(name: string, facts: readonly Fact[]): Promise<Host>;
}

/** A fact takes about a kilobyte, so all hosts together some 150 MB. */
const mostFacts = 150_000;
/** Of one host; what was done longest ago is left as it was told. */
const mostOpen = 10_000;

/**
 * Hosts that are known, kept up to date by what was put since.
 *
 * Forgetting one is safe: the next look reads anew all that still matters. So the hosts asked for longest ago are
 * forgotten where there are too many facts, and each one now and then, when the store says that this was everything.
 */
export function createKnownHosts(lineage: Lineage<Relatives>): KnownHosts {
  const hosts = new Map<string, Host>();

  function forget(): void {
    let facts = 0;
    for (const host of hosts.values()) facts += host.facts;
    for (const [name, host] of hosts) {
      if (facts <= mostFacts) return;
      facts -= host.facts;
      hosts.delete(name);
    }
  }

  return {
    async lookUp(name, facts) {
      const known = hosts.get(name) ?? emptyHost();
      const { packets, cursor, whole } = await lineage.since(name, known.cursor);
      const host = whole ? emptyHost() : known;
      learn(host, packets, facts);
      host.cursor = cursor;
      hosts.delete(name);
      hosts.set(name, host);
      forget();
      return host;
    },
  };
}

const emptyHost = (): Host => ({ family: createFamily(), open: new Map(), kept: new Set(), cursor: null, facts: 0 });

function learn(host: Host, packets: readonly Packet<Relatives>[], own: readonly Fact[]): void {
  const { family, open } = host;
  const all = packets.flatMap(({ content }) => relativesIn(content));
  const ours = new Set(own.map(({ key }) => key));
  add(
    host,
    all.map(({ fact }) => fact).filter(({ key }) => !ours.has(key)),
  );
  for (const { fact, pending } of all)
    for (const deed of pending?.deeds ?? []) {
      if (pending !== null)
        open.set(deed.name, { fact, said: pending.said, deed, before: null, descent: descentOf(fact, family) });
    }
  for (const name of open.keys()) {
    if (open.size <= mostOpen) break;
    open.delete(name);
  }
  // Last, so that it is seen what was said without them.
  add(host, own);
}

/** Adds facts, and finds out anew what stands above those that one of them may stand above. */
function add(host: Host, facts: readonly Fact[]): void {
  const names = new Set<string>();
  for (const fact of facts) {
    const isNew = !host.family.has(fact.key);
    host.family.add(fact);
    if (!isNew) continue;
    host.facts += 1;
    names.add(`id ${fact.process.id}`).add(`pid ${fact.process.pid}`).add(`line ${fact.words.own}`);
    for (const asked of fact.words.asks) names.add(`asked ${asked}`);
  }
  if (names.size === 0) return;
  for (const [name, one] of host.open) {
    const isAffected = [one.fact, ...one.descent.above].some(
      ({ process: { pid, parentId, parentPid }, words: { starter, says } }) =>
        [`id ${parentId}`, `pid ${parentPid}`, `pid ${pid}`].some((name) => names.has(name)) ||
        names.has(starter === null ? `asked ${says}` : `line ${starter}`),
    );
    if (isAffected)
      host.open.set(name, { ...one, before: one.descent.holder, descent: descentOf(one.fact, host.family) });
  }
}
