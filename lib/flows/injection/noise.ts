import { alertsByWeek, mean, type Told } from "../../evaluation/engineer-weeks.js";
import { grouped } from "../../evaluation/grouped.js";
import type { Random } from "../../sample/random.js";
import { type Interval, middle, resample } from "../../stats/bootstrap.js";
import type { Judgement, Pass } from "./pass.js";

/** How much the default policy tells of ordinary work; before any cap. */
export interface Noise {
  readonly engineerWeeks: number;
  /** Alerts: incidents in which statistics found something. */
  readonly alertsPerEngineerWeek: number;
  readonly interval: Interval;
  /** Lines in which statistics found something: what the alerts are made of. */
  readonly findingsPerEngineerWeek: number;
  /** Incidents of floor entries alone. */
  readonly floorAlertsPerEngineerWeek: number;
  /** Lines that would have been found while principals warmed up, which told nobody. */
  readonly inWarmUp: number;
}

/** Noise by corpus. */
export function noiseOf({ judgements }: Pass, draws: number, random: Random): Readonly<Record<string, Noise>> {
  return Object.fromEntries(
    [...grouped(judgements, ({ line }) => line.corpus)].map(([corpus, hers]) => [corpus, of(hers, draws, random)]),
  );
}

function of(judgements: readonly Judgement[], draws: number, random: Random): Noise {
  const weekly = (kind: Judgement["told"], alertOf: (judgement: Judgement, index: number) => string | null) =>
    alertsByWeek(
      judgements.map((judgement, index): Told => {
        const { line, told } = judgement;
        const identity = line.observed[0]?.observation.identity ?? "";
        return {
          identity,
          at: line.at,
          isWarmUp: line.isWarmUp,
          alert: told === kind ? alertOf(judgement, index) : null,
        };
      }),
    );
  const alerts = weekly("by-statistics", ({ incident }) => incident);
  const means = Array.from({ length: draws }, () => {
    const times = resample(alerts.length, random);
    return mean(times.flatMap((n, i) => new Array<number>(n).fill(alerts[i] ?? 0)));
  });
  return {
    engineerWeeks: alerts.length,
    alertsPerEngineerWeek: mean(alerts),
    interval: middle(means),
    findingsPerEngineerWeek: mean(weekly("by-statistics", (_, index) => String(index))),
    floorAlertsPerEngineerWeek: mean(weekly("floor", ({ incident }) => incident)),
    inWarmUp: judgements.filter(({ line, told }) => line.isWarmUp && told !== null).length,
  };
}
