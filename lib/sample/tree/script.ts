import { shellWords } from "../shell-words.js";

/** One program of a line, or something that the shell does itself. */
export interface Part {
  readonly words: readonly string[];
  /** The shell starts no program for it. */
  readonly builtin: boolean;
}

const builtins: ReadonlySet<string> = new Set(
  "cd export source history alias unalias set unset pwd echo printf true false test [ : . type".split(" "),
);

/** What this does not take apart: expansions, patterns, groups, here-documents, comments. */
const beyond = /[$`*?(){}[\]#\\\n]|<</;

/** Quoted text, an operator between two programs, a redirection, or any other character. */
const pieces = /'[^']*'|"[^"]*"|&&|\|\||[|;]|\d?>>?\s*(?:&\d|[^\s&|;]+)|&(?=\s*$)|[^'"]/g;

const isOperator = (piece: string): boolean => piece === "&&" || piece === "|" || piece === ";" || piece === "||";

const withoutQuoted = (line: string): string => line.replaceAll(/'[^']*'/g, "");

/** Programs that hand a command of theirs to somewhere else: both are commands. */
const carries = /^(?:ssh|kubectl exec|docker exec) /;

/** Whether a line is made of programs with plain arguments, so that `partsOf` knows all that it does. */
export const isSimple = (line: string): boolean => !beyond.test(withoutQuoted(line)) && !carries.test(line);

/**
 * What a shell does for a line, in order: programs in a pipeline or one after the other; redirections are left out.
 *
 * @param home what a leading `~/` stands for
 * @example
 * partsOf("cd infra && terraform plan", "/home/ada")[0] // => { words: ["cd", "infra"], builtin: true }
 * partsOf("go test ./... 2>&1 | tail -5", "/home/ada")[1].words // => ["tail", "-5"]
 * partsOf("git commit -m 'a && b'", "/home/ada").length // => 1
 */
export function partsOf(line: string, home: string): readonly Part[] {
  const texts = [""];
  for (const piece of line.match(pieces) ?? []) {
    if (isOperator(piece)) texts.push("");
    else if (!/^\d?>/.test(piece) && piece !== "&") texts[texts.length - 1] += piece;
  }
  return texts
    .map((text) => shellWords(text, home))
    .filter((words) => words.length > 0)
    .map((words) => ({ words, builtin: builtins.has(words[0] as string) }));
}
