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

/** What each bin of a histogram is worth. */
interface Worths {
  readonly asOf: number;
  readonly halfLife: number;
  /** In the order of the bins, so that equal histograms give equal sums to the last digit. */
  readonly bins: readonly (readonly [bin: number, worth: number])[];
}

/** A histogram is a value, and that of a cohort is asked thousands of times in the same epoch. */
const known = new WeakMap<CountTree, Worths>();

function worthsOf(histogram: CountTree, asOf: number, halfLife: number): Worths {
  const before = known.get(histogram);
  if (before?.asOf === asOf && before.halfLife === halfLife) return before;
  const worths: [bin: number, worth: number][] = [];
  for (const [bin, name] of bins.entries()) {
    const node = histogram.children.get(name);
    if (node !== undefined) worths.push([bin, decayed(node.counts, asOf, halfLife)]);
  }
  const now = { asOf, halfLife, bins: worths };
  known.set(histogram, now);
  return now;
}

/** How many past scores there are as of an epoch, and how many are in this score's bin or above (so ties count against surprise). */
export function rankOf(score: Bits, histogram: CountTree, asOf: number, halfLife: number): Rank {
  const from = Number(binOf(score));
  let below = 0;
  let atLeast = 0;
  for (const [bin, worth] of worthsOf(histogram, asOf, halfLife).bins) {
    if (bin < from) below += worth;
    else atLeast += worth;
  }
  return { atLeast, of: below + atLeast };
}
