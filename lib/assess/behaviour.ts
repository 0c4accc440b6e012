import type { Finding } from "../domain/finding.js";
import type { Observation } from "../domain/observation.js";
import { principalOf } from "../domain/principal.js";
import { partsOf } from "../domain/signature.js";
import { day } from "../domain/units.js";
import { plural } from "../domain/wording.js";
import { type Given, initial, type LaneOutcome, type LaneState, observe } from "../identity/observe.js";
import { shippedCalibrator } from "../identity/shipped-calibrator.js";
import { roundChance } from "../stats/bits.js";
import { brief } from "../stats/brief.js";
import { emptyTree } from "../stats/count-tree.js";
import { hash64 } from "../stats/hash64.js";
import { chanceOf } from "../stats/logistic.js";
import { shortName } from "../stats/short-name.js";
import { type Baseline, commandsIn, emptyBaseline, stepsId } from "./baseline.js";
import type { Judged } from "./learn.js";
import type { Policy } from "./policy.js";
import { priorityOf } from "./priority.js";
import type { History } from "./score.js";

/** How a lane moved: a command more in its window, or the state after a window's end. */
export type LaneMove = { readonly given: LaneState["open"][number] } | { readonly ended: LaneState };

/** What the identity lane makes of a command that is being learned. */
export interface Behaviour {
  readonly state: LaneState;
  readonly move: LaneMove;
  /** The steps of windows that were let through, as a lesson. */
  readonly lesson: Baseline;
  readonly outcome: LaneOutcome | null;
}

/** Longer names are kept by their beginning: a window has a hundred of them. */
const mostKept = 32;

/** A command as a lane is given it. */
export function givenOf({ observation, at }: Pick<Judged, "observation" | "at">): Given {
  const { session, signature } = observation;
  const [program, verb] = partsOf(signature);
  const command = brief(verb === "-" ? program : `${program} ${verb}`, mostKept);
  return { at, session: session === null ? null : shortName(session), command };
}

/**
 * A command, when it is learned, goes through its principal's lane: who acted is settled by then, and it comes once.
 *
 * Peers are those of her kind; while they have done too little, everyone. Before `judgeFrom` the lane learns silently.
 */
export function behave(
  { observation, at }: Pick<Judged, "observation" | "at">,
  state: LaneState = initial,
  own: Baseline,
  cohorts: (agent: string | null) => readonly History[],
  { cohortCommands, identityLane: settings }: Policy,
  silent: boolean,
): Behaviour {
  const { identity, agent } = observation;
  const given = givenOf({ observation, at });
  const stepsOf = (baseline: Baseline) => baseline.counts.get(stepsId) ?? emptyTree;
  const known = () => {
    const [near, wide] = cohorts(agent).slice(-2);
    const peers = near !== undefined && commandsIn(near.baseline) >= cohortCommands ? near : wide;
    return { usual: stepsOf(own), peers: stepsOf(peers?.baseline ?? emptyBaseline) };
  };
  const policy = {
    settings,
    calibrator: shippedCalibrator,
    silent,
    byHand: agent === null,
    peerCommands: cohortCommands,
  };
  const { state: next, learned, outcome } = observe(state, given, principalOf(identity, agent), known, policy);
  const isOpen = next.lane === state.lane;
  return {
    state: next,
    move: isOpen ? { given } : { ended: next },
    lesson: learned === emptyTree ? emptyBaseline : { ...emptyBaseline, counts: new Map([[stepsId, learned]]) },
    outcome,
  };
}

/** Whether it is likelier than not that somebody else acts, by the last window that ended. */
export const isDoubted = ({ lane }: LaneState): boolean => lane.suspicion > 0.5;

/** A stranger under somebody's identity could do whatever she could: as heavy as what is found in the worst of ordinary families. */
const weight = 0.7;
/** And it is not her own files that a stranger is after. */
const reach = "shared";

/**
 * The finding that a principal stopped behaving like herself.
 *
 * @param last the command that ended the window
 * @param seen what brought it: the event with which it was noticed
 */
export function behaviourFinding(
  { judgement, from, to, commands, evidence }: LaneOutcome,
  { observation, attribution }: Pick<Judged, "observation" | "attribution">,
  seen: Observation,
  usual: readonly string[],
): Finding {
  const { identity, agent, session } = observation;
  const principal = principalOf(identity, agent);
  const { trust } = seen;
  const { confidence } = attribution;
  const stillHer = roundChance(1 - chanceOf(judgement.odds));
  return {
    id: hash64("behaviour", principal, from, to),
    time: new Date(to).toISOString(),
    identity,
    agent,
    session,
    host: seen.event.host,
    command: `${plural(commands, "command")} from ${minuteOf(from)} to ${minuteOf(to)}`,
    signature: null,
    impact: null,
    rarity: { pValue: stillHer, bits: evidence[0]?.bits ?? 0, basis: "own", atLeast: 0, of: 0, borrowed: 0 },
    reach,
    priority: priorityOf({ weight, floor: false, pValue: stillHer, reach, agent, confidence, trust }),
    verdict: "find",
    attribution,
    trust,
    evidence,
    usual,
    event: { id: seen.event.id, format: seen.event.format },
    incident: hash64(principal, session ?? Math.floor(to / day)),
  };
}

const minuteOf = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
