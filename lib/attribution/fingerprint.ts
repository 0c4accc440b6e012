import type { Probability } from "../domain/units.js";

/** A variable that an agent sets for what it starts. */
export interface Marker {
  readonly name: string;
  /** What its value must be; `*` stands for any text, alone for anything but nothing. */
  readonly value: string;
  /** How sure it makes us alone. */
  readonly confidence: Probability;
  /** Where the number comes from, for people. */
  readonly note: string;
}

/** How one agent shows itself in process telemetry. Data: agents rename, and their wrappers change between versions. */
export interface Fingerprint {
  /** The name all output uses. */
  readonly agent: string;
  /** Other spellings that sensors and people use, in kebab-case. */
  readonly aliases: readonly string[];
  /** Base names of its executables and of its script when an interpreter runs it; lower case, no `.exe`. */
  readonly binaries: readonly string[];
  /** Pieces of the path of its executable or script, with `/` for every separator; lower case. */
  readonly paths: readonly string[];
  /** Pieces of the paths of other programs that have its name. */
  readonly namesakes: readonly string[];
  /** Python modules: `python -m aider`. */
  readonly modules: readonly string[];
  /** How sure the binary's name alone makes us; lower where other programs share it. */
  readonly confidence: Probability;
  readonly environment: readonly Marker[];
  /** Variables that hold the id of its session, the best first. */
  readonly sessionVariables: readonly string[];
  /** Words that belong to it in commit trailers and wrappers; for people, not matched. */
  readonly evidence: readonly string[];
  /** When somebody last looked at a real installation or its source. */
  readonly verifiedOn: string;
}

/** Most agents have few of the signs: an entry says which, and takes the rest from here. */
export const noSigns = {
  aliases: [],
  binaries: [],
  paths: [],
  namesakes: [],
  modules: [],
  environment: [],
  sessionVariables: [],
  evidence: [],
} as const satisfies Partial<Fingerprint>;

/** One hop from an agent's own binary; whatever can be forged stays below 1. */
export const sure: Probability = 0.8;

/** Another well-known program has the same name: goose migrates databases, copilot deploys containers, q is a query tool. */
export const shared: Probability = 0.6;

/** A variable that the agent's own source or a recorded run shows, and that no person's terminal has. */
export const marked: Probability = 0.85;

/** A variable that others report of the agent; nobody of us has seen it. */
export const reported: Probability = 0.7;

/** A variable that a person's terminal, a person's settings or another agent may have as well: a hint, no more. */
export const hinted: Probability = 0.5;
