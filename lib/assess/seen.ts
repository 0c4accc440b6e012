import type { Layer } from "../domain/event.js";
import type { Observation } from "../domain/observation.js";
import type { Instant } from "../domain/units.js";
import { hash64 } from "../stats/hash64.js";

/** All the ways in which one command was seen so far. Hashes only, no text. */
export interface Seen {
  /** Its sightings, and how much was known of who acted at each one's last look; the first name is the command's own, whatever is learned later. */
  readonly looks: readonly Look[];
  /** The sources' events, and the command's place in each. */
  readonly events: readonly Place[];
  readonly sources: readonly string[];
  readonly layer: Layer;
  readonly host: string | null;
  readonly cwd: string | null;
  readonly texts: readonly string[];
  readonly program: string;
  readonly expands: boolean;
  /** Its processes, and those above them. */
  readonly own: readonly Own[];
  readonly above: readonly string[];
  /** The same as command lines, for sources that know no processes. */
  readonly wholes: readonly string[];
  readonly starters: readonly string[];
  readonly startedAt: Instant;
  /** One of its sightings is surely of a person's own hands. */
  readonly byHand: boolean;
}

interface Look {
  readonly name: string;
  readonly revision: number;
}

interface Place {
  readonly id: string;
  readonly time: string;
  readonly index: number;
  readonly source: string;
}

interface Own {
  readonly key: string;
  /** Only keys of one format can be compared. */
  readonly format: string;
}

/** A command has this many sightings at most, whatever somebody sends: what waits is kept. */
const mostLooks = 32;

/** An agent's own record of its call: its hooks, log and transcript give it one id. */
export const isCall = ({ source }: { readonly source: string }): boolean => source.endsWith("/call");

/**
 * An agent's own name for its call, by which the call is known however late its end is told; null for all other
 * sightings. A call may run for hours, and the grace is over in minutes.
 */
export const callOf = ({ event, index, agent, sighting }: Observation): string | null =>
  isCall(sighting) && agent !== null ? hash64("call", agent, event.id, index, sighting.text) : null;

export const formatOf = (source: string): string => source.slice(0, source.lastIndexOf("/"));

/** What is remembered of a sighting, so that it is not counted again. */
export const namesOf = (observation: Observation): readonly string[] => {
  const call = callOf(observation);
  return call === null ? [observation.name] : [observation.name, call];
};

/** What one sighting tells. */
export const seenOnce = ({ name, event, index, sighting }: Observation): Seen => ({
  looks: [{ name, revision: sighting.revision }],
  events: [{ id: event.id, time: event.time, index, source: sighting.source }],
  sources: [sighting.source],
  layer: sighting.layer,
  host: event.host,
  cwd: sighting.cwd,
  texts: [sighting.text],
  program: sighting.program,
  expands: sighting.expands,
  own: sighting.line.slice(0, 1).map((key) => ({ key, format: formatOf(sighting.source) })),
  above: sighting.line.slice(1),
  wholes: [sighting.whole],
  starters: sighting.starter === null ? [] : [sighting.starter],
  startedAt: sighting.startedAt,
  byHand: sighting.byHand,
});

/** Whether a sighting of that name is among those of the command. */
export const isNamed = ({ looks }: Seen, wanted: string): boolean => looks.some(({ name }) => name === wanted);

/** What an agent asked for says more than the shell it started for that, and that more than the programs in it. */
const rankOf = (sources: readonly string[]): number =>
  Math.max(...sources.map((source) => (source.endsWith("/call") ? 3 : source.endsWith("/shell") ? 2 : 1)));

/** How a layer compares with those seen before: negative where they say more of the command. */
export const rankAgainst = (seen: Seen, source: string): number => rankOf([source]) - rankOf(seen.sources);

/**
 * Whether a sighting is of one more process in the same line. Who acted the outer knows as well as the inner: an agent
 * that starts itself anew was started by a person.
 */
export const isInLine = (seen: Seen, { sighting: { source, line } }: Observation): boolean =>
  rankAgainst(seen, source) === 0 &&
  (seen.above.includes(line[0] ?? "") || seen.own.some(({ key }) => line.includes(key)));

/** Whether a sighting tells the command better than what was seen before: a layer above, or a process above. */
export function tellsMore(seen: Seen, { sighting: { source, line, whole, starter } }: Observation): boolean {
  const rank = rankAgainst(seen, source);
  if (rank !== 0) return rank > 0;
  const [key = "", ...above] = line;
  if (seen.own.some((own) => above.includes(own.key))) return false;
  if (seen.above.includes(key)) return true;
  const isBelow = starter !== null && seen.wholes.includes(starter);
  return seen.starters.includes(whole) && !seen.wholes.includes(whole) && !isBelow;
}

/** Both together. */
export function seenAgain(seen: Seen, observation: Observation): Seen {
  const next = seenOnce(observation);
  const looks = lookedAt(seen.looks, observation);
  if (looks.length > mostLooks) return seen;
  const [outer, inner] = tellsMore(seen, observation) ? [next, seen] : [seen, next];
  const union = <Key extends "sources" | "texts" | "above" | "wholes" | "starters">(key: Key): readonly string[] => [
    ...new Set([...seen[key], ...next[key]]),
  ];
  const own = next.own.filter(({ key }) => !seen.own.some((known) => known.key === key));
  const isLaterLook = looks.length === seen.looks.length;
  return {
    ...outer,
    looks,
    events: isLaterLook ? seen.events : [...seen.events, ...next.events],
    sources: union("sources"),
    texts: union("texts"),
    own: [...seen.own, ...own],
    above: union("above"),
    wholes: union("wholes"),
    starters: union("starters"),
    layer: seen.layer === "call" ? "call" : next.layer,
    host: outer.host ?? inner.host,
    cwd: outer.cwd ?? inner.cwd,
    startedAt: Math.min(seen.startedAt, next.startedAt),
    byHand: seen.byHand || next.byHand,
  };
}

function lookedAt(looks: readonly Look[], { name, sighting: { revision } }: Observation): readonly Look[] {
  const others = looks.filter((look) => look.name !== name);
  const place = looks.findIndex((look) => look.name === name);
  return place === -1 ? [...others, { name, revision }] : looks.with(place, { name, revision });
}
