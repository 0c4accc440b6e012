import type { Calibrator } from "../../identity/calibrator.js";
import { featureNames } from "../../identity/features.js";
import { defaultLane } from "../../identity/settings.js";
import { portableTraining, trainCalibrator } from "../../identity/training.js";
import { inventCorpus } from "./invented.js";

/** Another place than the evaluation's, with people enough. */
const invention = { seed: 5, users: 24, blocks: 1 };

/** The calibrator that is shipped: from invented people, so that it may be given to anybody. To four digits; more would be noise. */
export function trainOnInvented(): Calibrator {
  const careers = inventCorpus(invention).map(({ clean }) => clean);
  const { bias, weights } = trainCalibrator(careers, defaultLane, portableTraining);
  const short = (weight: number) => Number(weight.toPrecision(4));
  const named = featureNames.map((name) => [name, short(weights[name])] as const);
  return { bias: short(bias), weights: Object.fromEntries(named) as Calibrator["weights"] };
}
