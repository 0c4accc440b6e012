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

/** One detector's score and the clause that explains it to a person. */
export interface Evidence {
  readonly detector: string;
  readonly bits: Bits;
  readonly because: string;
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
