import { assess } from "../assess/assess.js";
import { type Cohorts, contribute, noCohorts, peersOf, seal } from "../assess/cohorts.js";
import { emptyMemory, type Memory } from "../assess/memory.js";
import { isYoung } from "../assess/score.js";
import type { Config } from "../config.js";
import type { Finding, Verdict } from "../domain/finding.js";
import type { Instant } from "../domain/units.js";
import type { Progress } from "../ports/replay.js";
import type { Observed } from "./gather.js";

/** Everything that is known of everybody. */
export interface Knowledge {
  readonly memories: ReadonlyMap<string, Memory>;
  readonly cohorts: Cohorts;
}

export const noKnowledge: Knowledge = { memories: new Map(), cohorts: noCohorts };

/** What judging a stream of observations gave. */
export interface Judgement {
  readonly findings: readonly Finding[];
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** Observations whose event had been counted before. */
  readonly repeated: number;
  /** Principals of whom too little is known to judge them by their own history, and all of them. */
  readonly young: number;
  readonly principals: number;
  readonly knowledge: Knowledge;
}

/** Observations between two signs of life. */
const progressEvery = 5_000;

/**
 * Folds observations, in order, into findings and knowledge. Cutting the stream into batches, feeding each with the
 * knowledge of the one before, changes nothing.
 */
export function judge(
  observed: readonly Observed[],
  knowledge: Knowledge,
  { policy, identities }: Config,
  judgeFrom: Instant,
  progress: Progress = () => {},
): Judgement {
  const memories = new Map(knowledge.memories);
  let { cohorts } = knowledge;
  const findings = new Map<string, Finding>();
  const verdicts = { quiet: 0, watch: 0, find: 0 };
  let repeated = 0;

  for (const [done, { observation, at }] of observed.entries()) {
    if (done % progressEvery === 0) progress("judging", done, observed.length);
    const { identity } = observation;
    const team = identities.teams.get(identity);
    const sealed = seal(cohorts, at, policy.learning);
    const outcome = assess(memories.get(identity) ?? emptyMemory, observation, at, {
      policy,
      team,
      judgeFrom,
      isOneLayer: true,
      cohorts: (agent) => peersOf(sealed, identity, agent, team),
    });
    memories.set(identity, outcome.memory);
    // A second delivery moves nothing, not even the hour that is sealed.
    if (outcome.kind !== "repeated") cohorts = contribute(sealed, at, identity, team, outcome.learned);
    for (const finding of outcome.behaviour) findings.set(finding.id, finding);
    if (outcome.finding !== null && (outcome.standing !== "corrected" || findings.has(outcome.finding.id)))
      findings.set(outcome.finding.id, outcome.finding);
    if (outcome.kind === "repeated") repeated += 1;
    else if (outcome.kind === "judged" && outcome.judged !== null && at >= judgeFrom)
      verdicts[outcome.judged.verdict] += 1;
  }
  const baselines = [...memories.values()].flatMap((memory) => [...memory.baselines.values()]);
  const young = baselines.filter((baseline) => isYoung(baseline, policy)).length;
  return {
    findings: [...findings.values()],
    verdicts,
    repeated,
    young,
    principals: baselines.length,
    knowledge: { memories, cohorts },
  };
}
