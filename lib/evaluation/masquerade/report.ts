import { defaultLane, type LaneSettings } from "../../identity/settings.js";
import { shippedCalibrator } from "../../identity/shipped-calibrator.js";
import { defaultTraining, trainCalibrator } from "../../identity/training.js";
import { random } from "../../sample/random.js";
import type { User } from "./corpus.js";
import { type Figures, figuresOf } from "./figures.js";
import { type Fold, foldsOf } from "./folds.js";
import { laneScores } from "./lane-scores.js";
import { naiveBayes } from "./naive-bayes.js";
import { vocabularyOf } from "./peers.js";

/** What `npm run eval:masquerade` prints. */
export interface MasqueradeReport extends Figures {
  readonly users: number;
  readonly blocks: number;
  readonly masquerades: number;
  /** At the threshold that costs least on the other half of the users. */
  readonly folds: readonly Fold[];
  /** The same lane with the calibrator that is shipped, which has seen none of these users. */
  readonly shippedCalibrator: Figures;
  readonly naiveBayes: Figures;
  readonly settings: {
    readonly corpus: string;
    readonly calibrator: string;
    readonly lane: LaneSettings;
    readonly training: typeof defaultTraining;
    readonly bootstrap: "users";
  };
}

/**
 * How well masquerades are told: the identity lane, beside naive Bayes with updating.
 *
 * The calibrator is trained as a deployment could train its own: from what the users did while they were known to be
 * themselves, each other's peers. No label is read for it. What a deployment has today is `shippedCalibrator`.
 */
export function masqueradeReport(users: readonly User[], corpus: string): MasqueradeReport {
  const vocabulary = vocabularyOf(users);
  const { self, peers } = defaultLane;
  const settings = { ...defaultLane, self: { ...self, vocabulary }, peers: { ...peers, vocabulary } };
  const calibrator = trainCalibrator(
    users.map(({ clean }) => clean),
    settings,
    defaultTraining,
  );
  const scored = laneScores(users, calibrator, settings);
  const draw = () => random("bootstrap", corpus);
  return {
    users: users.length,
    blocks: scored.length,
    masquerades: scored.filter(({ positive }) => positive).length,
    ...figuresOf(scored, draw),
    folds: foldsOf(scored),
    shippedCalibrator: figuresOf(laneScores(users, shippedCalibrator, settings), draw),
    naiveBayes: figuresOf(naiveBayes(users, vocabulary), draw),
    settings: {
      corpus,
      calibrator: "trained on the users' own clean commands, peers as strangers; no label is read",
      lane: settings,
      training: defaultTraining,
      bootstrap: "users",
    },
  };
}
