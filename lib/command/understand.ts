import type { Understanding } from "../domain/command.js";
import type { CommandSource } from "../domain/event.js";
import { searchArgv } from "./argv.js";
import { splitJoined, splitQuoted } from "./lines.js";
import { searchScript } from "./script.js";
import { giveUp, mostCharacters, newSearch, outermost, type Readers, type Search } from "./search.js";
import { searchNode, searchStatements } from "./statements.js";
import { commandOutput } from "./substitution-output.js";
import { splitWindows } from "./windows-line.js";

const readers: Readers = {
  script: searchScript,
  argv: searchArgv,
  statements: searchStatements,
  node: searchNode,
  output: commandOutput,
};

const asItIs = (text: string): string => text;

/**
 * Finds all commands in one command source: what would run, in the order of the text, each out of its wrappers.
 *
 * Both sides of a condition count, a function counts where it is called, and text that is hidden in a known variable,
 * a decoder or a nested shell is read. What cannot be followed to its end, within fixed limits, is said in
 * `notUnderstood`; the commands found until there are kept. Never throws.
 *
 * @param clean takes secrets out of text that shows only after unwrapping or decoding
 * @example
 * understand({ kind: "script", text: "cd x && sudo rm -rf /" }).commands.map((one) => one.argv.join(" ")) // => ["cd x", "rm -rf /"]
 * understand({ kind: "argv", argv: ["bash", "-c", "a=ls; $a"] }).commands.at(-1).argv // => ["ls"]
 */
export function understand(source: CommandSource, clean: (text: string) => string = asItIs): Understanding {
  const search = newSearch(readers, clean);
  searchSource(search, source);
  return search.problem === undefined
    ? { commands: search.found }
    : { commands: search.found, notUnderstood: search.problem };
}

function searchSource(search: Search, source: CommandSource): void {
  switch (source.kind) {
    case "script":
      searchScript(search, source.text, { ...outermost, depth: -1 });
      return;
    case "argv":
      if (source.argv.length > 0) searchArgv(search, source.argv, outermost);
      return;
    case "line": {
      const line = source.text.length > mostCharacters ? source.text.slice(0, mostCharacters) : source.text;
      if (line.length < source.text.length) giveUp(search, "too-long");
      const argv = splits[source.fidelity](line);
      if (argv.length > 0) searchArgv(search, argv, outermost);
    }
  }
}

const splits = { quoted: splitQuoted, joined: splitJoined, "raw-windows": splitWindows } as const;
