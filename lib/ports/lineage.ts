/** What one batch of telemetry tells of a host's processes. */
export interface Packet<Content> {
  readonly host: string;
  /** Names the write: a batch that is repeated writes the same again, and no other one does. */
  readonly id: string;
  /** For how long it matters: `brief` while descendants may still arrive in the wrong order, `lasting` while the processes may start others. */
  readonly term: "brief" | "lasting";
  /** Plain JSON of 300 KB at most; what is more is put in several packets. */
  readonly content: Content;
}

/** Packets that were read, and from where to go on. */
export interface Read<Content> {
  readonly packets: readonly Packet<Content>[];
  readonly cursor: string;
  /** These are all that still matter, and not only what came since: what was known before may be forgotten. */
  readonly whole: boolean;
}

/**
 * What hosts' processes have left behind, put by many writers at once.
 *
 * Packets only add to each other, so nobody waits for anybody. A read has every packet whose put had ended when it
 * began. So whoever puts first and reads then can miss nothing: of two that put at the same time, at least one reads
 * what the other has put.
 */
export interface Lineage<Content> {
  put(packets: readonly Packet<Content>[]): Promise<void>;
  /**
   * A host's packets, in the order they were put: all that still matter without a cursor, or with one that is an hour
   * old; else the brief ones since. Some may come twice. Of a flood the newest come, and the rest is forgotten.
   */
  since(host: string, cursor: string | null): Promise<Read<Content>>;
}
