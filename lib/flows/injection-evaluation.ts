import { defaultConfig } from "../config.js";
import { detectors } from "../detectors/index.js";
import type { Probability } from "../domain/units.js";
import { grouped } from "../evaluation/grouped.js";
import type { Inflate } from "../ports/inflate.js";
import type { Input, Progress } from "../ports/replay.js";
import { random } from "../sample/random.js";
import type { Interval } from "../stats/bootstrap.js";
import { type Gathered, gather, type Observed } from "./gather.js";
import { type Attack, attackOf, attackRows } from "./injection/attacks.js";
import { type Figures, type Intervals, intervalsOf, measureOf, type Recalls } from "./injection/figures.js";
import { linesOf, protocol } from "./injection/lines.js";
import { type Noise, noiseOf } from "./injection/noise.js";
import { type Against, type Injected, judgeLines, type Pass } from "./injection/pass.js";
import { placesOf } from "./injection/places.js";
import { createInterpreter } from "./interpret.js";

/** A file of attacks: its corpus, and what it holds. */
export interface AttackFile {
  readonly corpus: string;
  readonly text: string;
}

/** What `npm run eval:injection` prints. */
export interface InjectionReport extends Figures {
  readonly entities: number;
  readonly benignCommands: number;
  readonly attackRows: Readonly<Record<string, number>>;
  /** Share of rows in which some impact of 0.3 or more is seen. */
  readonly coverage: Readonly<Record<string, Probability>>;
  readonly benignCoverage: Probability;
  /** Of corpora that have scenarios: recall of each. */
  readonly recallByScenario: Readonly<Record<string, Recalls>>;
  /** Of all corpora together; floor entries and warm-up are apart, in `noise`. */
  readonly alertsPerEngineerWeek: number;
  readonly noise: Readonly<Record<string, Noise>>;
  /** The same with something left out; each over a share of the places. */
  readonly ablations: Readonly<Record<string, Pick<Figures, Ablated>>>;
  readonly intervals: Intervals & { readonly alertsPerEngineerWeek: Readonly<Record<string, Interval>> };
  readonly settings: object;
}

/** What is told of each ablation; intervals would take too long. */
type Ablated = Exclude<keyof Figures, "calibrationOfImpactBearing">;

/** How it is measured; all of it is printed. */
export interface InjectionSettings {
  readonly seed: number;
  /** Resamples of the sessions behind each interval. */
  readonly draws: number;
  /** An ablation puts in one attack of so many. */
  readonly ablationEvery: number;
}

/**
 * How many attacks the default policy's statistics tell, and how many ordinary lines they cost.
 *
 * Attacks are put into real histories, one at a time or a few soon after one another, are scored and never learned. Everything between a line and its
 * p-value is the product's own code; only the threshold is chosen here, one for everybody.
 */
export async function evaluateInjection(
  ordinary: readonly Input[],
  attackFiles: readonly AttackFile[],
  { seed, draws, ablationEvery }: InjectionSettings,
  inflate: Inflate,
  progress: Progress,
): Promise<InjectionReport> {
  const config = defaultConfig;
  const corpora = new Map<string, readonly Observed[]>();
  for (const input of ordinary) corpora.set(input.name, (await gatherOne(input, inflate, progress)).observed);
  const lines = linesOf(corpora);
  const interpreter = createInterpreter(config);
  const attacks = attackFiles.flatMap(({ corpus, text }) =>
    attackRows(text).map((row, index) => attackOf(corpus, row, interpreter, `${corpus}-${index}`)),
  );

  const run = (against: Against, every: number, policy = config.policy): Pass =>
    judgeLines(lines, placesOf(lines, attacks, seed, every), { ...config, policy }, against, (done, total) =>
      progress("judging", done, total),
    );
  const whole = run("both", 1);
  const measure = measureOf(whole);
  const figures = measure(() => 1);
  const source = random("intervals", seed);
  const noise = noiseOf(whole, draws, source);
  const ablated = (pass: Pass) => {
    const { recallAt, recallAtLines, recallAtAnyHour, recallOfChains, recallOfChainsAtLines, calibration } = measureOf(
      pass,
    )(() => 1);
    return { recallAt, recallAtLines, recallAtAnyHour, recallOfChains, recallOfChainsAtLines, calibration };
  };
  const measured = whole.judgements.filter(({ line }) => line.isMeasured && !line.isWarmUp);
  const weeks = Object.values(noise).reduce((sum, { engineerWeeks }) => sum + engineerWeeks, 0);
  const alerts = Object.values(noise).reduce((sum, one) => sum + one.alertsPerEngineerWeek * one.engineerWeeks, 0);
  return {
    entities: new Set(measured.map(({ line }) => `${line.corpus} ${line.principal}`)).size,
    benignCommands: measured.length,
    attackRows: byCorpus(attacks, (rows) => rows.length),
    coverage: byCorpus(attacks, (rows) => rows.filter(({ isCovered }) => isCovered).length / rows.length),
    benignCoverage: measured.filter(({ alarm }) => alarm.weighed < Number.POSITIVE_INFINITY).length / measured.length,
    ...figures,
    recallByScenario: scenariosOf(whole),
    alertsPerEngineerWeek: weeks === 0 ? 0 : alerts / weeks,
    noise,
    ablations: {
      everything: ablated(run("both", ablationEvery)),
      "entity-only": ablated(run("own", ablationEvery)),
      "peers-only": ablated(run("peers", ablationEvery)),
      ...Object.fromEntries(
        detectors.map(({ id }) => [
          `without ${id}`,
          ablated(run("both", ablationEvery, { ...config.policy, without: [id] })),
        ]),
      ),
    },
    intervals: {
      ...intervalsOf(whole, measure, draws, source),
      alertsPerEngineerWeek: Object.fromEntries(
        Object.entries(noise).map(([corpus, { interval }]) => [corpus, interval]),
      ),
    },
    settings: {
      seed,
      draws,
      ablationEvery,
      ...protocol,
      policy: config.policy,
      detectors: detectors.map(({ id }) => id),
    },
  };
}

async function gatherOne(input: Input, inflate: Inflate, progress: Progress): Promise<Gathered> {
  return gather(
    (async function* () {
      yield input;
    })(),
    inflate,
    "auto",
    defaultConfig,
    progress,
  );
}

const byCorpus = (attacks: readonly Attack[], figure: (rows: readonly Attack[]) => number) =>
  Object.fromEntries([...grouped(attacks, ({ corpus }) => corpus)].map(([corpus, rows]) => [corpus, figure(rows)]));

/** Recall of each scenario, at the thresholds of the whole. */
function scenariosOf({ judgements, injected }: Pass): Readonly<Record<string, Recalls>> {
  const scenarioOf = ({ planted }: Injected) =>
    planted.how === "alone" ? (planted.steps[0]?.attack.scenario ?? null) : null;
  const withScenario = injected.filter((one) => scenarioOf(one) !== null);
  return Object.fromEntries(
    [...grouped(withScenario, ({ planted }) => planted.corpus)].map(([corpus, rows]) => {
      const named = rows.map((row) => ({ ...row, planted: { ...row.planted, corpus: scenarioOf(row) ?? "" } }));
      return [corpus, measureOf({ judgements, injected: named })(() => 1).recallAt];
    }),
  );
}
