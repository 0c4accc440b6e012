import type { Finding, Verdict } from "../domain/finding.js";
import { tellingImpact } from "../domain/impact.js";
import type { Observation } from "../domain/observation.js";
import { type Principal, principalOf } from "../domain/principal.js";
import type { Instant } from "../domain/units.js";
import { type Baseline, commandsIn, compact, emptyBaseline, mergeBaselines } from "./baseline.js";
import { behave, behaviourFinding, isDoubted, type LaneMove } from "./behaviour.js";
import { thresholdsFor } from "./cohort-policy.js";
import { decide } from "./decide.js";
import { findingOf } from "./finding.js";
import { type Judged, lesson } from "./learn.js";
import { count, isCounted, isCountedEver, type Memory } from "./memory.js";
import { heavier, whoOf } from "./one-layer.js";
import type { Policy } from "./policy.js";
import { partnerIn } from "./sameness.js";
import { explain, type Histories, type History, type Score, score } from "./score.js";
import { callOf, isNamed, namesOf, rankAgainst, type Seen, seenAgain, seenOnce, tellsMore } from "./seen.js";
import { usualFor } from "./usual.js";

/** What judging needs to know besides the identity's own memory. */
export interface Context {
  readonly policy: Policy;
  /** The sealed histories of a principal's peers, from near to wide, without her own part. */
  readonly cohorts: (agent: string | null) => readonly History[];
  /** Her team, for thresholds of its own. */
  readonly team?: string | undefined;
  /** Learn silently, gates off, what happened before this instant. */
  readonly judgeFrom: Instant;
  /** Every command comes once, whatever layers showed it (`oneLayer`): there is nothing to join. */
  readonly isOneLayer?: boolean;
}

/**
 * What one sighting changed.
 *
 * `repeated`: a second delivery, nothing. `judged`: a command that was not seen before. `joined`: another sighting of
 * one that was, or a later look at who acted; what was judged may be judged again. `withdrawn`: it was somebody else's.
 */
export interface Outcome {
  readonly kind: "repeated" | "judged" | "joined" | "withdrawn";
  readonly memory: Memory;
  /** The judgement, where there was anything to judge. */
  readonly judged: Judged | null;
  readonly finding: Finding | null;
  /** `new`: to be kept and told. `revised`: to take the place of the kept one; told if there is none. `corrected`: only to take its place. */
  readonly standing: "new" | "revised" | "corrected";
  /** Principals that stopped behaving like themselves, found as what waited was learned: new, to be kept and told. */
  readonly behaviour: readonly Finding[];
  /** How the lanes of those who taught something moved, in order. */
  readonly moved: readonly (readonly [Principal, LaneMove])[];
  readonly learned: readonly Learned[];
  /** A baseline was brought within its bounds, so that the change is more than what was learned. */
  readonly compacted: boolean;
}

/** A lesson, and whose it is: what a cohort is told. */
export interface Learned {
  readonly agent: string | null;
  readonly lesson: Baseline;
}

/** The baseline is brought within its bounds each time it has grown by so many commands, which may exceed them by three nodes each. */
const compactEvery = 256;

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
  if (!isNews)
    return { ...unchanged({ memory, learned: [], behaviour: [], moved: [], compacted: false }), kind: "repeated" };

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

/** What a sighting has to start from: what was due is learned, the sighting is counted. */
type Step = Pick<Outcome, "memory" | "learned" | "behaviour" | "moved" | "compacted">;

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
  const scored = score(observation, at, histories, policy);
  const impact = tellingImpact(observation.impacts);
  const verdict = decide(impact, scored, thresholdsFor(policy, team, observation.agent));
  const judged = judgedOf(observation, seen, at, scored, verdict);

  // A later look at what another identity was judged for: perhaps it was found there.
  const isMoved = before === null && observation.sighting.revision > 0;
  const keep = verdict === "find" || before === "find" || isMoved;
  const tell = impact !== undefined && keep && at >= judgeFrom;
  const name = seen.looks[0]?.name ?? observation.name;
  const finding = tell
    ? findingOf(name, observation, impact, at, scored, explain(observation, scored, histories), usualFor(own.baseline))
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
  at: Instant,
  { bits, pValue }: Score,
  verdict: Verdict,
): Judged => ({
  observation: { identity, agent, session, signature, impacts },
  attribution,
  seen,
  at,
  score: { bits, pValue },
  verdict,
});

/** Learns what was judged up to an instant; younger judgements keep waiting, the newest of them while there is room. */
function learnUntil(
  memory: Memory,
  until: Instant,
  room: number,
  seen: Observation,
  { policy, judgeFrom, cohorts }: Context,
): Step {
  const tooMany = memory.waiting.length - room;
  const isDue = ({ at }: Judged, place: number) => at <= until || place < tooMany;
  const due = memory.waiting.filter(isDue);
  if (due.length === 0) return { memory, learned: [], behaviour: [], moved: [], compacted: false };

  const baselines = new Map(memory.baselines);
  const lanes = new Map(memory.lanes);
  const learned: Learned[] = [];
  const behaviour: Finding[] = [];
  const moved: [Principal, LaneMove][] = [];
  let compacted = false;
  for (const judged of due) {
    const { identity, agent } = judged.observation;
    const principal = principalOf(identity, agent);
    const before = baselines.get(principal) ?? emptyBaseline;
    const gates = judged.at >= judgeFrom;
    const lane = lanes.get(principal);
    const behaved = behave(judged, lane, before, cohorts, policy, !gates);
    lanes.set(principal, behaved.state);
    moved.push([principal, behaved.move]);
    if (behaved.outcome?.verdict === "find")
      behaviour.push(behaviourFinding(behaved.outcome, judged, seen, usualFor(before)));
    const own = lesson(judged, before, policy.learning, gates);
    // While somebody else may be acting, neither lane learns what she does.
    const trusted = gates && isDoubted(behaved.state) ? { ...own, counts: emptyBaseline.counts } : own;
    const taught = mergeBaselines(trusted, behaved.lesson);
    const after = mergeBaselines(before, taught);
    const grown = commandsIn(after) % compactEvery === 0;
    compacted ||= grown;
    baselines.set(principal, grown ? compact(after, memory.counted.clock, policy.learning) : after);
    learned.push({ agent, lesson: taught });
  }
  const waiting = memory.waiting.filter((judged, place) => !isDue(judged, place));
  return { memory: { ...memory, baselines, lanes, waiting }, learned, behaviour, moved, compacted };
}
