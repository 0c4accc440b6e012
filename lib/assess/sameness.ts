import type { Observation } from "../domain/observation.js";
import { type Millis, second } from "../domain/units.js";
import { formatOf, isCall, type Seen } from "./seen.js";

/** A command that may be seen again, and who is thought to have run it. */
interface Known {
  readonly seen: Seen;
  readonly observation: Pick<Observation, "agent" | "session">;
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
