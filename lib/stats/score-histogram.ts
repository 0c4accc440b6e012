import type { Bits } from "../domain/units.js";
import type { Rank } from "./conformal.js";
import { type CountTree, seed } from "./count-tree.js";
import { decayed, type EpochCounts } from "./epoch-counts.js";

/** Bits per bin: fine enough that neighbours are alike, coarse enough that a life of scores fits 256 bins. */
const width: Bits = 0.25;
const lastBin = 255;

/**
 * The bin of a score, as the name of a node; scores beyond 64 bits share the last one.
 *
 * @example
 * binOf(0) // => "0"
 * binOf(10.3) // => "41"
 * binOf(1000) // => "255"
 */
export const binOf = (score: Bits): string => String(Math.min(lastBin, Math.max(0, Math.floor(score / width))));

const bins: readonly string[] = Array.from({ length: lastBin + 1 }, (_, bin) => String(bin));

/** One score, as a histogram to merge into others: a count tree whose children are bins. */
export const oneScore = (score: Bits, counts: EpochCounts): CountTree => seed([binOf(score)], counts);

/** How many past scores there are as of an epoch, and how many are in this score's bin or above (so ties count against surprise). */
export function rankOf(score: Bits, histogram: CountTree, asOf: number, halfLife: number): Rank {
  const from = Number(binOf(score));
  let below = 0;
  let atLeast = 0;
  // In the order of the bins, so that equal histograms give equal sums to the last digit.
  for (const [bin, name] of bins.entries()) {
    const node = histogram.children.get(name);
    if (node === undefined) continue;
    const worth = decayed(node.counts, asOf, halfLife);
    if (bin < from) below += worth;
    else atLeast += worth;
  }
  return { atLeast, of: below + atLeast };
}
