import type { Probability } from "../domain/units.js";

/** What was counted of one symbol after another. */
export interface Followed {
  /** The symbol after the other one, and the other one. */
  readonly pair: number;
  readonly before: number;
  /** The symbol anywhere, and all symbols. */
  readonly symbol: number;
  readonly all: number;
}

/** How a history speaks of what it has rarely or never seen. */
export interface Smoothing {
  /** Mass of a symbol never seen, in sightings; smaller trusts the history sooner. */
  readonly alpha: number;
  /** How many symbols there might be. */
  readonly vocabulary: number;
  /** Sightings of the symbol before, until what followed it outweighs what is usual anywhere. */
  readonly strength: number;
}

/**
 * The chance of a symbol after another one: additive smoothing, and a Dirichlet back-off from the pair to the symbol.
 *
 *     p(x)     = (n(x) + alpha) / (N + alpha V)
 *     p(x | w) = (n(w,x) + strength p(x)) / (n(w) + strength)
 *
 * @see Mackay and Peto 1995, "A hierarchical Dirichlet language model"
 * @example
 * backedOff({ pair: 0, before: 0, symbol: 0, all: 0 }, { alpha: 1, vocabulary: 100, strength: 5 }) // => 0.01
 * backedOff({ pair: 8, before: 10, symbol: 20, all: 100 }, { alpha: 0, vocabulary: 100, strength: 5 }) // => 0.6
 */
export function backedOff(
  { pair, before, symbol, all }: Followed,
  { alpha, vocabulary, strength }: Smoothing,
): Probability {
  const anywhere = (symbol + alpha) / (all + alpha * vocabulary);
  return (pair + strength * anywhere) / (before + strength);
}
