import { expect } from "vitest";
import { understand } from "../../lib/command/understand.js";
import type { Command } from "../../lib/domain/command.js";

/** The commands of a script, each as its words, with a bar where a word begins. */
export const wordsOf = (text: string): readonly string[] =>
  understand({ kind: "script", text }).commands.map((command) => command.argv.join("|"));

/** The last command of a script that must be understood to its end. */
export function lastOf(text: string): Command {
  const understood = understand({ kind: "script", text });
  expect(understood.notUnderstood).toBeUndefined();
  const last = understood.commands.at(-1);
  if (last === undefined) throw new Error(`lastOf requires a command, got none in ${text}`);
  return last;
}
