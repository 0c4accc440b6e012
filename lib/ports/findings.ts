import type { Finding } from "../domain/finding.js";

/**
 * The findings, and the outbox of those that nobody has been told.
 *
 * Putting is idempotent by id: a batch that is repeated puts nothing new, and what was sent stays sent.
 */
export interface Findings {
  /** Puts what is not there yet; gives back those that were new, in order. */
  put(findings: readonly Finding[]): Promise<readonly Finding[]>;
  /**
   * Replaces those that are there, the last of each id, and leaves told what was told; gives back those that are not
   * there, in order.
   */
  revise(findings: readonly Finding[]): Promise<readonly Finding[]>;
  /** Findings not sent yet, oldest first; at most so many. */
  unsent(limit: number): Promise<readonly Finding[]>;
  /** Marks as sent; ids that are not there are ignored. */
  markSent(ids: readonly string[]): Promise<void>;
}
