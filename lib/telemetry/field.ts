import type { CommandSource } from "../domain/event.js";
import { bad, good, type Result } from "../domain/result.js";

/** The longest command that is read, in characters; no sensor sends more, and the longest real argv is 2 MiB of bytes. */
export const longestCommand = 1024 * 1024;

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

const isBlank = (value: string): boolean => value.trim() === "";

const argvOf = (argv: readonly unknown[]): Result<CommandSource> => {
  let length = 0;
  for (const argument of argv) {
    if (typeof argument !== "string") return bad("bad-command");
    length += argument.length + 1;
  }
  if (length > longestCommand) return bad("command-too-long");
  if (argv.length === 0 || argv.every((argument) => argument === "")) return bad("no-command");
  return good({ kind: "argv", argv: argv as readonly string[] });
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
  if (value.length > longestCommand) return bad("command-too-long");
  return isBlank(value) ? bad("no-command") : good({ kind: "script", text: value });
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
  if (value.length > longestCommand) return bad("command-too-long");
  return isBlank(value) ? bad("no-command") : good({ kind: "line", text: value, fidelity });
};

/** As the two above, for a parent: what cannot be read is not known. */
export const commandOrNull = (command: Result<CommandSource>): CommandSource | null =>
  command.ok ? command.value : null;
