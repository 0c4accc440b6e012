import { type ImpactClass, tellingImpact } from "../domain/impact.js";
import type { Observation } from "../domain/observation.js";
import { day, hour, type Instant } from "../domain/units.js";
import { at as nodeAt } from "../stats/count-tree.js";
import { shortName } from "../stats/short-name.js";
import type { Baseline } from "./baseline.js";

/** Under which name a baseline holds what each session could have harmed of late; no signature is named like it. */
const harm = "harm";

/**
 * Many sensors know no session: then a day is one.
 *
 * @example
 * sessionOf("s1", 0) // => "s1"
 * sessionOf(null, 86400000) // => "1"
 */
export const sessionOf = (session: string | null, at: Instant): string => session ?? String(Math.floor(at / day));

/** Where a baseline remembers that a session, by its short name, could have done a kind of harm in the hour of an instant. */
export const harmAt = (session: string, kind: ImpactClass, at: Instant): readonly string[] => [
  harm,
  session,
  kind,
  String(hourOf(at)),
];

type Who = Pick<Observation, "identity" | "agent" | "session">;

/** What is asked of a judgement that waits. */
interface Waiting {
  readonly observation: Who & Pick<Observation, "impacts">;
  readonly at: Instant;
}

/**
 * The kinds of harm that the session of a command could have done in this hour of the clock or the one before.
 *
 * What was learned is in her baseline, what is younger than the grace waits still.
 */
export function earlierHarm(
  { identity, agent, session }: Who,
  at: Instant,
  waiting: readonly Waiting[],
  { taught }: Baseline,
): readonly ImpactClass[] {
  const here = sessionOf(session, at);
  const hours = [hourOf(at) - 1, hourOf(at)];
  const kinds = new Set<ImpactClass>();
  for (const { observation, at: then } of waiting) {
    const impact = tellingImpact(observation.impacts);
    const isHers = observation.identity === identity && observation.agent === agent;
    if (impact !== undefined && isHers && sessionOf(observation.session, then) === here && hours.includes(hourOf(then)))
      kinds.add(impact.class);
  }
  for (const [kind, { children }] of nodeAt(taught, [harm, shortName(here)]).children)
    if (hours.some((each) => children.has(String(each)))) kinds.add(kind as ImpactClass);
  return [...kinds].sort();
}

const hourOf = (at: Instant): number => Math.floor(at / hour);
