/** A file that a command opens by redirection, for example `> /etc/hosts`. */
export interface Redirection {
  readonly operator: "<" | ">" | ">>";
  readonly target: string;
}

/** One program with its arguments, after unwrapping shells, sudo, exec-into and agent wrappers. */
export interface Command {
  /** The arguments without their quotes; `$NAME` and `$(...)` stay where the value is not known. Empty for a bare redirection. */
  readonly argv: readonly string[];
  /** What was unwrapped, outermost first: `["sudo", "bash"]`. */
  readonly wrappers: readonly string[];
  readonly redirections: readonly Redirection[];
  /** Program names before and after this command in its pipeline, nearest first. */
  readonly upstream: readonly string[];
  readonly downstream: readonly string[];
  /** The program's name is computed when the command runs: `$x`, `$(...)`. */
  readonly dynamic: boolean;
}

/** All commands found in one command source, and whether all of it was understood. */
export interface Understanding {
  readonly commands: readonly Command[];
  /** Undefined when everything was understood; else why not. */
  readonly notUnderstood?: "too-long" | "too-deep" | "too-many-commands" | "syntax";
}

/**
 * The shape of a command that is counted: `program/verb/shape`, never raw text.
 *
 * Always three parts; an empty part is `-`. Examples: `git/push/force+branch:main`, `ls/-/path:project`.
 */
export type Signature = string;
