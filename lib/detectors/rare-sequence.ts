import { tellingImpact } from "../domain/impact.js";
import type { Bits } from "../domain/units.js";
import { at } from "../stats/count-tree.js";
import { total } from "../stats/epoch-counts.js";
import type { AsOf, Countable, Detector, Moment, Pool, Pools } from "./detector.js";
import { rarity, worth } from "./rarity.js";
import { amongPeers, tally } from "./words.js";

/** With no history at all: one command in two hundred does one given kind of harm shortly after another. */
const unheardOf = 0.005;

/**
 * A kind of harm soon after another kind, in one session, as this principal rarely or never does.
 *
 *     bits = the most of rarity(earlier kind, kind), over the kinds of this hour and the one before;  0 where there was none
 *
 * Secrets are read, and then something is sent; the lie of the land is learned, and then another machine is entered. Each
 * may be a day's work of hers. One after the other they are a story, and it is told with the second.
 *
 * To slip past it: wait for two hours, take a new session, or do harm of one kind only. Honest work trips it when a
 * clean-up follows a release for the first time.
 */
export const rareSequence: Detector = {
  id: "rare-sequence",

  paths(observation, moment) {
    const pairs = pairsOf(observation, moment);
    return pairs.length === 0 ? [["alone"]] : pairs;
  },

  score(observation, pools, asOf) {
    if (rarity(pools, asOf, 1, () => 0) === undefined) return undefined;
    return Math.max(0, ...pairsOf(observation, asOf).map((pair) => bitsOf(pair, pools, asOf)));
  },

  because(observation, { own, peers }, moment) {
    const seen = ({ counts }: Pool, pair: Pair) => total(at(counts, pair).counts);
    const [rarest = ["nothing", "nothing"]] = [...pairsOf(observation, moment)].sort((a, b) => seen(own, a) - seen(own, b));
    const widest = peers.at(-1);
    return (
      tally(seen(own, rarest), own, `could do this kind of harm (${rarest[1]}) so soon after another (${rarest[0]})`) +
      (widest === undefined ? "" : amongPeers(seen(widest, rarest), widest))
    );
  },
};

type Pair = readonly [earlier: string, kind: string];

function pairsOf({ impacts }: Countable, { earlier }: Moment): readonly Pair[] {
  const kind = tellingImpact(impacts)?.class;
  return kind === undefined ? [] : earlier.filter((each) => each !== kind).map((each) => [each, kind]);
}

const bitsOf = (pair: Pair, pools: Pools, asOf: AsOf): Bits =>
  rarity(pools, asOf, unheardOf, (counts) => worth(at(counts, pair), asOf)) ?? 0;
