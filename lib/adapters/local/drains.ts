/** Somebody who waits until each of these shards has been at its tip. */
export interface Drain {
  readonly shards: Set<string>;
  readonly resolve: () => void;
}

/** Keeps who waits for all shards to be read to their tips: a shard counts from the first look that begins afterwards. */
export function createDrains(shardIds: readonly string[]) {
  const open = new Set(shardIds);
  const drains = new Set<Drain>();

  function reach(shardId: string, asked: Iterable<Drain>): void {
    for (const drain of asked) {
      drain.shards.delete(shardId);
      if (drain.shards.size > 0) continue;
      drains.delete(drain);
      drain.resolve();
    }
  }

  return {
    /** Those who wait already; to be taken before a shard is looked at. */
    asked: (): readonly Drain[] => [...drains],
    /** A look found the shard at its tip, with nothing left to do. */
    reach,
    /** The shard is closed and done with. */
    end(shardId: string): void {
      open.delete(shardId);
      reach(shardId, [...drains]);
    },
    next: (): Promise<void> => new Promise((resolve) => void drains.add({ shards: new Set(open), resolve })),
  };
}
