import { tellingImpact } from "../domain/impact.js";
import type { Bits, Probability } from "../domain/units.js";
import { at, type CountTree } from "../stats/count-tree.js";
import { total } from "../stats/epoch-counts.js";
import type { AsOf, Countable, Detector, Moment, Pool, Pools } from "./detector.js";
import { rarity, worth } from "./rarity.js";
import { told } from "./words.js";

/** With no history at all: of the commands that do one kind of harm, one in ten comes soon after one given other kind. */
const unheardOf: Probability = 0.1;
/** What came before is a mild sign: what was done may be heavier than any order of doing it. */
const most: Bits = 6;

/**
 * A kind of harm soon after another kind, in one session, as this principal rarely or never does it.
 *
 *     bits = rarity(earlier kind, among commands of this kind),   prior = 0.1
 *     the most of them, over the kinds of this hour of the clock and the one before; 0 where there was none; not above 6
 *
 * Secrets are read, then something is sent; the lie of the land is learned, then another machine is entered. Each may be
 * her daily work, and what is not is told by `rare-impact`; the one after the other is a story, told with its second part.
 *
 * To slip past it: wait for two hours, take a new session, or do harm of one kind only. Honest work trips it when a
 * release follows a clean-up for the first time.
 */
export const rareSequence: Detector = {
  id: "rare-sequence",

  paths(observation, moment) {
    const kind = kindOf(observation);
    if (kind === undefined) return [];
    const before = othersBefore(observation, moment);
    return before.length === 0 ? [[kind, "alone"]] : before.map((other) => [kind, other]);
  },

  score(observation, pools, asOf) {
    const ofKind = among(pools, kindOf(observation) ?? "harmless");
    if (rarity(ofKind, asOf, unheardOf, () => 0) === undefined) return undefined;
    return Math.max(0, ...othersBefore(observation, asOf).map((other) => bitsOf(other, ofKind, asOf)));
  },

  because(observation, pools, moment) {
    const kind = kindOf(observation) ?? "harmless";
    const seen = (counts: CountTree, other: string) => total(at(counts, [kind, other]).counts);
    const own = (other: string) => seen(pools.own.counts, other);
    const [rarest = "nothing"] = othersBefore(observation, moment).toSorted((a, b) => own(a) - own(b));
    return told(pools, `could do this kind of harm (${kind}) soon after another (${rarest})`, (counts) =>
      seen(counts, rarest),
    );
  },
};

const kindOf = ({ impacts }: Countable): string | undefined => tellingImpact(impacts)?.class;

function othersBefore(observation: Countable, { earlier }: Moment): readonly string[] {
  const kind = kindOf(observation);
  return kind === undefined ? [] : earlier.filter((each) => each !== kind);
}

/** Of each history only the commands of one kind of harm. */
function among({ own, peers }: Pools, kind: string): Pools {
  const ofKind = (pool: Pool): Pool => ({ ...pool, counts: at(pool.counts, [kind]) });
  return { own: ofKind(own), peers: peers.map(ofKind) };
}

const bitsOf = (other: string, ofKind: Pools, asOf: AsOf): Bits =>
  Math.min(most, rarity(ofKind, asOf, unheardOf, (counts) => worth(at(counts, [other]), asOf)) ?? 0);
