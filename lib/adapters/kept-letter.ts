import type { DeadLetter } from "../ports/dead-letters.js";

/** A dead letter as it is kept: its bytes may be only the beginning. */
export interface KeptLetter extends DeadLetter {
  /** Bytes of the tail that were cut off; 0 when it is whole. */
  readonly cutBytes: number;
}

/** DynamoDB takes items of 400 KB; the rest is for id, reason and what gzip adds to bytes that do not shrink. */
const mostBytes = 350 * 1024;

/** A letter within the bound, the tail cut. A redrive can only show a cut letter, not send it again. */
export const keep = (letter: DeadLetter): KeptLetter => ({
  ...letter,
  bytes: letter.bytes.slice(0, mostBytes),
  cutBytes: Math.max(0, letter.bytes.length - mostBytes),
});
