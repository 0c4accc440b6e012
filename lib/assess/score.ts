import type { Countable, Detector, Moment, Pools } from "../detectors/detector.js";
import { detectors } from "../detectors/index.js";
import type { Evidence } from "../domain/finding.js";
import type { Bits, Probability } from "../domain/units.js";
import { day } from "../domain/units.js";
import { number } from "../domain/wording.js";
import { epochMs } from "../identity/settings.js";
import { roundBits, roundChance } from "../stats/bits.js";
import { conformal, type Rank, topUp } from "../stats/conformal.js";
import { at } from "../stats/count-tree.js";
import { total } from "../stats/epoch-counts.js";
import { rankOf } from "../stats/score-histogram.js";
import { type Baseline, commandsIn, daysIn, emptyBaseline, heldName, poolOf } from "./baseline.js";
import { commandsPerWeek } from "./pace.js";
import type { Policy } from "./policy.js";

/** A named history: a principal's own, or a cohort's without her. */
export interface History {
  readonly name: string;
  readonly baseline: Baseline;
}

/** All a command is judged against: her own history, then her cohorts' from near to wide. */
export interface Histories {
  readonly own: History;
  readonly cohorts: readonly History[];
}

/** What statistics say of one command. */
export interface Score {
  /** The detectors' bits together. */
  readonly bits: Bits;
  /** How many past scores there are to compare with, and how many are as high. */
  readonly rank: Required<Rank>;
  /** How rarely a command of hers scores this high. */
  readonly pValue: Probability;
  /** How many commands a week she runs: of how many a small p-value is expected. */
  readonly perWeek: number;
  /** Whose history the p-value speaks of: her own, her peers', or nobody's yet. */
  readonly basis: "own" | "peers" | "nobody";
  /** Each detector's bits; one that has not enough history to say is not among them. */
  readonly surprises: readonly { readonly detector: Detector; readonly bits: Bits }[];
}

/** Every detector's answer, and where their sum ranks among past scores. Looks only; learns nothing. */
export function score(observation: Countable, moment: Moment, histories: Histories, policy: Policy): Score {
  const asOf = {
    ...moment,
    epoch: Math.floor(moment.at / epochMs),
    halfLife: (policy.halfLifeDays * day) / epochMs,
  };
  const asked = detectors.filter(({ id }) => !policy.without.includes(id));
  const surprises = asked.flatMap((detector) => {
    const bits = detector.score(observation, poolsOf(histories, detector), asOf);
    return bits === undefined ? [] : [{ detector, bits: roundBits(bits) }];
  });
  const bits = roundBits(surprises.reduce((sum, surprise) => sum + surprise.bits, 0));
  const { own, cohorts } = histories;
  const informed = cohorts.find(({ baseline }) => commandsIn(baseline) >= policy.cohortCommands);
  const rankIn = ({ scores }: Baseline) => rankOf(bits, scores, asOf.epoch, asOf.halfLife);
  const rank = topUp(rankIn(own.baseline), () => rankIn(informed?.baseline ?? emptyBaseline), policy.enoughScores);
  return {
    bits,
    rank: { atLeast: roundBits(rank.atLeast), of: roundBits(rank.of), borrowed: roundBits(rank.borrowed ?? 0) },
    pValue: roundChance(conformal(rank)),
    perWeek: roundBits(commandsPerWeek(own.baseline.activity)),
    basis: !isYoung(own.baseline, policy) ? "own" : informed === undefined ? "nobody" : "peers",
    surprises,
  };
}

/** The same, in words: the clause of each detector that is surprised at all, with its numbers, the most surprising first. */
export const explain = (
  observation: Countable,
  moment: Moment,
  { surprises }: Score,
  histories: Histories,
): readonly Evidence[] =>
  surprises
    .filter(({ bits }) => bits > 0)
    .map(({ detector, bits }) => {
      const clause = detector.because(observation, poolsOf(histories, detector), moment);
      const because = clause.because + heldClause(observation, histories);
      return { detector: detector.id, bits, ...clause, because };
    })
    .sort((a, b) => b.bits - a.bits);

/** Detectors read what was learned; that the same was found before, and is held, has to be said beside it. */
function heldClause(observation: Countable, { own }: Histories): string {
  const held = total(at(own.baseline.held, [heldName(observation)]).counts);
  return held === 0 ? "" : `; seen ${held === 1 ? "once" : `${number(held)} times`} since it was first found`;
}

const poolsOf = ({ own, cohorts }: Histories, { id }: Detector): Pools => ({
  own: poolOf(own.name, own.baseline, id),
  peers: cohorts.map(({ name, baseline }) => poolOf(name, baseline, id)),
});

/** Whether too little is known of somebody to judge her by her own history. */
export const isYoung = (baseline: Baseline, { youngCommands, youngDays }: Policy): boolean =>
  commandsIn(baseline) < youngCommands || daysIn(baseline) < youngDays;
