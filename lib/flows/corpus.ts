import type { CommandLine } from "./coverage.js";

/** One line of a corpus: a command, and what whoever made the corpus says of it. */
export interface CorpusLine {
  readonly command: CommandLine;
  /** Null where nobody said. */
  readonly label: string | null;
}

/** The command lines of a file, and how many of its lines hold none. */
export interface Corpus {
  readonly lines: readonly CorpusLine[];
  readonly unreadable: number;
}

/**
 * Reads a corpus of commands: one a line, or where the file's name ends in `.jsonl` plain telemetry, which may have a
 * `label`.
 *
 * @example
 * readCorpus("a.txt", "ls\n\nid\n").lines.map(({ command }) => command) // => ["ls", "id"]
 * readCorpus("a.jsonl", '{"command":"ls","label":"benign"}\noops').unreadable // => 1
 */
export function readCorpus(name: string, text: string): Corpus {
  const written = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  if (!name.endsWith(".jsonl")) return { lines: written.map((command) => ({ command, label: null })), unreadable: 0 };
  const lines = written.map(corpusLine).filter((line) => line !== undefined);
  return { lines, unreadable: written.length - lines.length };
}

function corpusLine(written: string): CorpusLine | undefined {
  const { command, label } = recordOf(written);
  const said = typeof label === "string" ? label : null;
  if (typeof command === "string") return { command, label: said };
  const isArgv = Array.isArray(command) && command.every((word) => typeof word === "string");
  return isArgv ? { command, label: said } : undefined;
}

function recordOf(written: string): { readonly command?: unknown; readonly label?: unknown } {
  try {
    return Object(JSON.parse(written));
  } catch {
    return {};
  }
}
