import type { Calibrator } from "./calibrator.js";

/** Made by `npm run train:calibrator` from invented people; version 1. What a deployment has until it trains its own. */
export const shippedCalibrator: Calibrator = {
  bias: -1.332,
  weights: {
    score: 0.1059,
    commands: 0,
    commandsClipped: -0.002698,
    meanOfSteps: 0.7915,
    borrowedCommands: 0,
    borrowedKinds: 0,
    novelCommands: 0,
    novelKinds: 0,
    newSteps: 0,
    kinds: 0,
    surprise: 0,
    recentGain: 0,
    worstQuarter: 0,
    ownCommands: 0,
    usualScore: 0,
    usualSpread: 0,
    highestScore: 0,
    standing: 0,
    aboveHighest: 0,
    scoreLog: 0,
    commandsLog: 0,
    standingLog: 0,
    borrowedLog: 0,
    novelLog: 0,
    experience: 0,
  },
};
