import type { Instant } from "./units.js";

/** The formats that can be read; each has one file in `telemetry/formats`. */
export type FormatName = "plain" | "defender" | "tetragon" | "claude-otel";

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
}
