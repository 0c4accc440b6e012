/** One file, or standard input, to be replayed. */
export interface Input {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A sign of life during long work. */
export type Progress = (stage: "reading" | "judging", done: number, total?: number) => void;
