import type { Moment } from "../detectors/detector.js";
import type { Verdict } from "../domain/finding.js";
import { tellingImpact } from "../domain/impact.js";
import type { Observation } from "../domain/observation.js";
import { principalOf } from "../domain/principal.js";
import type { Instant } from "../domain/units.js";
import { emptyBaseline } from "./baseline.js";
import { thresholdsFor } from "./cohort-policy.js";
import { decide } from "./decide.js";
import { earlierHarm } from "./earlier.js";
import { findingOf } from "./finding.js";
import type { Judged } from "./learn.js";
import { learnUntil } from "./learn-due.js";
import { count, isCounted, isCountedEver, type Memory } from "./memory.js";
import { heavier, whoOf } from "./one-layer.js";
import { type Context, type Outcome, type Step, still } from "./outcome.js";
import { partnerIn } from "./sameness.js";
import { explain, type Histories, type Score, score } from "./score.js";
import { callOf, isNamed, namesOf, rankAgainst, type Seen, seenAgain, seenOnce, tellsMore } from "./seen.js";
import { usualFor } from "./usual.js";

/**
 * The fold: what we knew and what happened, to what we know now and what we found.
 *
 * Scoring is immediate, learning waits for the grace. Until then a command may be seen again in another layer, or a late
 * parent may tell who acted: then it is judged again, as one command under the name it had first. An observation
 * delivered twice changes nothing; an identity's observations may be cut into batches anywhere.
 */
export function assess(memory: Memory, observation: Observation, at: Instant, context: Context): Outcome {
  const { name, sighting } = observation;
  const { graceMs, mostWaiting, rememberMs } = context.policy.learning;
  const known = memory.waiting.find(({ seen }) => isNamed(seen, name));
  const isKnown = known !== undefined || isCounted(memory.counted, name, at);
  const lookedAt = known?.seen.looks.find((look) => look.name === name)?.revision ?? Number.POSITIVE_INFINITY;
  const isNews = known === undefined ? !isKnown : sighting.withdrawn || sighting.revision > lookedAt;
  if (!isNews) return { ...unchanged(still(memory)), kind: "repeated" };

  const until = at - graceMs;
  const open = memory.waiting.filter((judged) => judged.at > until);
  const partner = isKnown || context.isOneLayer ? known : open[partnerIn(open, observation)];
  const call = callOf(observation);
  // The end of a call that was counted before the grace was over.
  const isOver = partner === undefined && call !== null && isCountedEver(memory.counted, call);
  const isNew = partner === undefined && !sighting.withdrawn && !isOver;
  let { counted } = memory;
  for (const each of namesOf(observation)) counted = count(counted, each, at, rememberMs);
  const step = learnUntil({ ...memory, counted }, until, isNew ? mostWaiting - 1 : mostWaiting, observation, context);
  if (sighting.withdrawn) return withdraw(step, name);
  if (isOver) return unchanged(step);
  const { waiting } = step.memory;
  const fresh = { seen: seenOnce(observation), at, verdict: null };
  if (partner === undefined) return judge(step, waiting.length, fresh, observation, context);
  const place = waiting.indexOf(partner);
  return place === -1 ? unchanged(step) : join(step, place, partner, observation, isKnown, context);
}

const unchanged = (step: Step): Outcome => ({ ...step, kind: "joined", judged: null, finding: null, standing: "new" });

function withdraw(step: Step, name: string): Outcome {
  const waiting = step.memory.waiting.filter(({ seen }) => !isNamed(seen, name));
  return { ...unchanged({ ...step, memory: { ...step.memory, waiting } }), kind: "withdrawn" };
}

/** Another sighting of a command that waits: judged again where it tells more of the command, or better who acted. */
function join(
  step: Step,
  place: number,
  before: Judged,
  observation: Observation,
  isLaterLook: boolean,
  context: Context,
): Outcome {
  const seen = seenAgain(before.seen, observation);
  const known = { ...before.observation, attribution: before.attribution };
  const [outer, inner] = tellsMore(before.seen, observation) ? [observation, known] : [known, observation];
  // A later look says it better than the earlier one, but not better than a layer above.
  const isBetter = isLaterLook && rankAgainst(before.seen, observation.sighting.source) >= 0;
  const { agent, attribution, session } = isBetter ? observation : whoOf(before.seen, observation, outer, inner);
  const { signature, impacts } = heavier(outer, inner);
  const told = { ...observation, agent, attribution, session, signature, impacts };
  if (isAlike(told, known)) {
    const waiting = step.memory.waiting.with(place, { ...before, seen });
    return unchanged({ ...step, memory: { ...step.memory, waiting } });
  }
  return judge(step, place, { ...before, seen }, told, context);
}

type Told = Pick<Observation, "agent" | "session" | "signature" | "impacts" | "attribution">;

const isAlike = (one: Told, other: Told): boolean =>
  one.agent === other.agent &&
  one.session === other.session &&
  one.signature === other.signature &&
  tellingImpact(one.impacts)?.id === tellingImpact(other.impacts)?.id &&
  one.attribution.confidence === other.attribution.confidence &&
  one.attribution.evidence.join() === other.attribution.evidence.join();

/** Scores, decides, and lets what was judged wait at its place. */
function judge(
  step: Step,
  place: number,
  { seen, at, verdict: before }: Pick<Judged, "seen" | "at"> & { readonly verdict: Verdict | null },
  observation: Observation,
  { policy, judgeFrom, cohorts, team }: Context,
): Outcome {
  const { baselines, waiting } = step.memory;
  const principal = principalOf(observation.identity, observation.agent);
  const own = { name: principal, baseline: baselines.get(principal) ?? emptyBaseline };
  const histories: Histories = { own, cohorts: cohorts(observation.agent) };
  const impact = tellingImpact(observation.impacts);
  // Only of harm is it asked what came before.
  const earlier = impact === undefined ? [] : earlierHarm(observation, at, waiting.slice(0, place), own.baseline);
  const moment = { at, earlier };
  const scored = score(observation, moment, histories, policy);
  const verdict = decide(impact, scored, thresholdsFor(policy, team, observation.agent));
  const judged = judgedOf(observation, seen, moment, scored, verdict);

  // A later look at what another identity was judged for: perhaps it was found there.
  const isMoved = before === null && observation.sighting.revision > 0;
  const keep = verdict === "find" || before === "find" || isMoved;
  const tell = impact !== undefined && keep && at >= judgeFrom;
  const name = seen.looks[0]?.name ?? observation.name;
  const finding = tell
    ? findingOf(
        name,
        observation,
        impact,
        at,
        scored,
        explain(observation, moment, scored, histories),
        usualFor(own.baseline),
      )
    : null;
  return {
    ...step,
    kind: before === null ? "judged" : "joined",
    memory: { ...step.memory, waiting: [...waiting.slice(0, place), judged, ...waiting.slice(place + 1)] },
    judged,
    finding,
    standing: verdict !== "find" ? "corrected" : before === null && !isMoved ? "new" : "revised",
  };
}

/** Only what its lesson needs, and what it takes to know it again: what waits is kept, and should be small. */
const judgedOf = (
  { identity, agent, session, attribution, signature, impacts }: Observation,
  seen: Seen,
  moment: Moment,
  { bits, pValue }: Score,
  verdict: Verdict,
): Judged => ({
  observation: { identity, agent, session, signature, impacts },
  attribution,
  seen,
  ...moment,
  score: { bits, pValue },
  verdict,
});
