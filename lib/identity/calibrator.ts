import { type Logistic, type LogOdds, logOdds } from "../stats/logistic.js";
import { type FeatureName, featureNames } from "./features.js";

/** Features to evidence: how much likelier a window is of somebody else than of her. */
export interface Calibrator {
  readonly bias: LogOdds;
  readonly weights: Readonly<Record<FeatureName, number>>;
}

const inOrder = (features: Readonly<Record<FeatureName, number>>): readonly number[] =>
  featureNames.map((name) => features[name]);

/** A fitted regression, with its weights under their names. */
export const calibratorOf = ({ bias, weights }: Logistic): Calibrator => ({
  bias,
  weights: Object.fromEntries(featureNames.map((name, place) => [name, weights[place] ?? 0])) as Calibrator["weights"],
});

export const evidenceOf = (features: Readonly<Record<FeatureName, number>>, { bias, weights }: Calibrator): LogOdds =>
  logOdds({ bias, weights: inOrder(weights) }, inOrder(features));
