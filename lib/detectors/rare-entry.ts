import { tellingImpact } from "../domain/impact.js";
import { at } from "../stats/count-tree.js";
import { total } from "../stats/epoch-counts.js";
import type { Countable, Detector } from "./detector.js";
import { rarity, worth } from "./rarity.js";
import { told } from "./words.js";

/** With no history at all: nine in ten commands are harmless, any one entry of the catalogue is one in a thousand. */
const unheardOf = { harmless: 0.9, entry: 0.001 };

/**
 * The very harm, one entry of the catalogue, that this principal rarely or never does.
 *
 *     bits = rarity(entry)
 *
 * Who clears build folders every day is used to destroying, and still never drops a database: within a kind of harm
 * this tells the entries apart, where the kind alone has become usual.
 *
 * To slip past it: do harm that the catalogue files under an entry she does daily. Honest work trips it on the first use
 * of anything that can hurt; `unusual-command` and her peers say whether that is news to anybody.
 */
export const rareEntry: Detector = {
  id: "rare-entry",

  paths: (observation) => [[entryOf(observation)]],

  score(observation, pools, asOf) {
    const entry = entryOf(observation);
    const prior = entry === "harmless" ? unheardOf.harmless : unheardOf.entry;
    return rarity(pools, asOf, prior, (counts) => worth(at(counts, [entry]), asOf));
  },

  because(observation, pools) {
    const entry = entryOf(observation);
    return told(pools, `did exactly this (${entry})`, (counts) => total(at(counts, [entry]).counts));
  },
};

const entryOf = ({ impacts }: Countable): string => tellingImpact(impacts)?.id ?? "harmless";
