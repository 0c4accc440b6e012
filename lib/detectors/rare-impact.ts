import { tellingImpact } from "../domain/impact.js";
import { at } from "../stats/count-tree.js";
import { total } from "../stats/epoch-counts.js";
import type { Countable, Detector } from "./detector.js";
import { rarity, worth } from "./rarity.js";
import { told } from "./words.js";

/** With no history at all: nine in ten commands are harmless, any one kind of harm is one in two hundred. */
const unheardOf = { harmless: 0.9, harm: 0.005 };

/**
 * A kind of harm that this principal rarely or never does.
 *
 *     bits = rarity(class)
 *
 * An engineer who never deleted anything is news when she does, whatever program she uses for it; this is what lifts
 * recall at one alert in a thousand from a tenth to more than half (detection notes). Harmless commands score near
 * zero, so the score is defined for every command.
 *
 * To slip past it: do the kind of harm she does daily. Honest work trips it on the first clean-up, deploy or rotation
 * that was somebody else's task so far.
 */
export const rareImpact: Detector = {
  id: "rare-impact",

  paths: (observation) => [[classOf(observation)]],

  score(observation, pools, asOf) {
    const kind = classOf(observation);
    const prior = kind === "harmless" ? unheardOf.harmless : unheardOf.harm;
    return rarity(pools, asOf, prior, (counts) => worth(at(counts, [kind]), asOf));
  },

  because(observation, pools) {
    const kind = classOf(observation);
    return told(pools, `could do this kind of harm (${kind})`, (counts) => total(at(counts, [kind]).counts));
  },
};

const classOf = ({ impacts }: Countable): string => tellingImpact(impacts)?.class ?? "harmless";
