import type { Instant, Millis } from "../../domain/units.js";
import type { TreeAgent } from "./agents.js";

/** An account as the host knows it. */
export interface User {
  readonly name: string;
  readonly uid: number;
}

/** Who really acted. */
export interface Truth {
  /** The person; `root` where only the host knows more. */
  readonly identity: string;
  /** Null for a person's own hands, and for what the system does by itself. */
  readonly agent: TreeAgent | null;
}

/** One command that somebody ran. Its call, its wrapper shell and its program are sightings of one and the same. */
export interface Command {
  /** Its words, joined by blanks. */
  readonly text: string;
  readonly truth: Truth;
}

/** One tool call of an agent, as the agent itself would report it. */
export interface Call {
  /** The agent's own id of the call. */
  readonly id: string;
  readonly agent: TreeAgent;
  readonly session: string;
  readonly at: Instant;
  readonly tookMs: Millis;
  readonly cwd: string;
  /** Whose agent it is. */
  readonly user: User;
  /** The command as it was asked for, and the commands in it in their order. */
  readonly line: string;
  readonly commands: readonly Command[];
}

/** A copy that a process made of itself and that never became another program: exec sensors know its pid at most. */
export interface Fork {
  readonly pid: number;
  readonly at: Instant;
}

/** One program that the kernel was asked to start: all that any sensor could see of it. */
export interface Start {
  readonly pid: number;
  /** The program that started it; null where that ran before the sensor did. */
  readonly parent: Start | null;
  /** A copy of the parent that stands between: a subshell, a terminal server, sudo's monitor. */
  readonly fork: Fork | null;
  /** The pid above: of the fork, of the parent, or of what ran before the sensor did. */
  readonly parentPid: number;
  /** An exec without a fork: the image that had this pid before; null where a fork came first. */
  readonly before: Start | null;
  readonly at: Instant;
  /** The program's path, and its arguments from argv[0] on. */
  readonly binary: string;
  readonly argv: readonly string[];
  readonly cwd: string;
  /** As whom it runs: root, below a sudo. */
  readonly user: User;
  /** Who logged in: kept through sudo. Null for what the system itself started. */
  readonly login: User | null;
  /** The variables that tell something about who acts. */
  readonly environment: Readonly<Record<string, string>>;
  /** The call that it belongs to, at whatever depth. */
  readonly call: Call | null;
  readonly truth: Truth;
  /** What it is a sighting of: of several where it is a shell with a script, of nothing where an agent prepares itself. */
  readonly commands: readonly Command[];
  /** The name of the scene that it is from. */
  readonly scene: string;
}

/** What happened on one host: processes and calls, each in order of time. */
export interface Tree {
  /** Every tree has a host of its own, so that many may be read together. */
  readonly host: string;
  /** The engineer whose host it is. */
  readonly person: string;
  readonly system: "linux" | "macos";
  readonly starts: readonly Start[];
  readonly calls: readonly Call[];
}
