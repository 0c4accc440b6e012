import { programName } from "../names.js";
import { isNotableVariable } from "../notable-variables.js";
import { optionsEnd, optionValue } from "../options.js";
import { wrappers } from "../wrappers/index.js";
import type { Wrapper } from "../wrappers/wrapper.js";
import { exact, type Inner, type Layer, type Surroundings, script } from "./layer.js";

/** Programs of the table of wrappers. */
export function wrapperLayer(argv: readonly string[], wrapper: Wrapper, around: Surroundings): Layer | undefined {
  const start = afterVerb(argv, wrapper);
  if (start === undefined || argv.some((word, index) => index > 0 && index < start && wrapper.unless.has(word)))
    return undefined;
  const outer = wrapper.keeps ? argv : undefined;
  const text = optionValue(argv.slice(0, textEnd(argv, start, wrapper)), wrapper.textOptions);
  if (text !== undefined) return { outer, inner: [textInner(argv, text, wrapper)] };
  const rest = wrapper.textOnly ? [] : innerWords(argv, start, wrapper);
  if (rest.length > 0) return restLayer(argv, start, rest, wrapper);
  const input = wrapper.startsShell ? around.input : undefined;
  if (input === undefined) return undefined;
  return { outer: input.piped ? argv : outer, inner: [script(input.text)], consumes: true };
}

/** Where an option with text may stand: before the inner command, whose own options are none of the wrapper's. */
function textEnd(argv: readonly string[], start: number, wrapper: Wrapper): number {
  if (wrapper.textOptions.length === 0) return 0;
  if (wrapper.textOnly) return argv.length;
  if (wrapper.dashes) return argv.includes("--") ? argv.indexOf("--") : argv.length;
  const late = Math.max(wrapper.skip, wrapper.startsShell ? 1 : 0);
  return argv[start + late]?.startsWith("-") ? start + late + 2 : start + 1;
}

/** The text of an option; words behind it are its arguments where the wrapper takes them so. */
function textInner(argv: readonly string[], text: string, wrapper: Wrapper): Inner {
  const tail = wrapper.textTail ? argv.slice(argv.indexOf(text) + 1).filter((word) => word !== "--") : [];
  return tail.length > 0 && !/\s/.test(text) ? exact([text, ...tail]) : script(text.replace(/^exec=/, ""));
}

/** An inner command does not begin with a dash: such words are for a program that the wrapper chooses itself. */
function restLayer(
  argv: readonly string[],
  start: number,
  rest: readonly string[],
  wrapper: Wrapper,
): Layer | undefined {
  const entrypoint = wrapper.valued.has("--entrypoint") ? optionValue(argv, ["--entrypoint"]) : undefined;
  const words = entrypoint === undefined ? rest : [entrypoint, ...rest];
  if (words[0]?.startsWith("-")) return undefined;
  const inner = [...exported(argv, start, wrapper), innerOf(words, wrapper, programName(argv[0] ?? ""))];
  return { outer: wrapper.keeps ? argv : undefined, inner };
}

/** A wrapper's own words, without those of the command it runs. */
export function wrapperWords(argv: readonly string[]): readonly string[] {
  const wrapper = wrappers.get(programName(argv[0] ?? ""));
  if (wrapper === undefined || !wrapper.keeps || wrapper.textOnly) return argv;
  const start = afterVerb(argv, wrapper);
  return start === undefined ? argv : argv.slice(0, argv.length - innerWords(argv, start, wrapper).length);
}

/** Where the words after options and verb begin; undefined when the verb is another one. */
function afterVerb(argv: readonly string[], wrapper: Wrapper): number | undefined {
  const start = optionsEnd(argv, 1, wrapper.valued);
  if (wrapper.verbs.length === 0) return start;
  for (const verb of wrapper.verbs) {
    const end = endOfVerb(argv, start, verb, wrapper.valued);
    if (end !== undefined) return end;
  }
  return undefined;
}

function endOfVerb(
  argv: readonly string[],
  start: number,
  verb: readonly string[],
  valued: ReadonlySet<string>,
): number | undefined {
  let at = start;
  for (const word of verb) {
    if (argv[at] !== word) return undefined;
    at = optionsEnd(argv, at + 1, valued);
  }
  return at;
}

function innerWords(argv: readonly string[], start: number, wrapper: Wrapper): readonly string[] {
  const dashes = argv.indexOf("--", 1);
  if (wrapper.dashes) return dashes < 0 ? [] : argv.slice(dashes + 1);
  let at = start;
  if (wrapper.assignments) while (argv[at] === "-" || isAssignment(argv[at] ?? "")) at += 1;
  if (wrapper.skip === 0) return argv.slice(at);
  if (wrapper.keeps && dashes >= at) return argv.slice(dashes + 1);
  at += wrapper.skip;
  if (wrapper.permutes) return argv.slice(optionsEnd(argv, at, wrapper.valued));
  return argv.slice(argv[at] === "--" ? at + 1 : at);
}

const isAssignment = (word: string): boolean => /^[A-Za-z_]\w{0,99}=/.test(word);

/** `env LD_PRELOAD=x ls`: the assignment says more than the command, so it is one of its own. */
function exported(argv: readonly string[], start: number, wrapper: Wrapper): readonly Inner[] {
  if (!wrapper.assignments) return [];
  const words: string[] = [];
  for (let at = start; isAssignment(argv[at] ?? ""); at += 1) words.push(argv[at] ?? "");
  return words
    .filter((word) => isNotableVariable(word.slice(0, word.indexOf("="))))
    .map((word) => exact(["export", word]));
}

/** Shell text in one word for `trap`, in all words for others; else exact words, a package without its version. */
function innerOf(rest: readonly string[], wrapper: Wrapper, program: string): Inner {
  if (wrapper.rest === "script") return script(program === "trap" ? (rest[0] ?? "") : rest.join(" "));
  return exact(wrapper.packages ? [withoutVersion(rest[0] ?? ""), ...rest.slice(1)] : rest);
}

/** `@scope/tool@1.2` runs `@scope/tool`. */
function withoutVersion(name: string): string {
  const at = name.lastIndexOf("@");
  return at > 0 ? name.slice(0, at) : name;
}
