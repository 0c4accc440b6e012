/**
 * Whole counts per epoch of event time: the state every baseline is made of.
 *
 * A flat list of pairs, oldest epoch first: `[epoch, count, epoch, count, ...]`. Because nothing but whole numbers is
 * kept, and decay is applied only when reading, adding two of them is exact in any order; fractions would not be.
 */
export type EpochCounts = readonly number[];

export const nothing: EpochCounts = [];

/** A count in one epoch. */
export const once = (epoch: number): EpochCounts => [epoch, 1];

/**
 * Both counts together, epoch by epoch. Commutative and associative; `sign` -1 takes the second out again.
 *
 * @example
 * add([10, 2, 12, 1], [11, 5, 12, 3]) // => [10, 2, 11, 5, 12, 4]
 * add([10, 2, 12, 1], [12, 1], -1) // => [10, 2]
 */
export function add(left: EpochCounts, right: EpochCounts, sign: 1 | -1 = 1): EpochCounts {
  const sum: number[] = [];
  let i = 0;
  let j = 0;
  while (i < left.length || j < right.length) {
    const a = left[i] ?? Number.POSITIVE_INFINITY;
    const b = right[j] ?? Number.POSITIVE_INFINITY;
    const count = (a <= b ? (left[i + 1] ?? 0) : 0) + (b <= a ? sign * (right[j + 1] ?? 0) : 0);
    if (count > 0) sum.push(Math.min(a, b), count);
    if (a <= b) i += 2;
    if (b <= a) j += 2;
  }
  return sum;
}

/**
 * The undecayed total.
 *
 * @example
 * total([10, 2, 12, 1]) // => 3
 */
export function total(counts: EpochCounts): number {
  let sum = 0;
  for (let i = 1; i < counts.length; i += 2) sum += counts[i] ?? 0;
  return sum;
}

/**
 * The count of one epoch.
 *
 * @example
 * countIn([10, 2, 12, 1], 12) // => 1
 */
export function countIn(counts: EpochCounts, epoch: number): number {
  for (let i = 0; i < counts.length; i += 2) if (counts[i] === epoch) return counts[i + 1] ?? 0;
  return 0;
}

/**
 * What the counts are worth as of an epoch, when a count loses half its worth every `halfLife` epochs:
 *
 *     worth = sum of count * 2^-((asOf - epoch) / halfLife)
 *
 * Counts from after `asOf` (late processing of an early event) are worth their full number, never more.
 *
 * @param halfLife in epochs; longer remembers more, shorter follows change sooner
 * @see Cormode, Shkapenyuk, Srivastava, Xu 2009, "Forward decay"
 * @example
 * decayed([10, 4, 12, 1], 12, 2) // => 3
 * decayed([13, 4], 12, 2) // => 4
 */
export function decayed(counts: EpochCounts, asOf: number, halfLife: number): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i += 2) {
    const age = asOf - (counts[i] ?? 0);
    const count = counts[i + 1] ?? 0;
    sum += age <= 0 ? count : count * fading(age, halfLife);
  }
  return sum;
}

/** 2^-(age / halfLife) from a table: the same few ages are asked millions of times. */
function fading(age: number, halfLife: number): number {
  if (halfLife !== table.halfLife) table = { halfLife, worths: [] };
  const known = table.worths[age];
  if (known !== undefined) return known;
  const worth = 2 ** (-age / halfLife);
  table.worths[age] = worth;
  return worth;
}

let table: { readonly halfLife: number; readonly worths: number[] } = { halfLife: 0, worths: [] };

/** The counts without the epochs before `oldest`. */
export function since(counts: EpochCounts, oldest: number): EpochCounts {
  let i = 0;
  while (i < counts.length && (counts[i] ?? 0) < oldest) i += 2;
  return i === 0 ? counts : counts.slice(i);
}
