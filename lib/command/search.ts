import type { Command, Redirection, Understanding } from "../domain/command.js";
import type { CommandNode, ParsedScript, Statement } from "./syntax.js";

/** The most text that is read for one command source, all nested scripts together. */
export const mostCharacters = 64 * 1024;
/** The commands kept of one source; of a script with more, only programs that are new in it, so that padding hides none. */
export const mostCommands = 256;
/** How many shells, wrappers and substitutions may stand inside each other. */
export const deepest = 8;
/** Visited words and statements; bounds functions that call functions and loops inside loops. */
const mostSteps = 20_000;

/** How much text known values may add, all uses together: `x=$x$x` doubles, an attacker's patience does not. */
const mostExpanded = 128 * 1024;

/** What is known of a command from the text around it. */
export interface Place {
  readonly wrappers: readonly string[];
  readonly depth: number;
  /** Redirections of the groups that the command stands in. */
  readonly redirections: readonly Redirection[];
  /** What the command reads on standard input, where the text shows it. */
  readonly input?: Input | undefined;
  /** The command's text holds these programs' output: `bash -c "$(curl ...)"`. */
  readonly fedBy: readonly string[];
  /** Substitutions already searched, as written: a text that is read again as a script must not count them twice. */
  readonly searched: ReadonlySet<string>;
  /** The text was picked out of a program's code: that it is no whole script is no sign of anything. */
  readonly guessed: boolean;
}

/** Visible text on standard input; `piped` when another command of the source wrote it. */
export interface Input {
  readonly text: string;
  readonly piped: boolean;
}

export const outermost: Place = {
  wrappers: [],
  depth: 0,
  redirections: [],
  fedBy: [],
  searched: new Set(),
  guessed: false,
};

/** All that changes while one command source is searched; it lives for one call of `understand`. */
export interface Search {
  readonly found: Command[];
  /** For each found command, which substitution it stands in: neighbours in a pipeline share a level. */
  readonly levels: number[];
  level: number;
  problem: Understanding["notUnderstood"];
  steps: number;
  expanded: number;
  characters: number;
  readonly variables: Map<string, string | readonly string[]>;
  readonly functions: Map<string, FunctionSeen>;
  /** Files that the source itself writes with visible text, by the name it writes. */
  readonly files: Map<string, string>;
  /** Files that a download of the source writes: who runs one, runs code from elsewhere. */
  readonly fetched: Set<string>;
  /** The text whose syntax tree is being searched; positions in the tree point into it. */
  source: string;
  readonly readers: Readers;
  /** Takes out of nested text what must not be seen, before it is read. */
  readonly clean: (text: string) => string;
}

/** How nested text, argv and statements are read; held in one value so that the files need no circle of imports. */
export interface Readers {
  readonly script: (search: Search, text: string, place: Place) => void;
  readonly argv: (search: Search, argv: readonly string[], place: Place) => void;
  readonly statements: (search: Search, statements: readonly Statement[], place: Place) => void;
  readonly node: (search: Search, node: CommandNode, place: Place) => Input | undefined;
  /** What a substitution puts in, where that is visible. */
  readonly output: (script: ParsedScript | undefined, search: Search) => string | undefined;
}

/** A function of the source; `called` functions were searched where they are called. */
export interface FunctionSeen {
  readonly body: CommandNode;
  readonly place: Place;
  called: boolean;
  running: boolean;
}

export const newSearch = (readers: Readers, clean: Search["clean"]): Search => ({
  found: [],
  levels: [],
  level: 0,
  problem: undefined,
  steps: 0,
  expanded: 0,
  characters: 0,
  variables: new Map(),
  functions: new Map(),
  files: new Map(),
  fetched: new Set(),
  source: "",
  readers,
  clean,
});

/** Notes why the source was not understood to its end; the first reason stays. */
export function giveUp(search: Search, reason: NonNullable<Understanding["notUnderstood"]>): void {
  search.problem ??= reason;
}

/** Counts one step of work; false when there were too many. */
export function step(search: Search): boolean {
  search.steps += 1;
  if (search.steps <= mostSteps) return true;
  giveUp(search, "too-many-commands");
  return false;
}

/** Counts text that a known value adds; false when it was too much, and the value is to stay as written. */
export function mayExpand(search: Search, characters: number): boolean {
  search.expanded += characters;
  if (search.expanded <= mostExpanded) return true;
  giveUp(search, "too-long");
  return false;
}

/** Goes one layer deeper; undefined, and the source not understood, when that is too deep. */
export function deeper(search: Search, place: Place, change: Partial<Place>): Place | undefined {
  if (place.depth < deepest) return { ...place, ...change, depth: place.depth + 1 };
  giveUp(search, "too-deep");
  return undefined;
}
