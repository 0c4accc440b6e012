import { notable, tellingImpact } from "../domain/impact.js";
import type { Probability } from "../domain/units.js";
import type { CountTree } from "../stats/count-tree.js";
import { total } from "../stats/epoch-counts.js";
import type { Countable, Detector } from "./detector.js";
import { rarity, worth } from "./rarity.js";
import { told } from "./words.js";

/** With no history at all: one command in a hundred is notable, and twice the weight is twelve times as rare, as in real agents' histories: 2^3.6. */
const unheardOf = { harmless: 0.9, notable: 0.01, exponent: 3.6 };

/**
 * Harm as heavy as this, or heavier, that this principal rarely or never does.
 *
 *     bits = rarity(weight or more),  prior = 0.01 * (weight / 0.3)^-3.6
 *
 * Weights of ordinary commands fall off as a power: many clear a folder, few force a push, hardly any wipe a disk. So
 * what weighs more needs less else to be odd about it, and a day full of small clean-ups makes no wipe usual.
 *
 * To slip past it: do much light harm instead of one heavy one. Honest work trips it when somebody is given rights, and
 * tasks, that she did not have.
 */
export const heavyImpact: Detector = {
  id: "heavy-impact",

  paths: (observation) => [[String(bandOf(observation))]],

  score(observation, pools, asOf) {
    const band = bandOf(observation);
    return rarity(pools, asOf, priorOf(observation), (counts) =>
      fromBand(counts, band).reduce((sum, node) => sum + worth(node, asOf), 0),
    );
  },

  because(observation, pools) {
    const band = bandOf(observation);
    const done =
      band === 0 ? "could do no harm worth naming" : `could do harm this heavy (${band / bands} of 1, or more)`;
    return told(pools, done, (counts) => fromBand(counts, band).reduce((sum, node) => sum + total(node.counts), 0));
  },
};

/** Weights are written to the twentieth. */
const bands = 20;

/** 0 for harmless; else the weight, in twentieths. */
const bandOf = ({ impacts }: Countable): number => Math.round((tellingImpact(impacts)?.weight ?? 0) * bands);

/** Counts of a band and all that are heavier, in the order of their names; of the harmless only their own. */
const fromBand = ({ children }: CountTree, band: number): readonly CountTree[] =>
  [...children]
    .filter(([name]) => (band === 0 ? name === "0" : Number(name) >= band))
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, node]) => node);

function priorOf({ impacts }: Countable): Probability {
  const impact = tellingImpact(impacts);
  if (impact === undefined) return unheardOf.harmless;
  return unheardOf.notable * Math.max(1, impact.weight / notable) ** -unheardOf.exponent;
}
