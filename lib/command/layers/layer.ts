/** A command that another command runs: its exact words, or a shell's text that must be read first. */
export type Inner =
  | { readonly kind: "argv"; readonly argv: readonly string[] }
  | {
      readonly kind: "script";
      readonly text: string;
      /** `$0`, `$1` ... of the script, where the caller gives them. */
      readonly positional?: readonly string[];
      /** Picked out of a program's code, where mistakes are the picker's. */
      readonly guessed?: boolean;
    }
  | {
      /** Text for a shell of Windows. */
      readonly kind: "cmd" | "powershell";
      readonly text: string;
    };

/** One layer taken off a command: what is inside, and whether the outside is a command of its own too. */
export interface Layer {
  /** The outer command, as it is to be kept; undefined when only its name matters. */
  readonly outer: readonly string[] | undefined;
  readonly inner: readonly Inner[];
  /** The inner command got what stood on standard input as its words or its text. */
  readonly consumes?: boolean;
}

/** What the rest of the source shows about a command's surroundings. */
export interface Surroundings {
  /** Text on standard input; `piped` when another command of the source wrote it. */
  readonly input?: { readonly text: string; readonly piped: boolean } | undefined;
  /** Text of files that the source itself writes, by name. */
  readonly files?: ReadonlyMap<string, string>;
}

export const script = (text: string): Inner => ({ kind: "script", text });

export const exact = (argv: readonly string[]): Inner => ({ kind: "argv", argv });
