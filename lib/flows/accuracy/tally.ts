import type { Probability } from "../../domain/units.js";
import type { Command } from "../../sample/tree/process.js";
import { wilson } from "../../stats/wilson.js";
import { type Compared, isAgents, isHers } from "./compare.js";

/** How often it was right who acted: shares of all observations. */
export interface Accuracy {
  readonly observations: number;
  readonly identityAccuracy: Probability;
  readonly agentAccuracy: Probability;
  /** Both are right. */
  readonly accuracy: Probability;
  /** Wilson's of 95 %, of `accuracy`. */
  readonly interval: readonly [low: Probability, high: Probability];
  /** Commands that there were; those of which nothing was told; and how often one was told of again. */
  readonly counted: { readonly commands: number; readonly missed: number; readonly again: number };
}

/** Counts that can be added. */
export interface Tally {
  readonly observations: number;
  readonly identity: number;
  readonly agent: number;
  readonly both: number;
  readonly commands: number;
  readonly missed: number;
  readonly again: number;
}

export const emptyTally: Tally = {
  ...{ observations: 0, identity: 0, agent: 0, both: 0 },
  ...{ commands: 0, missed: 0, again: 0 },
};

/** @param commands all that a sensor could have told of */
export function tallyOf(compared: readonly Compared[], commands: ReadonlySet<Command>): Tally {
  const told = compared.flatMap(({ command }) => command ?? []);
  const once = new Set(told);
  return {
    observations: compared.length,
    identity: compared.filter(isHers).length,
    agent: compared.filter(isAgents).length,
    both: compared.filter((one) => isHers(one) && isAgents(one)).length,
    commands: commands.size,
    missed: commands.size - once.size,
    again: compared.length - once.size,
  };
}

export const added = (one: Tally, other: Tally): Tally => ({
  observations: one.observations + other.observations,
  identity: one.identity + other.identity,
  agent: one.agent + other.agent,
  both: one.both + other.both,
  commands: one.commands + other.commands,
  missed: one.missed + other.missed,
  again: one.again + other.again,
});

/** Shares to a hundredth of a percent; more digits would be noise. */
const rounded = (share: number): Probability => Math.round(share * 10_000) / 10_000;

export function accuracyOf({ observations, identity, agent, both, ...counted }: Tally): Accuracy {
  const [low, high] = wilson(both, observations);
  const shareOf = (hits: number): Probability => (observations === 0 ? 0 : rounded(hits / observations));
  return {
    observations,
    identityAccuracy: shareOf(identity),
    agentAccuracy: shareOf(agent),
    accuracy: shareOf(both),
    interval: [rounded(low), rounded(high)],
    counted,
  };
}
