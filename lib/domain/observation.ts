import type { Signature } from "./command.js";
import type { ArgvFidelity, FormatName, Layer } from "./event.js";
import type { Impact } from "./impact.js";
import type { Instant, Probability } from "./units.js";

/** The kind of account an identity is; it changes priority and route, never whether it is judged. */
export type Trust = "trusted" | "service" | "unknown";

/** How sure we are who acted, and the clues: markers are evidence, never proof. */
export interface Attribution {
  readonly confidence: Probability;
  readonly evidence: readonly string[];
}

/**
 * How a command was seen: what tells one command that was seen twice from two commands. Hashes only, no text.
 */
export interface Sighting {
  readonly layer: Layer;
  /** The kind of record that showed it: two of one kind are two commands, unless one runs below the other. */
  readonly source: string;
  /** The command's words, without quotes and the program's folder. */
  readonly text: string;
  /** The program alone: what is left to compare where the shell expands the words (`rm *.log`). */
  readonly program: string;
  readonly expands: boolean;
  /** This process and those above it, from near to far; empty where the source knows no processes. */
  readonly line: readonly string[];
  /** The whole command line that it was part of, and its starter's: descent, where the source knows no processes. */
  readonly whole: string;
  readonly starter: string | null;
  readonly cwd: string | null;
  /** When it began; a record may be written at its end. */
  readonly startedAt: Instant;
  /** How much was known of who acted: a later look with a higher number replaces an earlier one. */
  readonly revision: number;
  /** All who could have acted are known, and no agent is among them. */
  readonly byHand: boolean;
  /** A later look found that another identity did it. */
  readonly withdrawn: boolean;
}

/** What detectors see of one command: redacted, with no raw text beyond `command` and `argv`. */
export interface Observation {
  readonly event: {
    readonly id: string;
    readonly format: FormatName;
    readonly time: string;
    readonly host: string | null;
  };
  /** Names this command of this event: a second delivery, and a later look at who acted, have the same name. */
  readonly name: string;
  /** Which of the event's commands this is, from 0. */
  readonly index: number;
  readonly identity: string;
  readonly trust: Trust;
  readonly agent: string | null;
  readonly session: string | null;
  readonly attribution: Attribution;
  readonly command: string;
  readonly argv: readonly string[];
  readonly argvFidelity: ArgvFidelity;
  readonly wrappers: readonly string[];
  readonly signature: Signature;
  /** Heaviest first; none means harmless. */
  readonly impacts: readonly Impact[];
  readonly sighting: Sighting;
}
