import { assess } from "../../assess/assess.js";
import { type Cohorts, contribute, noCohorts, peersOf, seal } from "../../assess/cohorts.js";
import { emptyMemory, type Memory } from "../../assess/memory.js";
import type { Outcome } from "../../assess/outcome.js";
import type { Config } from "../../config.js";
import { tellingImpact } from "../../domain/impact.js";
import type { Instant, Probability } from "../../domain/units.js";
import { type Alarm, loudest, silent } from "../../evaluation/alarm.js";
import type { Observed } from "../gather.js";
import type { Line } from "./lines.js";
import type { Planted } from "./places.js";

/** Whose histories a command is judged against. */
export type Against = "both" | "own" | "peers";

/** What became of a line. */
export interface Judgement {
  readonly line: Line;
  readonly alarm: Alarm;
  /** Of each command in it; whether something notable could happen. */
  readonly pValues: readonly { readonly p: Probability; readonly isNotable: boolean }[];
  /** The default policy tells it: by statistics, or as a floor entry. */
  readonly told: "by-statistics" | "floor" | null;
  readonly incident: string | null;
}

/** What attacks would have said in the place of a line: the loudest of them. */
export interface Injected {
  readonly planted: Planted;
  readonly session: string;
  readonly alarm: Alarm;
}

/** A whole history, judged once. */
export interface Pass {
  readonly judgements: readonly Judgement[];
  readonly injected: readonly Injected[];
}

/**
 * Folds the lines, as replay does, and scores attacks in their place. Of a chain the later are scored after the earlier;
 * when it is over, all of it is forgotten.
 *
 * `own` leaves the peers out; for `peers` everybody is new at every command, and only her peers remember.
 *
 * @param plantedAt what is put in after a line
 */
export function judgeLines(
  lines: readonly Line[],
  plantedAt: ReadonlyMap<Line, readonly Planted[]>,
  { policy, identities }: Pick<Config, "policy" | "identities">,
  against: Against,
  tell: (done: number, total: number) => void,
): Pass {
  const memories = new Map<string, Memory>();
  const starts = judgedFrom(lines);
  const judgements: Judgement[] = [];
  const injected: Injected[] = [];
  let cohorts: Cohorts = noCohorts;

  for (const [done, line] of lines.entries()) {
    if (done % 500 === 0) tell(done, lines.length);
    const identity = line.observed[0]?.observation.identity ?? "";
    const team = identities.teams.get(identity);
    const judgeFrom = starts.get(line.principal) ?? Number.POSITIVE_INFINITY;
    const step = (memory: Memory, { observation, at }: Observed, sealed: Cohorts): Outcome => {
      const known = against === "peers" ? { ...memory, baselines: emptyMemory.baselines } : memory;
      return assess(known, observation, at, {
        policy,
        judgeFrom,
        isOneLayer: true,
        cohorts: (agent) => (against === "own" ? [] : peersOf(sealed, identity, agent, team)),
      });
    };
    const outcomes: Outcome[] = [];
    for (const observed of line.observed) {
      cohorts = seal(cohorts, observed.at, policy.learning);
      const outcome = step(memories.get(identity) ?? emptyMemory, observed, cohorts);
      memories.set(identity, outcome.memory);
      cohorts = contribute(cohorts, observed.at, identity, team, outcome.learned);
      outcomes.push(outcome);
    }
    judgements.push(judgementOf(line, outcomes, policy));
    const known = memories.get(identity) ?? emptyMemory;
    // Peers are those of the line's hour, at whatever hour an attack is put in.
    for (const planted of plantedAt.get(line) ?? [])
      injected.push(inject(planted, line, known, (memory, observed) => step(memory, observed, cohorts), policy));
  }
  return { judgements, injected };
}

function inject(
  planted: Planted,
  { observed, session }: Line,
  known: Memory,
  step: (memory: Memory, observed: Observed) => Outcome,
  policy: Config["policy"],
): Injected {
  const host = observed[0]?.observation;
  const alarms: Alarm[] = [];
  let memory = known;
  for (const { attack, at } of host === undefined ? [] : planted.steps)
    for (const means of attack.observations) {
      const { identity, trust, agent, attribution, session } = host as Observed["observation"];
      const observation = { ...means, identity, trust, agent, attribution, session };
      const outcome = step(memory, { observation, at });
      memory = outcome.memory;
      alarms.push(alarmOf(outcome, observation, policy));
    }
  return { planted, session, alarm: loudest(alarms) };
}

function judgementOf(line: Line, outcomes: readonly Outcome[], policy: Config["policy"]): Judgement {
  const found = outcomes.filter(({ judged }) => judged?.verdict === "find");
  const isFloor = ({ judged }: Outcome) => tellingImpact(judged?.observation.impacts ?? [])?.floor === true;
  return {
    line,
    alarm: loudest(outcomes.map((outcome, i) => alarmOf(outcome, line.observed[i]?.observation, policy))),
    pValues: outcomes.flatMap(({ judged }) =>
      judged === null
        ? []
        : [{ p: judged.score.pValue, isNotable: tellingImpact(judged.observation.impacts) !== undefined }],
    ),
    told: found.length === 0 ? null : found.every(isFloor) ? "floor" : "by-statistics",
    incident: found.find((outcome) => !isFloor(outcome))?.finding?.incident ?? found[0]?.finding?.incident ?? null,
  };
}

/**
 * What `decide` compares, the p-value for the weight of the impact; what is rare enough for the default policy is told
 * apart by its bits, as p-values below that are too few to be ranked.
 */
function alarmOf(
  { judged }: Outcome,
  observation: Observed["observation"] | undefined,
  { findAtP, findAtBits }: Config["policy"],
): Alarm {
  const impact = tellingImpact(observation?.impacts ?? []);
  if (judged === null || impact === undefined) return silent;
  const { pValue, bits } = judged.score;
  return { isFloor: impact.floor, weighed: bits < findAtBits ? 1 : Math.max(findAtP, pValue / impact.weight), bits };
}

/** When each principal's warm-up is over. */
function judgedFrom(lines: readonly Line[]): ReadonlyMap<string, Instant> {
  const starts = new Map<string, Instant>();
  for (const { principal, at, isWarmUp } of lines) if (!isWarmUp && !starts.has(principal)) starts.set(principal, at);
  return starts;
}
