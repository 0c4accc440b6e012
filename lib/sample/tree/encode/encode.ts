import type { FormatName } from "../../../domain/event.js";
import type { Call, Start, Tree } from "../process.js";

/** What a format's records have besides the command itself; what they have not, no reader can find out. */
export interface Carries {
  /** The command line of the process that started this one. */
  readonly parentCommandLine: boolean;
  /** Ids or pids of a process and its starter, from which descent can be put together. */
  readonly lineage: boolean;
  /** What stands above a copy that a process made of itself, and not only the copy's pid. */
  readonly forks: boolean;
  /** Times finer than a second: they tell which image a process had first. */
  readonly milliseconds: boolean;
  /** Who logged in, through a sudo. */
  readonly login: boolean;
  /** The environment, or the part of it that tells an agent. */
  readonly environment: boolean;
  /** The agent, named by the source. */
  readonly declared: boolean;
  /** Arguments with their borders. */
  readonly exactArgv: boolean;
}

/** A format whose records have the command and nothing else; each encoder names what its own have. */
export const bare: Carries = {
  parentCommandLine: false,
  lineage: false,
  forks: false,
  milliseconds: false,
  login: false,
  environment: false,
  declared: false,
  exactArgv: false,
};

/** Writes every program start of a host as a sensor of this format would. */
export interface StartEncoder {
  readonly kind: "starts";
  readonly format: FormatName;
  /** Two encoders of one format differ by it: `bpf_process_events`, `windows`. */
  readonly variant: string;
  readonly carries: Carries;
  /** One record, a few (lines of raw auditd), or none where this sensor would not see it. JSON objects, or lines of text. */
  encode(start: Start, tree: Tree): readonly (object | string)[];
}

/** Writes every tool call of its agent as the agent itself would. */
export interface CallEncoder {
  readonly kind: "calls";
  readonly format: FormatName;
  readonly variant: string;
  readonly agent: Call["agent"];
  encode(call: Call, tree: Tree): readonly (object | string)[];
}

export type TreeEncoder = StartEncoder | CallEncoder;
