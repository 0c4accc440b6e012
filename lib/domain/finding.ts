import type { FormatName } from "./event.js";
import type { Impact } from "./impact.js";
import type { Attribution, Trust } from "./observation.js";
import type { Bits, Probability } from "./units.js";

/** Quiet is normal, watch is counted and shown in reports, find is told. */
export type Verdict = "quiet" | "watch" | "find";

/**
 * How far a command goes if it does harm: her own files, the whole machine, what others use as well, or everything there
 * is of that: production, an account, a cluster.
 */
export type Reach = "own" | "machine" | "shared" | "everything";

/** How often something was seen, and in how much. */
export interface Tally {
  readonly seen: number;
  readonly of: number;
}

/** What deviated, for a person and in the same numbers: how much was seen, and how much was to be expected. */
export interface Clause {
  readonly because: string;
  /** How often it was seen of her, in so many of her commands; null where nothing is counted. */
  readonly seen: number | null;
  readonly of: number | null;
  /** How often it was to be expected among as many; null where nobody can say. */
  readonly expected: number | null;
  /** How often it was seen of her widest group of peers. */
  readonly peers: Tally | null;
}

/** A clause in which nothing is counted. */
export const inWords = (because: string): Clause => ({ because, seen: null, of: null, expected: null, peers: null });

/** One detector's score and the clause that explains it. */
export interface Evidence extends Clause {
  readonly detector: string;
  readonly bits: Bits;
}

/** How rare a score is, and among whose scores. */
export interface Rarity {
  /** The chance that a command as ordinary as the past ones scores this high. */
  readonly pValue: Probability;
  /** The detectors' bits together. */
  readonly bits: Bits;
  /** Whose past scores these are: her own, while she is young her peers', or nobody's yet. */
  readonly basis: "own" | "peers" | "nobody";
  /** How many of those scores, after decay, are as high; and how many there are. */
  readonly atLeast: number;
  readonly of: number;
  /** How many of them were borrowed from her peers, because her own are too few. */
  readonly borrowed: number;
}

/** A kept judgement on one command, or on an identity that stopped behaving like itself. */
export interface Finding {
  readonly id: string;
  readonly time: string;
  readonly identity: string;
  readonly agent: string | null;
  readonly session: string | null;
  readonly host: string | null;
  readonly command: string;
  /** The command's shape, as it is counted, and as `policy.learning.expected` names it; null like `impact`. */
  readonly signature: string | null;
  /** Null where the finding is about the identity as a whole: then the window is in `evidence`. */
  readonly impact: Impact | null;
  readonly rarity: Rarity;
  readonly reach: Reach;
  readonly priority: number;
  readonly verdict: "find";
  readonly attribution: Attribution;
  readonly trust: Trust;
  readonly evidence: readonly Evidence[];
  /** What the principal runs most, with shares: beside what she ran now. */
  readonly usual: readonly string[];
  readonly event: { readonly id: string; readonly format: FormatName };
  readonly incident: string;
}
