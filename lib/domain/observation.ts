import type { Signature } from "./command.js";
import type { ArgvFidelity, FormatName } from "./event.js";
import type { Impact } from "./impact.js";
import type { Probability } from "./units.js";

/** The kind of account an identity is; it changes priority and route, never whether it is judged. */
export type Trust = "trusted" | "service" | "unknown";

/** How sure we are who acted, and the clues: markers are evidence, never proof. */
export interface Attribution {
  readonly confidence: Probability;
  readonly evidence: readonly string[];
}

/** What detectors see of one command: redacted, with no raw text beyond `command` and `argv`. */
export interface Observation {
  readonly event: {
    readonly id: string;
    readonly format: FormatName;
    readonly time: string;
    readonly host: string | null;
  };
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
}
