import type { Bits, Probability } from "../domain/units.js";
import { surprise } from "../stats/bits.js";
import type { CountTree } from "../stats/count-tree.js";
import { decayed } from "../stats/epoch-counts.js";
import { smoothedRate } from "../stats/smoothed-rate.js";
import { trusted } from "../stats/trusted.js";
import type { AsOf, Pools } from "./detector.js";

/** Commands of a nearer history that outweigh the wider one. */
const strength = 10;
/** Commands that a history speaks with at most: five times the strength. From 50 to 100, and a strength from 10 to 20, measure alike. */
const most = 50;

/**
 * How rarely something is done, in bits: rarely among everyone, among her peers, and by herself.
 *
 *     rate = Beta-smoothed from the prior, to everyone, to her peers, to herself; each with the weight of 50 commands at most
 *     bits = -log2 rate
 *
 * Undefined when nobody has a history.
 *
 * @param seenIn how often it was done, of one history's counts
 * @param prior its rate where nothing is known
 */
export function rarity(
  { own, peers }: Pools,
  asOf: AsOf,
  prior: Probability,
  seenIn: (counts: CountTree) => number,
): Bits | undefined {
  if (own.commands === 0 && peers.every((peer) => peer.commands === 0)) return undefined;
  let rate = prior;
  for (const { counts } of [...peers].reverse().concat(own)) {
    const { seen, total } = trusted({ seen: seenIn(counts), total: worth(counts, asOf) }, most);
    rate = smoothedRate(seen, total, rate, strength);
  }
  return surprise(Math.min(1, rate));
}

/** What a node's count is worth now. */
export const worth = ({ counts }: CountTree, { epoch, halfLife }: AsOf): number => decayed(counts, epoch, halfLife);
