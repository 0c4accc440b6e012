import type { Evidence, Finding } from "../domain/finding.js";
import type { Impact } from "../domain/impact.js";
import type { Observation } from "../domain/observation.js";
import { principalOf } from "../domain/principal.js";
import type { Instant } from "../domain/units.js";
import { day } from "../domain/units.js";
import { hash64 } from "../stats/hash64.js";
import { priorityOf } from "./priority.js";
import { reachOf } from "./reach.js";
import type { Score } from "./score.js";

/** The version of the rules a finding was made by; with new rules the same command is a new finding. */
const ruleSet = 1;

/**
 * A kept judgement on one command, complete: nothing has to be looked up to understand it.
 *
 * @param name the command's own: what is learned of it later leaves the finding's id as it is
 */
export function findingOf(
  name: string,
  observation: Observation,
  impact: Impact,
  at: Instant,
  score: Score,
  evidence: readonly Evidence[],
  usual: readonly string[],
): Finding {
  const { event, identity, agent, session, command, signature, attribution, trust } = observation;
  const { confidence } = attribution;
  const { weight, floor } = impact;
  const { pValue } = score;
  const reach = reachOf(impact, observation);
  return {
    id: hash64(name, ruleSet),
    time: event.time,
    identity,
    agent,
    session,
    host: event.host,
    command,
    signature,
    impact,
    rarity: {
      pValue,
      bits: score.bits,
      basis: score.basis,
      atLeast: score.rank.atLeast,
      of: score.rank.of,
      borrowed: score.rank.borrowed,
    },
    reach,
    priority: priorityOf({ weight, floor, pValue, reach, agent, confidence, trust }),
    verdict: "find",
    attribution,
    trust,
    evidence,
    usual,
    event: { id: event.id, format: event.format },
    incident: hash64(principalOf(identity, agent), session ?? Math.floor(at / day)),
  };
}
