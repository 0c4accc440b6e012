import type { Redirection } from "../domain/command.js";
import {
  type AssignmentNode,
  assign,
  assignmentFields,
  bindBuiltin,
  exportNotable,
  isDeclaration,
} from "./assignments.js";
import { keepFetched } from "./fetched.js";
import { fileName } from "./layers/shell.js";
import { isComputed, programName } from "./names.js";
import { outputOf } from "./outputs.js";
import { writersSince } from "./pipelines.js";
import { bindPositional, positional } from "./positional.js";
import { noRedirections, redirectionsOf } from "./redirections.js";
import { type FunctionSeen, type Input, type Place, type Search, step } from "./search.js";
import { isShell, readsText } from "./shells.js";
import { searchSubstitutions } from "./substitutions.js";
import type { CommandNode, Word } from "./syntax.js";
import { wordFields } from "./words.js";

type SimpleNode = Extract<CommandNode, { type: "Command" }>;

/** Finds the command of one simple command, with all that its words hold; answers with what it visibly writes. */
export function searchSimple(search: Search, node: SimpleNode, place: Place): Input | undefined {
  const words = node.name === undefined ? [] : [node.name];
  const assignments: AssignmentNode[] = [];
  const argv: string[] = [];
  for (const part of node.prefix) if (part.type === "Assignment") assignments.push(part);
  if (node.name !== undefined) argv.push(...wordFields(node.name, search));
  for (const part of node.suffix) {
    if (part.type === "Word") {
      words.push(part);
      argv.push(...wordFields(part, search));
    } else if (part.type === "Assignment") {
      assignments.push(part);
      argv.push(...assignmentFields(part, search));
    }
  }
  const own =
    node.redirects.length === 0 ? noRedirections : redirectionsOf(search, node.redirects, place, namesOf(argv));
  const texts = searchWords(search, words, assignments, argv, place);
  if (node.name === undefined || isDeclaration(argv[0]))
    for (const assignment of assignments) assign(search, assignment);
  const input = own.input ?? place.input;
  const here: Place = {
    ...place,
    input,
    redirections: own.files.length === 0 ? place.redirections : [...place.redirections, ...own.files],
    fedBy:
      texts.writers.length + own.writers.length === 0
        ? place.fedBy
        : [...place.fedBy, ...texts.writers, ...own.writers],
    searched: texts.searched.length === 0 ? place.searched : new Set([...place.searched, ...texts.searched]),
  };
  exportNotable(search, node.prefix, here);
  if (argv.length === 0 && own.files.length === 0) return undefined;
  const called = search.functions.get(argv[0] ?? "");
  if (called !== undefined && !called.running) return callFunction(search, called, argv, here);
  search.readers.argv(search, argv, here);
  keepFetched(
    search,
    argv,
    own.files.filter(({ operator }) => operator !== "<").map(({ target }) => target),
  );
  const output = outputOf(argv, input?.text, words.every(isLiteral));
  bindBuiltin(search, argv, output, input);
  if (output === undefined) return undefined;
  keepFiles(search, argv, own.files, output);
  return { text: output, piped: true };
}

/** Remembers what the source wrote to a file, so that the file can be read when the source runs it. */
function keepFiles(search: Search, argv: readonly string[], files: readonly Redirection[], text: string): void {
  if (argv[0] === "tee") for (const word of argv.slice(1)) search.files.set(fileName(word), text);
  for (const file of files) {
    const name = fileName(file.target);
    if (file.operator === ">") search.files.set(name, text);
    else if (file.operator === ">>") search.files.set(name, (search.files.get(name) ?? "") + text);
  }
}

/** What the command's words run by substitution, and which programs thereby write its text or its input. */
interface WordsSearched {
  readonly searched: readonly string[];
  readonly writers: readonly string[];
}

const nothing: WordsSearched = { searched: [], writers: [] };

function searchWords(
  search: Search,
  words: readonly Word[],
  assignments: readonly AssignmentNode[],
  argv: readonly string[],
  place: Place,
): WordsSearched {
  if (!words.some(mayRun) && !assignments.some(mayRun)) return nothing;
  const reader = readerOf(argv);
  const before = search.found.length;
  const feeds = namesOf(argv);
  const searched = [...words, ...assignments].flatMap((node) => searchSubstitutions(search, node, place, feeds));
  return { searched, writers: reader === undefined ? [] : writersSince(search, before) };
}

/** The shell or interpreter among a command's words that runs what the other words hold. */
const readerOf = (argv: readonly string[]): string | undefined =>
  argv.find((word) => isShell(programName(word)) || readsText.has(programName(word)));

/** The program that reads what a command's substitutions write, where its name is known. */
function namesOf(argv: readonly string[]): readonly string[] {
  const program = readerOf(argv) ?? argv[0];
  return program === undefined || isComputed(program) ? [] : [programName(program)];
}

const mayRun = (node: { readonly text: string }): boolean => /[$`<>]/.test(node.text);

/** Whether a word has nothing to expand: outside single quotes there is no dollar and no backquote. */
const isLiteral = ({ text }: Word): boolean => !/[$`]/.test(text.replace(/\\.|'[^']*'/g, ""));

/** A function of the same source is searched where it is called, with what it is called with. */
function callFunction(search: Search, called: FunctionSeen, argv: readonly string[], place: Place): Input | undefined {
  if (!step(search)) return undefined;
  const outer = positional(search);
  bindPositional(search, argv);
  called.called = true;
  called.running = true;
  const output = search.readers.node(search, called.body, place);
  called.running = false;
  bindPositional(search, outer);
  return output;
}
