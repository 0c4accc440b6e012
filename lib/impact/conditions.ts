import type { Command } from "../domain/command.js";
import type { Reading } from "../domain/reading.js";
import type { Conditions } from "./entry.js";
import type { MakePattern, Pattern } from "./pattern.js";

/** One command as the conditions look at it. */
export interface Seen {
  readonly command: Command;
  readonly reading: Reading;
  /** Everything after the program, long arguments in pieces. */
  readonly words: readonly string[];
  /** The verb and what follows it, where the verbs of entries are looked for. */
  readonly path: readonly string[];
  /** It only asks how a program works. */
  readonly asks: boolean;
}

/** The tokens that make a condition hold, or undefined when it does not; a negative condition holds without tokens. */
export type Test = (seen: Seen) => readonly string[] | undefined;

/** Characters that a pattern sees at once; a longer argument is matched piece by piece, so that work stays linear. */
const window = 4_096;
/** How far two pieces overlap: longer than anything a pattern looks for. */
const overlap = 512;

/** Arguments that are looked at from either end; more than any shell line in practice. */
const mostArguments = 1_024;

/**
 * A long argument in pieces that overlap, so that padding hides nothing.
 *
 * @example
 * windows("rm -rf /") // => ["rm -rf /"]
 * windows("x".repeat(5000)).map((piece) => piece.length) // => [4096, 1416]
 */
export function windows(argument: string): readonly string[] {
  const pieces = [argument.slice(0, window)];
  for (let end = window; end < argument.length; end += window - overlap)
    pieces.push(argument.slice(end - overlap, end - overlap + window));
  return pieces;
}

/** The first and the last of very many arguments. */
export const looked = (argv: readonly string[]): readonly string[] =>
  argv.length <= 2 * mostArguments ? argv : [...argv.slice(0, mostArguments), ...argv.slice(-mostArguments)];

/** More words than the longest verb of an entry has. */
const longestVerb = 4;

/** What the conditions look at, taken from a command once: some programs have dozens of entries. */
export function seenIn(command: Command, reading: Reading): Seen {
  return {
    command,
    reading,
    words: looked(command.argv.slice(command.dynamic ? 0 : 1)).flatMap(windows),
    path: [...reading.verb, ...reading.operands.slice(0, longestVerb)],
    asks: onlyAsks(command, reading),
  };
}

/**
 * Whether a command only asks how it works: `--help` anywhere, but not `--help=false`; `--version` before all else, as
 * behind a verb it is mostly the version of something (`helm upgrade shop --version 1.2.3`).
 */
const onlyAsks = ({ argv }: Command, { flags }: Reading): boolean =>
  argv[1] === "--version" ||
  ((flags.has("--help") || flags.has("-help")) && !argv.some((word) => /^--?help=(?:false|f|0)$/i.test(word)));

const listed = (one: string | readonly string[]): readonly string[] => (typeof one === "string" ? [one] : one);

/** @example fits("mkfs*", "mkfs.ext4") // => true */
export const fits = (wanted: string, word: string): boolean =>
  wanted.endsWith("*") ? word.startsWith(wanted.slice(0, -1)) : word === wanted;

/** @example beginsWith(["s3", "rb"], ["s3", "rb", "s3://logs"]) // => true */
export const beginsWith = (wanted: readonly string[], words: readonly string[]): boolean =>
  wanted.every((each, index) => fits(each, words[index] ?? ""));

const some = (found: readonly string[]): readonly string[] | undefined => (found.length > 0 ? found : undefined);

const none = (found: readonly string[]): readonly string[] | undefined => (found.length > 0 ? undefined : []);

const flagsSeen = (wanted: readonly string[], seen: Seen): readonly string[] =>
  wanted.filter((flag) => seen.reading.flags.has(flag));

const fitting = (patterns: readonly Pattern[], words: readonly string[]): readonly string[] =>
  words.filter((word) => patterns.some((pattern) => pattern.test(word)));

const writtenBy = ({ redirections }: Command): readonly string[] =>
  redirections.filter(({ operator }) => operator !== "<").flatMap(({ target }) => windows(target));

const verbTest = (wanted: string | readonly string[]): Test => {
  const paths = listed(wanted).map((path) => path.split(" "));
  return (seen) => {
    if (seen.asks) return undefined;
    const path = paths.find((each) => beginsWith(each, seen.path));
    return path && seen.path.slice(0, path.length);
  };
};

const argumentTest = (sources: readonly string[], make: MakePattern): Test => {
  const patterns = sources.map(make);
  return (seen) => some(fitting(patterns, seen.words));
};

/** One small test per condition; the compiler sees to it that none is forgotten. */
export const tests: {
  readonly [Name in keyof Required<Conditions>]: (wanted: Required<Conditions>[Name], make: MakePattern) => Test;
} = {
  program: (wanted) => (seen) =>
    some(listed(wanted).some((name) => fits(name, seen.reading.program)) ? [seen.reading.program] : []),
  verb: verbTest,
  anyFlag: (wanted) => (seen) => some(flagsSeen(wanted, seen)),
  allFlags: (wanted) => (seen) => (wanted.every((flag) => seen.reading.flags.has(flag)) ? wanted : undefined),
  unlessFlag: (wanted) => (seen) => none(flagsSeen(wanted, seen)),
  target: (wanted) => (seen) => some(wanted.filter((target) => seen.reading.targets.has(target))),
  unlessTarget: (wanted) => (seen) => none(wanted.filter((target) => seen.reading.targets.has(target))),
  writes: (wanted) => (seen) =>
    some(wanted.filter((target) => seen.reading.writes.has(target)).map((target) => `> ${target}`)),
  startedFrom: (wanted, make) => {
    const patterns = wanted.map(make);
    return ({ command }) => some(fitting(patterns, command.argv.slice(0, 1)));
  },
  writesTo: (wanted, make) => {
    const patterns = wanted.map(make);
    return ({ command }) => some(fitting(patterns, writtenBy(command)));
  },
  anyArgument: argumentTest,
  andArgument: argumentTest,
  unlessArgument: (wanted, make) => {
    const patterns = wanted.map(make);
    return (seen) => none(fitting(patterns, seen.words));
  },
  upstream: (wanted) => (seen) =>
    some(seen.command.upstream.filter((name) => wanted.includes(name)).map((name) => `${name} |`)),
  downstream: (wanted) => (seen) =>
    some(seen.command.downstream.filter((name) => wanted.includes(name)).map((name) => `| ${name}`)),
  wrapper: (wanted) => (seen) => some(seen.command.wrappers.filter((name) => wanted.includes(name))),
  minOperands: (wanted) => (seen) => (seen.reading.operands.length >= wanted ? [] : undefined),
};
