import { tellingImpact } from "../domain/impact.js";
import type { Observation } from "../domain/observation.js";
import type { Instant, Millis } from "../domain/units.js";
import { partnerIn } from "./sameness.js";
import { callOf, isInLine, isNamed, type Seen, seenAgain, seenOnce, tellsMore } from "./seen.js";

/** An observation and its instant. */
export interface Timed {
  readonly observation: Observation;
  readonly at: Instant;
}

/** A command that may be seen again. */
interface Open extends Timed {
  readonly seen: Seen;
  /** When it was seen first: since then it is open. */
  readonly since: Instant;
  /** How often one of its sightings was delivered again: it is told again as often, so that these are counted as what they are. */
  readonly again: number;
}

/** More commands of one person within the grace are a flood, in which the oldest are not looked for. */
const mostOpen = 500;

/**
 * Every command once, however many layers showed it: an agent's hook, its log, its shell, and the programs in that shell.
 *
 * Told by the layer that says most of it, with the strongest evidence of who acted. The same rules join sightings while
 * they wait to be learned; here all of them are known at once.
 *
 * @param observed in order of time
 * @param grace    sightings further apart are not joined
 */
export function oneLayer(observed: readonly Timed[], grace: Millis): readonly Timed[] {
  const done: Open[] = [];
  const waiting = new Map<string, Open[]>();
  const names = new Set<string>();
  const calls = new Set<string>();
  for (const { observation, at } of observed) {
    const open = waiting.get(observation.identity) ?? [];
    waiting.set(observation.identity, open);
    const over = open.findIndex(({ since }) => since > at - grace);
    done.push(...open.splice(0, over === -1 ? open.length : over));
    const { name } = observation;
    const isAgain = names.has(name);
    const delivered = isAgain ? open.findIndex(({ seen }) => isNamed(seen, name)) : -1;
    names.add(name);
    const place = delivered === -1 ? partnerIn(open, observation) : delivered;
    const partner = open[place];
    const call = callOf(observation);
    // The end of a call that is told long after it began.
    if (partner === undefined && !isAgain && call !== null && calls.has(call)) continue;
    if (call !== null) calls.add(call);
    if (partner === undefined) open.push({ observation, at, since: at, again: 0, seen: seenOnce(observation) });
    else
      open[place] = delivered === -1 ? joined(partner, { observation, at }) : { ...partner, again: partner.again + 1 };
    if (open.length > mostOpen) done.push(...open.splice(0, 1));
  }
  for (const open of waiting.values()) done.push(...open);
  return done.flatMap(({ observation, at, again }) => Array.from({ length: again + 1 }, () => ({ observation, at })));
}

function joined(before: Open, next: Timed): Open {
  const [outer, inner] = tellsMore(before.seen, next.observation) ? [next, before] : [before, next];
  const { command, argv, signature, impacts } = heavier(outer.observation, inner.observation);
  const observation = {
    ...outer.observation,
    ...{ command, argv, signature, impacts },
    ...whoOf(before.seen, next.observation, outer.observation, inner.observation),
  };
  return { ...before, seen: seenAgain(before.seen, next.observation), observation, at: outer.at };
}

/** A command weighs as much as the heaviest that was seen of it: `rm $x` does not say what its program was told. */
export const heavier = <What extends Pick<Observation, "impacts">>(outer: What, inner: What): What =>
  weightOf(inner) > weightOf(outer) ? inner : outer;

function weightOf({ impacts }: Pick<Observation, "impacts">): number {
  const impact = tellingImpact(impacts);
  return impact === undefined ? 0 : impact.weight + (impact.floor ? 1 : 0);
}

type Who = Pick<Observation, "agent" | "attribution" | "session">;

/** Who acted, as two sightings of one command tell it: an agent's sign before none, the surer before the less sure. */
export function whoOf(seen: Seen, next: Observation, outer: Who, inner: Who): Who {
  const inward =
    inner.agent !== null &&
    !isInLine(seen, next) &&
    (outer.agent === null || inner.attribution.confidence > outer.attribution.confidence);
  const { agent, attribution } = inward ? inner : outer;
  return { agent, attribution, session: outer.session ?? inner.session };
}
