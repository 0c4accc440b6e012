import type { Instant } from "../domain/units.js";

/** One file, or standard input, to be replayed. */
export interface Input {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** When it was written, for records that have no time of their own; null where nobody knows. */
  readonly arrived: Instant | null;
}

/** A sign of life during long work. */
export type Progress = (stage: "reading" | "judging", done: number, total?: number) => void;
