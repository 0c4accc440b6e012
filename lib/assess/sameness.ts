import type { Layer } from "../domain/event.js";
import type { Observation } from "../domain/observation.js";
import { type Instant, type Millis, second } from "../domain/units.js";
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

/** A command that may be seen again, and who is thought to have run it. */
interface Known {
  readonly seen: Seen;
  readonly observation: Pick<Observation, "agent" | "session">;
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

/**
 * How surely a sighting is of a command that was seen before.
 *
 * 5: an agent's own id of the call is the same. 4: one process runs below the other. 3: the line of its starter says so.
 * 2: the same agent or session shows the same words in another kind of record. 1: the same words in the same folder, of
 * which one of the two cannot say who acted. 0: it is another command.
 */
type Sureness = 0 | 1 | 2 | 3 | 4 | 5;

/** Clocks and shippers differ by less; two repeats by hand seldom do. */
const apart: Millis = 10 * second;

/** A command has this many sightings at most, whatever somebody sends: what waits is kept. */
const mostLooks = 32;

/** An agent's own record of its call: its hooks, log and transcript give it one id. */
const isCall = ({ source }: { readonly source: string }): boolean => source.endsWith("/call");

/**
 * An agent's own name for its call, by which the call is known however late its end is told; null for all other
 * sightings. A call may run for hours, and the grace is over in minutes.
 */
export const callOf = ({ event, index, agent, sighting }: Observation): string | null =>
  isCall(sighting) && agent !== null ? hash64("call", agent, event.id, index, sighting.text) : null;

const formatOf = (source: string): string => source.slice(0, source.lastIndexOf("/"));

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

/** A host as one sensor names it, and with its domain as another does, or by a number that says nothing to the other. */
function isOneHost(one: string | null, other: string | null): boolean {
  if (one === other || one === null || other === null || isNumber(one) !== isNumber(other)) return true;
  const [short = "", long = ""] = [one.toLowerCase(), other.toLowerCase()].sort((a, b) => a.length - b.length);
  return short === long || long.startsWith(`${short}.`);
}

const isNumber = (host: string): boolean => /^[0-9a-f-]{32,36}$/i.test(host);

/**
 * One runs below the other, and is no sibling of what was seen: a shell that starts a program twice was asked to.
 *
 * By processes; where nothing is known above the one that would be below, by the command line of its starter. That has
 * no ids, so of one line only one process is taken.
 */
function related(seen: Seen, { source, line, whole, starter }: Observation["sighting"]): 0 | 3 | 4 {
  const [key, ...above] = line;
  if (key !== undefined && seen.own.length > 0) {
    if (seen.above.includes(key)) return 4;
    const format = formatOf(source);
    const isBelow = seen.own.some((own) => line.includes(own.key));
    if (isBelow) return seen.own.every((own) => own.format !== format || line.includes(own.key)) ? 4 : 0;
  }
  if (seen.wholes.includes(whole)) return 0;
  const startedIt = seen.above.length === 0 && seen.starters.includes(whole);
  const wasStarted = above.length === 0 && starter !== null && seen.wholes.includes(starter);
  return startedIt || wasStarted ? 3 : 0;
}

/** One event shows its commands once each; an agent's records of one call show them once more. */
function ofOneId({ seen, observation: known }: Known, { event, index, agent, sighting }: Observation): Sureness | null {
  for (const place of seen.events) {
    if (place.id !== event.id) continue;
    if (isCall(place) && isCall(sighting))
      return place.index === index && agent !== null && known.agent === agent ? 5 : 0;
    if (place.source === sighting.source && place.time === event.time) return 0;
  }
  return null;
}

/** Records of one sensor that are not related are two commands, so that two real repeats stay two. */
function isSameKind({ seen, observation: known }: Known, { agent, sighting: { source, line } }: Observation): boolean {
  if (seen.sources.includes(source)) return true;
  const format = formatOf(source);
  if (line.length === 0 || !seen.own.some((own) => own.format === format)) return false;
  // A child that arrived before its parent does not know yet that it is below it: then only its agent tells.
  const isLost = seen.above.length === 0 || line.length === 1;
  return !isLost || agent === null || known.agent !== agent;
}

/** What two records cannot say of one command. */
function contradict({ seen, observation: known }: Known, { event, agent, session, sighting }: Observation): boolean {
  // What she surely ran herself is not what an agent was asked to run at the same time.
  if ((seen.byHand && agent !== null) || (sighting.byHand && known.agent !== null)) return true;
  const isAsked = seen.layer === "call" && sighting.layer === "call";
  // What an agent was asked for has its name; without one somebody typed it.
  if (known.agent !== agent && (isAsked || (known.agent !== null && agent !== null))) return true;
  if (known.session !== null && session !== null && differ(known.session, session)) return true;
  return isCall(sighting) && seen.events.some((place) => isCall(place) && differ(place.id, event.id));
}

/** Ids and sessions of one source look alike, so that two that look alike and are not the same are two. */
const differ = (one: string, other: string): boolean =>
  one !== other && formOf(one) === formOf(other) && !isContentId(one) && !isContentId(other);

const formOf = (id: string): string => id.replace(/[a-z0-9]/gi, "x");

/** A record without an id was named by what it says, or by where it stood. */
const isContentId = (id: string): boolean => /^[0-9a-f]{16}(?:-\d+)?$/.test(id);

/** Its words were seen, or its program where a shell writes the words out. */
const mayBeAlike = (seen: Seen, { text, program, expands }: Observation["sighting"]): boolean =>
  seen.texts.includes(text) || (program !== "" && seen.program === program && (seen.expands || expands));

/** How surely a sighting is of a command that was seen before. */
export function sameness(known: Known, observation: Observation): Sureness {
  const { seen } = known;
  const { event, agent, session, sighting } = observation;
  if (!mayBeAlike(seen, sighting) || !isOneHost(seen.host, event.host)) return 0;
  const byId = ofOneId(known, observation);
  if (byId !== null) return byId;
  const how = related(seen, sighting);
  if (how > 0) return how;
  if (!seen.texts.includes(sighting.text) || Math.abs(seen.startedAt - sighting.startedAt) > apart) return 0;
  if (isSameKind(known, observation) || contradict(known, observation)) return 0;
  const isSameSession = session !== null && known.observation.session === session;
  const isSameFolder = seen.cwd === null || sighting.cwd === null || seen.cwd === sighting.cwd;
  if (!isSameSession && !isSameFolder) return 0;
  return isSameSession || (agent !== null && known.observation.agent === agent) ? 2 : 1;
}

/** More that are alike within the grace are a flood, of which the newest are looked at. */
const mostCompared = 50;

/** The place of what was seen before in a list of commands: the surest, and of those the nearest in time; -1 for none. */
export function partnerIn(all: readonly Known[], observation: Observation): number {
  let best = -1;
  let sure: Sureness = 0;
  let away = Number.POSITIVE_INFINITY;
  let compared = 0;
  for (let place = all.length - 1; place >= 0 && compared < mostCompared; place -= 1) {
    const known = all[place];
    if (known === undefined || !mayBeAlike(known.seen, observation.sighting)) continue;
    compared += 1;
    const how = sameness(known, observation);
    const gap = Math.abs(known.seen.startedAt - observation.sighting.startedAt);
    if (how === 0 || how < sure || (how === sure && gap > away)) continue;
    [best, sure, away] = [place, how, gap];
  }
  return best;
}

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
