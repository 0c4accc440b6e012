import type { Calibrator } from "../../identity/calibrator.js";
import { featureNames } from "../../identity/features.js";
import { inventCorpus } from "./invented.js";
import { trainCalibrator } from "./training.js";

/** Other places than the evaluation's, each unlike the others. */
const places = { first: 51, count: 16, users: 12 };

/** The calibrator that is shipped: from invented people, so that it may be given to anybody. To four digits; more would be noise. */
export function trainOnInvented(): Calibrator {
  const careers = Array.from({ length: places.count }, (_, place) =>
    inventCorpus({ seed: places.first + place, users: places.users, blocks: 0 }).map(({ clean }) => clean),
  );
  const { bias, weights } = trainCalibrator(careers);
  const short = (weight: number) => Number(weight.toPrecision(4));
  const named = featureNames.map((name) => [name, short(weights[name])] as const);
  return { bias: short(bias), weights: Object.fromEntries(named) as Calibrator["weights"] };
}
