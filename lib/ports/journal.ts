/** What a journal holds under one key: the newest snapshot, the entries after it, and how many writes there have been. */
export interface Kept<Snapshot, Entry> {
  readonly snapshot: Snapshot | null;
  readonly entries: readonly Entry[];
  /** 0 when nothing was ever written; the next write must name it. */
  readonly version: number;
}

/** The write took effect, or somebody else's did first: load again and fold again. */
export type Saved = "saved" | "conflict";

/**
 * One identity's memory, as a snapshot and the entries since: a write of one batch costs what the batch changed, not
 * what is known.
 *
 * Every write is conditional on the version that was loaded, so two writers can never both take effect.
 */
export interface Journal<Snapshot, Entry> {
  load(key: string): Promise<Kept<Snapshot, Entry>>;
  /** Adds one entry as version + 1. */
  append(key: string, version: number, entry: Entry): Promise<Saved>;
  /** Writes a snapshot of everything up to now as version + 1; entries before it are not read again. */
  replace(key: string, version: number, snapshot: Snapshot): Promise<Saved>;
}
