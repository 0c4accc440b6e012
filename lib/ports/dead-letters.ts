/** A record that could not be read, with its bytes: encrypted at rest, expiring, and read only by a redrive. */
export interface DeadLetter {
  /** Names the place it came from, so that a repeated batch writes it once: stream, shard, sequence number, sub-record. */
  readonly id: string;
  readonly reason: string;
  readonly bytes: Uint8Array;
}

export interface DeadLetters {
  put(letters: readonly DeadLetter[]): Promise<void>;
}
