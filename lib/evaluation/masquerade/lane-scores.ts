import type { Calibrator } from "../../identity/calibrator.js";
import { initialLane, judgeWindow, learnWindow } from "../../identity/lane.js";
import type { LaneSettings } from "../../identity/settings.js";
import type { CountTree } from "../../stats/count-tree.js";
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
    for (const commands of clean) lane = learnWindow(lane, { commands, epoch: 0 }, peers, settings).lane;
    return judged.map(({ commands, masquerade }) => {
      const { lane: next, judgement } = judgeWindow(lane, { commands, epoch: 0 }, peers, calibrator, settings);
      lane = next;
      return { user: name, score: judgement.odds, positive: masquerade };
    });
  });
}
