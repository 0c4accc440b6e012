import { CommanderError } from "commander";
import { Misuse } from "../adapters/misuse.js";
import { safeText } from "../render/safe-text.js";

/**
 * What to say of a mistake at the keyboard: what happened, then what to try. Undefined for what is no such mistake.
 *
 * @param tryThis for mistakes that the parser of arguments finds
 */
export function mistakeText(error: unknown, tryThis: string): string | undefined {
  if (error instanceof Misuse)
    return error.message
      .split("\n")
      .map((line) => safeText(line))
      .join("\n");
  if (!(error instanceof CommanderError)) return undefined;
  return `${safeText(error.message.replace(/^error: /, "").replaceAll("\n", " "))}; ${tryThis}`;
}
