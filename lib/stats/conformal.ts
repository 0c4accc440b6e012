import type { Probability } from "../domain/units.js";

/** Past scores seen as one question: how many are there, and how many were at least as high as this one? */
export interface Rank {
  readonly atLeast: number;
  readonly of: number;
  /** How many of them are her peers', not her own. */
  readonly borrowed?: number;
}

/**
 * Her own scores, topped up with her peers' while she has fewer than `enough`.
 *
 *     k = min(peers.of, max(0, enough - own.of))
 *     pool = own + k scores, of which the share peers.atLeast / peers.of are as high
 *
 * @param askPeers asked only when her own are too few
 * @param enough scores; how long the peers are listened to
 * @example
 * topUp({ atLeast: 0, of: 400 }, () => ({ atLeast: 9, of: 9000 }), 1000) // => { atLeast: 0.6, of: 1000, borrowed: 600 }
 * topUp({ atLeast: 2, of: 12403 }, () => ({ atLeast: 9, of: 9000 }), 1000) // => { atLeast: 2, of: 12403 }
 */
export function topUp(own: Rank, askPeers: () => Rank, enough: number): Rank {
  if (own.of >= enough) return own;
  const peers = askPeers();
  if (peers.of === 0) return own;
  const borrowed = Math.min(peers.of, enough - own.of);
  return { atLeast: own.atLeast + (borrowed * peers.atLeast) / peers.of, of: own.of + borrowed, borrowed };
}

/**
 * The chance that a command as ordinary as the past ones scores this high: a conformal p-value.
 *
 *     p = (1 + atLeast) / (1 + of)
 *
 * Valid whatever the score means, as long as the future is exchangeable with the past; drift makes it slightly too
 * small. It can never be below 1 / (number of scores + 1): not more is claimed than is known.
 *
 * @see Vovk, Gammerman, Shafer 2005, "Algorithmic Learning in a Random World"; Bates et al. 2023, Ann. Stat. 51(1)
 * @example
 * conformal({ atLeast: 0, of: 12403 }) // => 0.0000806
 * conformal({ atLeast: 1, of: 999 }) // => 0.002
 */
export const conformal = ({ atLeast, of }: Rank): Probability => (1 + atLeast) / (1 + of);
