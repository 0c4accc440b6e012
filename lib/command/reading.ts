import type { Command } from "../domain/command.js";
import type { Reading, TargetClass } from "../domain/reading.js";
import type { Layout } from "./layout.js";
import { programName } from "./names.js";
import { layoutOf } from "./programs.js";
import { targetsOf } from "./targets.js";
import { ownWords } from "./unwrap.js";

/**
 * Reads a command's arguments by the layout of its program.
 *
 * @example
 * read({ argv: ["kubectl", "-n", "prod", "delete", "pods", "--all"], wrappers: [], redirections: [], upstream: [], downstream: [], dynamic: false }).verb // => ["delete"]
 */
export function read(command: Command): Reading {
  const program = programName(command.argv[0] ?? "");
  const layout = layoutOf(program);
  const words = sortWords(ownWords(command.argv), layout);
  const targets = new Set<TargetClass>();
  words.operands.forEach((operand, index) => {
    if (index >= layout.leading)
      addAll(targets, targetsOf(layout.pairs ? valueOfPair(operand) : operand, layout.operands));
  });
  for (const values of words.values.values()) for (const value of values) addAll(targets, targetsOf(value));
  const writes = new Set<TargetClass>();
  for (const redirection of command.redirections) {
    addAll(redirection.operator === "<" ? targets : writes, targetsOf(redirection.target, "path"));
  }
  return { program, ...words, targets, writes };
}

interface Words {
  readonly verb: readonly string[];
  readonly operands: readonly string[];
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** More words of one command are not read. */
const mostWords = 4_096;

function sortWords(argv: readonly string[], layout: Layout): Words {
  const plain: string[] = [];
  const flags = new Set<string>();
  const values = new Map<string, string[]>();
  const keep = (name: string, value: string): void => {
    flags.add(name);
    const known = values.get(name);
    if (known === undefined) values.set(name, [value]);
    else known.push(value);
  };
  const last = Math.min(argv.length, mostWords);
  for (let at = 1; at < last; at += 1) {
    const written = argv[at] ?? "";
    const word = layout.dashless && at === 1 && /^[A-Za-z]{1,12}$/.test(written) ? `-${written}` : written;
    if (word === "--") {
      plain.push(...argv.slice(at + 1, last));
      break;
    }
    const option = optionOf(word, layout);
    if (option === undefined) plain.push(word);
    else if (option.value !== undefined) keep(option.name, option.value);
    else if (layout.valued.has(option.name) && argv[at + 1] !== undefined) {
      at += 1;
      keep(option.name, argv[at] ?? "");
    } else if (isBundle(word, layout)) {
      at += readBundle(word, layout, argv[at + 1], flags, keep);
    } else flags.add(option.name);
    if (layout.pairs && option === undefined) readPair(word, keep);
  }
  const { verb, operands } = splitVerb(plain, layout);
  return { verb, operands, flags, values };
}

interface Option {
  readonly name: string;
  readonly value: string | undefined;
}

function optionOf(word: string, layout: Layout): Option | undefined {
  if (layout.slashes && /^[/-][A-Za-z?]/.test(word) && !word.includes("/", 1)) {
    const colon = word.indexOf(":");
    const name = (colon < 0 ? word : word.slice(0, colon)).toLowerCase();
    return { name, value: colon < 0 ? undefined : word.slice(colon + 1) };
  }
  if (word.length < 2 || !word.startsWith("-")) return undefined;
  const equals = word.indexOf("=");
  if (equals > 1 && (word.startsWith("--") || !layout.bundles || layout.valued.has(word.slice(0, equals)))) {
    return { name: word.slice(0, equals), value: word.slice(equals + 1) };
  }
  return { name: word, value: undefined };
}

const isBundle = (word: string, layout: Layout): boolean =>
  layout.bundles && word.length > 2 && !word.startsWith("--") && /^-[A-Za-z0-9]/.test(word);

/** Splits `-xvf file` to its letters; answers with how many further words it took. */
function readBundle(
  word: string,
  layout: Layout,
  next: string | undefined,
  flags: Set<string>,
  keep: (name: string, value: string) => void,
): number {
  for (let at = 1; at < word.length; at += 1) {
    const name = `-${word[at] ?? ""}`;
    if (!layout.valued.has(name)) {
      flags.add(name);
      continue;
    }
    const glued = word.slice(at + 1);
    if (glued !== "") keep(name, glued.startsWith("=") ? glued.slice(1) : glued);
    else if (next !== undefined) keep(name, next);
    else flags.add(name);
    return glued === "" && next !== undefined ? 1 : 0;
  }
  return 0;
}

function readPair(word: string, keep: (name: string, value: string) => void): void {
  const equals = word.indexOf("=");
  if (equals > 0) keep(word.slice(0, equals), word.slice(equals + 1));
}

const valueOfPair = (word: string): string => word.slice(word.indexOf("=") + 1);

/** A verb is a plain word; a path, an address or a value where a verb would be ends the verb path. */
const verbWord = /^[A-Za-z][A-Za-z0-9_:-]{0,39}$/;

function splitVerb(plain: readonly string[], layout: Layout): Pick<Words, "verb" | "operands"> {
  if (layout.verbLast) {
    return plain.length < 2
      ? { verb: [], operands: plain }
      : {
          verb: plain.slice(1, 2).map((word) => word.toLowerCase()),
          operands: [...plain.slice(0, 1), ...plain.slice(2)],
        };
  }
  let wanted = layout.depth;
  let count = 0;
  while (count < wanted && verbWord.test(plain[count] ?? "")) {
    const word = (plain[count] ?? "").toLowerCase();
    if (layout.groups.has(word)) wanted = layout.depth + 1;
    count += 1;
    if (layout.actions.has(word)) break;
  }
  return { verb: plain.slice(0, count).map((word) => word.toLowerCase()), operands: plain.slice(count) };
}

function addAll(targets: Set<TargetClass>, classes: readonly TargetClass[]): void {
  for (const one of classes) targets.add(one);
}
