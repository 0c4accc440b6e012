import type { Impact } from "../domain/impact.js";
import type { TargetClass } from "../domain/reading.js";

/**
 * What must be true of one parsed command; everything that is named must hold.
 *
 * A list means any of its members. A word may end in `*`, which stands for any ending: `delete-*`.
 * A pattern is the source of a regular expression, matched case-insensitively against single arguments; it is
 * reviewed to run in linear time (no nested or adjacent unbounded repeats over the same characters).
 */
export interface Conditions {
  /** Its program. Left out by the few entries that hold for every program. */
  readonly program?: string | readonly string[];
  /** How its verb path and operands begin: `"s3 rb"`, `"rds delete-*"`. Never holds when it only asks for `--help`. */
  readonly verb?: string | readonly string[];
  readonly anyFlag?: readonly string[];
  readonly allFlags?: readonly string[];
  readonly unlessFlag?: readonly string[];
  /** What an operand or an option's value points at. */
  readonly target?: readonly TargetClass[];
  readonly unlessTarget?: readonly TargetClass[];
  /** What a redirection writes to. */
  readonly writes?: readonly TargetClass[];
  /** Patterns, one of which the path of the program itself fits: `/tmp/x`. */
  readonly startedFrom?: readonly string[];
  /** Patterns, one of which a file fits that a redirection writes to. */
  readonly writesTo?: readonly string[];
  /** Patterns, one of which some argument fits. */
  readonly anyArgument?: readonly string[];
  /** Patterns, one of which another argument fits: for two things that stand in different places. */
  readonly andArgument?: readonly string[];
  readonly unlessArgument?: readonly string[];
  /** A program earlier in its pipeline. */
  readonly upstream?: readonly string[];
  /** A program later in its pipeline. */
  readonly downstream?: readonly string[];
  /** Something that was unwrapped to find it: `sudo`, `ssh`. */
  readonly wrapper?: readonly string[];
  readonly minOperands?: number;
}

/** One thing a command could do, with how to recognise it; data only, and it carries its own tests. */
export interface CatalogueEntry extends Impact {
  readonly when: Conditions;
  /** What it can do: a clause fit for an alert. */
  readonly because: string;
  /** The honest work that also looks like this. */
  readonly falsePositives: string;
  /** One sentence for an analyst at 3 a.m. */
  readonly whatToDo: string;
  /** Public documentation of what the command does. */
  readonly reference: string;
  /** Command lines in which this is found; one of them wrapped. */
  readonly matches: readonly string[];
  /** Near misses in which it is not. */
  readonly ignores: readonly string[];
}
