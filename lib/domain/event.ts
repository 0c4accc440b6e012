import type { Instant, Millis } from "./units.js";

/** The formats that can be read; each has one file in `telemetry/formats`. */
export type FormatName =
  | "plain"
  | "defender"
  | "osquery"
  | "falco"
  | "tetragon"
  | "sysmon"
  | "ecs"
  | "ocsf"
  | "auditd"
  | "laurel"
  | "crowdstrike"
  | "sentinelone"
  | "claude-hook"
  | "claude-otel"
  | "claude-transcript"
  | "codex"
  | "cursor"
  | "gemini"
  | "copilot"
  | "k8s-audit";

/**
 * A command as its source carried it, with what is still known of its argv.
 *
 * - `script`: shell text, exactly as a person typed it or an agent sent it.
 * - `argv`: the exact arguments of one exec.
 * - `line`: the arguments of one exec glued to one text. `quoted`: an argument with a space stands in double quotes,
 *   inner quotes not escaped (Tetragon). `joined`: no quotes at all (Defender on Linux and macOS).
 *   `raw-windows`: the text Windows itself splits.
 */
export type CommandSource =
  | { readonly kind: "script"; readonly text: string }
  | { readonly kind: "argv"; readonly argv: readonly string[] }
  | { readonly kind: "line"; readonly text: string; readonly fidelity: "quoted" | "joined" | "raw-windows" };

/** How far an observation's argv can be trusted: `exact`, or glued in one of the ways of `CommandSource`. */
export type ArgvFidelity = "exact" | "quoted" | "joined" | "raw-windows";

/** The account an event ran under, spelled as the source spells it: `CORP\ada`, `ada@corp.example`, uid `1000`. */
export interface Account {
  readonly name: string | null;
  readonly uid: string | null;
}

/** What is known of the process that started this one. */
export interface Parent {
  readonly binary: string | null;
  readonly command: CommandSource | null;
}

/**
 * Which process of its host an event is, as its sensor names it.
 *
 * A pid alone names nothing for long: it comes back, and an exec keeps it. So it only ever means "the process that had
 * this pid at that time".
 */
export interface ProcessRef {
  /** The sensor's own id, which no other process has: exec_id, ProcessGuid, entity_id ... */
  readonly id: string | null;
  readonly pid: string | null;
  readonly parentId: string | null;
  /** May be the process's own: then the parent is its image before the exec. */
  readonly parentPid: string | null;
}

/** `call`: what an agent's tool was asked to run, or a person typed. `exec`: a program that the kernel was asked to start. */
export type Layer = "call" | "exec";

/** One process start, or one agent tool call, normalised. */
export interface Event {
  /** The source's own id; a hash of the record where it has none. */
  readonly id: string;
  readonly format: FormatName;
  /** ISO 8601 in UTC, at the source's own precision. */
  readonly time: string;
  /** The same instant to the millisecond. */
  readonly at: Instant;
  readonly host: string | null;
  readonly account: Account;
  /** The agent the source itself names, as spelled there. */
  readonly declaredAgent: string | null;
  readonly session: string | null;
  readonly cwd: string | null;
  /** Path or name of the program that was started, where the source has it apart from the command. */
  readonly binary: string | null;
  readonly command: CommandSource;
  readonly parent: Parent | null;
  /** What the record says of those above the parent, from near to far. */
  readonly ancestors: readonly Parent[];
  readonly process: ProcessRef | null;
  /** Variables of its environment, as far as the sensor has them. Never leaves `interpret`. */
  readonly environment: Readonly<Record<string, string>>;
  readonly layer: Layer;
  /** How long the command had been running when the record was written: 0 where it is written at the start. */
  readonly tookMs: Millis;
}

/** Of most of an event most sources know nothing: a format says what it knows, and takes the rest from here. */
export const unknownBeyond = {
  host: null,
  declaredAgent: null,
  session: null,
  cwd: null,
  binary: null,
  parent: null,
  ancestors: [],
  process: null,
  environment: {},
  layer: "exec",
  tookMs: 0,
} as const satisfies Partial<Event>;
