import type { Calibrator } from "../../identity/calibrator.js";
import { initialLane, judgeWindow, learnWindow, type Taught } from "../../identity/lane.js";
import type { LaneSettings } from "../../identity/settings.js";
import { withSteps } from "../../identity/usual.js";
import { type CountTree, emptyTree } from "../../stats/count-tree.js";
import type { User } from "./corpus.js";
import type { ScoredBlock } from "./figures.js";
import { everybodyElse } from "./peers.js";

/** The identity lane as it is deployed, one window for each block: in one pass in order, learning what it accepts itself. */
export function laneScores(
  users: readonly User[],
  calibrator: Calibrator,
  settings: LaneSettings,
): readonly ScoredBlock[] {
  const others = everybodyElse(users);
  return users.flatMap(({ name, clean, judged }, place) => {
    const peers = others[place] as CountTree;
    let lane = initialLane;
    let usual = emptyTree;
    const learn = (taught: Taught) => {
      lane = taught.lane;
      usual = withSteps(usual, taught.learned, settings);
    };
    for (const commands of clean) learn(learnWindow(lane, { commands, epoch: 0 }, { usual, peers }, settings));
    return judged.map(({ commands, masquerade }) => {
      const { judgement, ...taught } = judgeWindow(
        lane,
        { commands, epoch: 0 },
        { usual, peers },
        calibrator,
        settings,
      );
      learn(taught);
      return { user: name, score: judgement.odds, positive: masquerade };
    });
  });
}
