import type { Probability } from "../../domain/units.js";
import { type Alarm, byLoudness, silent } from "../../evaluation/alarm.js";
import { sharesAtOrBelow } from "../../evaluation/calibration.js";
import { grouped } from "../../evaluation/grouped.js";
import { recallAt } from "../../evaluation/recall.js";
import type { Random } from "../../sample/random.js";
import { type Interval, middle, resample } from "../../stats/bootstrap.js";
import type { Pass } from "./pass.js";
import type { How } from "./places.js";

/** Alerts per thousand ordinary lines at which recall is told. */
export const budgets = [1, 3, 10] as const;

/** By budget, then by corpus (or scenario). */
export type Recalls<Figure = Probability> = Readonly<Record<string, Readonly<Record<string, Figure>>>>;

/** What a pass says, in numbers. */
export interface Figures {
  /** At so many alerts: what is told of one session is one alert, as incidents are. */
  readonly recallAt: Recalls;
  /** The same at so many lines told, however many alerts they make. */
  readonly recallAtLines: Recalls;
  /** As `recallAt`, of attacks at any hour of the week, and of chains of them: a chain is told when one of it is. */
  readonly recallAtAnyHour: Recalls;
  readonly recallOfChains: Recalls;
  /** As `recallAtLines`. */
  readonly recallOfChainsAtLines: Recalls;
  readonly calibration: Readonly<Record<string, Probability>>;
  readonly calibrationOfImpactBearing: Readonly<Record<string, Probability>>;
}

/** Figures of a pass, made again for other weights of the sessions. */
export type Measure = (weightOf: (session: string) => number) => Figures;

/** How to measure a pass; sorting is done once. */
export function measureOf({ judgements, injected }: Pass): Measure {
  const judged = judgements.filter(({ line }) => line.isMeasured && !line.isWarmUp);
  const ordinary = judged.map(({ alarm, line: { session } }) => ({ alarm, session })).sort(byAlarm);
  const alerts = oneAlertEach(ordinary);
  const corporaOf = (how: How) =>
    grouped(
      injected.filter(({ planted }) => planted.how === how),
      ({ planted }) => planted.corpus,
    );
  const [alone, atAnyHour, chains] = [corporaOf("alone"), corporaOf("at-any-hour"), corporaOf("in-a-chain")];
  const commands = judged.flatMap(({ line: { session }, pValues }) => pValues.map((one) => ({ ...one, session })));
  return (weightOf) => {
    const recalls = (told: readonly Ordinary[], corpora: ReadonlyMap<string, Pass["injected"]>): Recalls => {
      const heard = told.map(({ alarm, session }) => ({ alarm, weight: weightOf(session) }));
      const recall = (perThousand: number, attacks: Pass["injected"]) =>
        recallAt(
          perThousand,
          heard,
          attacks.map(({ alarm, session }) => ({ alarm, weight: weightOf(session) })),
        );
      return Object.fromEntries(
        budgets.map((budget) => [
          String(budget),
          Object.fromEntries([...corpora].map(([corpus, attacks]) => [corpus, recall(budget, attacks)])),
        ]),
      );
    };
    const shares = (of: typeof commands) =>
      sharesAtOrBelow(
        of.map(({ p }) => p),
        of.map(({ session }) => weightOf(session)),
      );
    return {
      recallAt: recalls(alerts, alone),
      recallAtLines: recalls(ordinary, alone),
      recallAtAnyHour: recalls(alerts, atAnyHour),
      recallOfChains: recalls(alerts, chains),
      recallOfChainsAtLines: recalls(ordinary, chains),
      calibration: shares(commands),
      calibrationOfImpactBearing: shares(commands.filter(({ isNotable }) => isNotable)),
    };
  };
}

interface Ordinary {
  readonly alarm: Alarm;
  readonly session: string;
}

const byAlarm = (one: Ordinary, other: Ordinary): number => byLoudness(one.alarm, other.alarm);

/** Of each session its loudest line speaks; the others belong to the alert that it makes. */
function oneAlertEach(ordinary: readonly Ordinary[]): readonly Ordinary[] {
  const told = new Set<string>();
  return ordinary
    .map((one) => {
      const isFirst = !told.has(one.session);
      told.add(one.session);
      return isFirst ? one : { ...one, alarm: silent };
    })
    .sort(byAlarm);
}

/** The figures' intervals over sessions drawn again. */
export interface Intervals {
  readonly recallAt: Recalls<Interval>;
  readonly recallAtLines: Recalls<Interval>;
  readonly recallAtAnyHour: Recalls<Interval>;
  readonly recallOfChains: Recalls<Interval>;
  readonly recallOfChainsAtLines: Recalls<Interval>;
  readonly calibration: Readonly<Record<string, Interval>>;
  readonly calibrationOfImpactBearing: Readonly<Record<string, Interval>>;
}

/** Draws whole sessions with replacement, so many times, and measures each draw. */
export function intervalsOf({ judgements }: Pass, measure: Measure, draws: number, random: Random): Intervals {
  const sessions = new Set<string>();
  for (const { line } of judgements) if (line.isMeasured && !line.isWarmUp) sessions.add(line.session);
  const names = [...sessions];
  const drawn = Array.from({ length: draws }, () => {
    const times = resample(names.length, random);
    const weights = new Map(names.map((name, i) => [name, times[i] ?? 0]));
    return measure((session) => weights.get(session) ?? 0);
  });
  const once = measure(() => 1);
  const over = <Figure>(record: Readonly<Record<string, Figure>>, of: (figures: Figures, key: string) => number) =>
    Object.fromEntries(Object.keys(record).map((key) => [key, middle(drawn.map((figures) => of(figures, key)))]));
  const recalls = (of: (figures: Figures) => Recalls) =>
    Object.fromEntries(
      Object.entries(of(once)).map(([budget, corpora]) => [
        budget,
        over(corpora, (figures, corpus) => of(figures)[budget]?.[corpus] ?? 0),
      ]),
    );
  return {
    recallAt: recalls((figures) => figures.recallAt),
    recallAtLines: recalls((figures) => figures.recallAtLines),
    recallAtAnyHour: recalls((figures) => figures.recallAtAnyHour),
    recallOfChains: recalls((figures) => figures.recallOfChains),
    recallOfChainsAtLines: recalls((figures) => figures.recallOfChainsAtLines),
    calibration: over(once.calibration, ({ calibration }, level) => calibration[level] ?? 0),
    calibrationOfImpactBearing: over(
      once.calibrationOfImpactBearing,
      ({ calibrationOfImpactBearing }, level) => calibrationOfImpactBearing[level] ?? 0,
    ),
  };
}
