import type { Trust } from "./observation.js";
import type { Probability } from "./units.js";

/** One principal as a whole: who acts here, since when, how much, and how we know. */
export interface InventoryRow {
  readonly identity: string;
  /** Null for a person's own hands. */
  readonly agent: string | null;
  readonly trust: Trust;
  readonly commands: number;
  /** Distinct sessions, as far as the sources tell them apart; 0 where none does. */
  readonly sessions: number;
  readonly hosts: readonly string[];
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly confidence: { readonly min: Probability; readonly median: Probability; readonly max: Probability };
  /** What attribution rests on, the strongest clue first, with how many commands show it. */
  readonly evidence: readonly { readonly clue: string; readonly commands: number }[];
  /** Commands with a notable impact. */
  readonly notable: number;
  /** How often this identity was seen to start this agent so that it acts without asking. */
  readonly unattended: number;
}

/** An agent that was started and of which nothing else was seen: it ran where no sensor looks, or did nothing. */
export interface UnseenAgent {
  readonly identity: string;
  readonly agent: string;
  readonly starts: number;
  readonly unattended: number;
}

/** Which agents run under which identities. */
export interface Inventory {
  /** By identity; her own hands before her agents, and those by name. */
  readonly rows: readonly InventoryRow[];
  readonly unseen: readonly UnseenAgent[];
}
