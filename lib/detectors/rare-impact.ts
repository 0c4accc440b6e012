import { tellingImpact } from "../domain/impact.js";
import { surprise } from "../stats/bits.js";
import { at, type CountTree } from "../stats/count-tree.js";
import { decayed, total } from "../stats/epoch-counts.js";
import { smoothedRate } from "../stats/smoothed-rate.js";
import type { AsOf, Countable, Detector, Pool } from "./detector.js";
import { amongPeers, tally } from "./words.js";

/** Her own commands that outweigh her peers; measured best among 5 to 100 (detection notes, "prior strength 20"). */
const strength = 20;
/** With no history at all: nine in ten commands are harmless, any one kind of harm is one in two hundred. */
const unheardOf = { harmless: 0.9, harm: 0.005 };

/**
 * A kind of harm that this principal rarely or never does.
 *
 *     bits = -log2 rate(class),  rate = Beta-smoothed from everyone, to her peers, to herself
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

  score(observation, { own, peers }, asOf) {
    if (own.commands === 0 && peers.every((peer) => peer.commands === 0)) return undefined;
    const kind = classOf(observation);
    let rate = kind === "harmless" ? unheardOf.harmless : unheardOf.harm;
    for (const pool of [...peers].reverse().concat(own)) {
      rate = smoothedRate(worth(at(pool.counts, [kind]), asOf), worth(pool.counts, asOf), rate, strength);
    }
    return surprise(rate);
  },

  because(observation, { own, peers }) {
    const kind = classOf(observation);
    const seen = ({ counts }: Pool) => total(at(counts, [kind]).counts);
    const widest = peers.at(-1);
    const done = `could do this kind of harm (${kind})`;
    return tally(seen(own), own, done) + (widest === undefined ? "" : amongPeers(seen(widest), widest));
  },
};

const classOf = ({ impacts }: Countable): string => tellingImpact(impacts)?.class ?? "harmless";

const worth = ({ counts }: CountTree, { epoch, halfLife }: AsOf): number => decayed(counts, epoch, halfLife);
