import type { CommandSource } from "../domain/event.js";
import { bad, good, type Result } from "../domain/result.js";
import { day, type Millis } from "../domain/units.js";

/** Of a longer command this many characters are kept, far beyond what is parsed: it is cut, never dropped. */
export const longestCommand = 1024 * 1024;

/** Of those above a parent so many are read: agents start their commands a few steps down, not a hundred. */
export const mostAncestors = 32;

/** The longest name, id or path that is read: PATH_MAX of Linux. */
export const longestText = 4096;

/**
 * A short text field: null where it is absent or empty, undefined where it is no text (or too long to be one).
 *
 * @example
 * text("web-1") // => "web-1"
 * text(42) // => "42"
 * text("") // => null
 * text({}) // => undefined
 */
export const text = (value: unknown): string | null | undefined => {
  if (typeof value === "string") return value === "" ? null : value.length <= longestText ? value : undefined;
  if (value === undefined || value === null) return null;
  return typeof value === "number" || typeof value === "bigint" ? String(value) : undefined;
};

/** As `text`, for fields an event can do without: what is no text is left out. */
export const textOrNull = (value: unknown): string | null => text(value) ?? null;

/**
 * A length of time in milliseconds, 0 where there is none or it is none.
 *
 * @example
 * millisOrZero(227) // => 227
 * millisOrZero("1200") // => 1200
 * millisOrZero(-5) // => 0
 * millisOrZero("soon") // => 0
 */
export const millisOrZero = (value: unknown): Millis => {
  const millis = typeof value === "string" && value !== "" ? Number(value) : value;
  return typeof millis === "number" && millis > 0 && millis < longestRun ? millis : 0;
};

/** No command is believed to have run for longer than a day. */
const longestRun: Millis = day;

/** The end that is kept of a longer command, so that padding hides nothing. */
const end = 64 * 1024;
const cut = (value: string): string =>
  value.length <= longestCommand ? value : `${value.slice(0, longestCommand - end - 1)}\n${value.slice(-end)}`;

const isBlank = (value: string): boolean => value.trim() === "";

const argvOf = (argv: readonly unknown[]): Result<CommandSource> => {
  const kept: string[] = [];
  let room = longestCommand;
  for (const argument of argv) {
    if (typeof argument !== "string") return bad("bad-command");
    if (room > 0) kept.push(argument.slice(0, room));
    room -= argument.length + 1;
  }
  return kept.every((argument) => argument === "") ? bad("no-command") : good({ kind: "argv", argv: kept });
};

/**
 * Shell text or exact arguments.
 *
 * @example
 * commandOf("ls -l").value // => { kind: "script", text: "ls -l" }
 * commandOf(["ls", "-l"]).value // => { kind: "argv", argv: ["ls", "-l"] }
 * commandOf(7).reason // => "bad-command"
 */
export const commandOf = (value: unknown): Result<CommandSource> => {
  if (Array.isArray(value)) return argvOf(value);
  if (value === undefined || value === null) return bad("no-command");
  if (typeof value !== "string") return bad("bad-command");
  return isBlank(value) ? bad("no-command") : good({ kind: "script", text: cut(value) });
};

/**
 * Arguments that a sensor glued to one line.
 *
 * @example
 * lineOf("ls -l", "joined").value // => { kind: "line", text: "ls -l", fidelity: "joined" }
 */
export const lineOf = (value: unknown, fidelity: "quoted" | "joined" | "raw-windows"): Result<CommandSource> => {
  if (value === undefined || value === null) return bad("no-command");
  if (typeof value !== "string") return bad("bad-command");
  return isBlank(value) ? bad("no-command") : good({ kind: "line", text: cut(value), fidelity });
};

/** As the two above, for a parent: what cannot be read is not known. */
export const commandOrNull = (command: Result<CommandSource>): CommandSource | null =>
  command.ok ? command.value : null;
