import type { Finding, Verdict } from "../domain/finding.js";
import { tellingImpact } from "../domain/impact.js";
import type { Observation } from "../domain/observation.js";
import { principalOf } from "../domain/principal.js";
import type { Instant } from "../domain/units.js";
import { type Baseline, commandsIn, compact, emptyBaseline, mergeBaselines } from "./baseline.js";
import { decide } from "./decide.js";
import { findingOf } from "./finding.js";
import { type Judged, lesson } from "./learn.js";
import { count, isCounted, type Memory, nameOf } from "./memory.js";
import type { Policy } from "./policy.js";
import { explain, type Histories, type History, type Score, score } from "./score.js";
import { usualFor } from "./usual.js";

/** What judging needs to know besides the identity's own memory. */
export interface Context {
  readonly policy: Policy;
  /** The sealed histories of a principal's peers, from near to wide, without her own part. */
  readonly cohorts: readonly History[];
  /** Learn silently, gates off, what happened before this instant. */
  readonly judgeFrom: Instant;
}

/** What one command changed: the identity's memory, perhaps a finding, and what was learned meanwhile. */
export interface Outcome {
  readonly memory: Memory;
  readonly judged: Judged | null;
  readonly finding: Finding | null;
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
 * Scoring is immediate, learning waits for the grace. An observation delivered twice changes nothing; an identity's
 * observations may be cut into batches anywhere.
 */
export function assess(memory: Memory, observation: Observation, at: Instant, context: Context): Outcome {
  const name = nameOf(observation);
  if (isCounted(memory.counted, name, at))
    return { memory, judged: null, finding: null, learned: [], compacted: false };

  const { policy, judgeFrom } = context;
  const { baselines, waiting, learned, compacted } = learnUntil(memory, at - policy.learning.graceMs, context);

  const principal = principalOf(observation.identity, observation.agent);
  const own = { name: principal, baseline: baselines.get(principal) ?? emptyBaseline };
  const histories: Histories = { own, cohorts: context.cohorts };
  const scored = score(observation, at, histories, policy);
  const impact = tellingImpact(observation.impacts);
  const verdict = decide(impact, scored, policy);
  const judged = judgedOf(observation, at, scored, verdict);

  const tell = impact !== undefined && verdict === "find" && at >= judgeFrom;
  const finding = tell
    ? findingOf(observation, impact, at, scored, explain(observation, scored, histories), usualFor(own.baseline))
    : null;
  const counted = count(memory.counted, name, at, policy.learning.rememberMs);
  return {
    memory: { ...memory, baselines, waiting: [...waiting, judged], counted },
    judged,
    finding,
    learned,
    compacted,
  };
}

/** Only what its lesson needs: what waits is kept, and should be small. */
const judgedOf = (
  { identity, agent, session, signature, impacts }: Observation,
  at: Instant,
  { bits, pValue }: Score,
  verdict: Verdict,
): Judged => ({ observation: { identity, agent, session, signature, impacts }, at, score: { bits, pValue }, verdict });

/** Learns what was judged up to an instant; younger judgements keep waiting. */
function learnUntil(memory: Memory, until: Instant, { policy, judgeFrom }: Context) {
  const tooMany = memory.waiting.length - policy.learning.mostWaiting;
  const isDue = ({ at }: Judged, place: number) => at <= until || place <= tooMany;
  const due = memory.waiting.filter(isDue);
  if (due.length === 0) return { ...memory, learned: [], compacted: false };

  const baselines = new Map(memory.baselines);
  const learned: Learned[] = [];
  let compacted = false;
  for (const judged of due) {
    const { identity, agent } = judged.observation;
    const principal = principalOf(identity, agent);
    const before = baselines.get(principal) ?? emptyBaseline;
    const taught = lesson(judged, before, policy.learning, judged.at >= judgeFrom);
    const after = mergeBaselines(before, taught);
    const grown = commandsIn(after) % compactEvery === 0;
    compacted ||= grown;
    baselines.set(principal, grown ? compact(after, memory.counted.clock, policy.learning) : after);
    learned.push({ agent, lesson: taught });
  }
  return { baselines, waiting: memory.waiting.filter((judged, place) => !isDue(judged, place)), learned, compacted };
}
