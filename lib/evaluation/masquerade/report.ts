import { defaultLane, type LaneSettings } from "../../identity/settings.js";
import { shippedCalibrator } from "../../identity/shipped-calibrator.js";
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
  readonly naiveBayes: Figures;
  readonly settings: {
    readonly corpus: string;
    readonly calibrator: string;
    readonly lane: LaneSettings;
    readonly bootstrap: "users";
  };
}

/**
 * How well masquerades are told: the identity lane as it is deployed, beside naive Bayes with updating.
 *
 * The calibrator is the one that is shipped, which has seen none of these users. Of the corpus only the size of its
 * vocabulary is told the lane beforehand.
 */
export function masqueradeReport(users: readonly User[], corpus: string): MasqueradeReport {
  const vocabulary = vocabularyOf(users);
  const { self, peers } = defaultLane;
  const settings = { ...defaultLane, self: { ...self, vocabulary }, peers: { ...peers, vocabulary } };
  const scored = laneScores(users, shippedCalibrator, settings);
  const draw = () => random("bootstrap", corpus);
  return {
    users: users.length,
    blocks: scored.length,
    masquerades: scored.filter(({ positive }) => positive).length,
    ...figuresOf(scored, draw),
    folds: foldsOf(scored),
    naiveBayes: figuresOf(naiveBayes(users, vocabulary), draw),
    settings: {
      corpus,
      calibrator: "shipped: trained on invented people; no user of this corpus, and no label, was read for it",
      lane: settings,
      bootstrap: "users",
    },
  };
}
