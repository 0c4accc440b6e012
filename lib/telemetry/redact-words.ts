import { nameBefore, secretValuesIn } from "./assignments.js";
import { isSecret, marker } from "./redact-shapes.js";
import { anySecretName, namesSecret, type SecretOption, secretOptions } from "./secrets.js";
import { wordsIn } from "./words.js";

const optionsByProgram: ReadonlyMap<string, readonly SecretOption[]> = (() => {
  const byProgram = new Map<string, SecretOption[]>();
  for (const option of secretOptions) {
    for (const program of option.programs) byProgram.set(program, [...(byProgram.get(program) ?? []), option]);
  }
  return byProgram;
})();

const isQuote = (char: string | undefined): boolean => char === '"' || char === "'";
const isQuoted = (word: string): boolean => word.length >= 2 && isQuote(word[0]) && word.at(-1) === word[0];
const unquoted = (word: string): string => (isQuoted(word) ? word.slice(1, -1) : word);

/** A word's quotes, what is in them, and the brackets of JSON behind them. */
const quotedWord = /^(["'])([\s\S]*)\1([,}\])]*)$/;
/** A word without quotes; a dollar at its end belongs to the `(` behind it. */
const bareWord = /^()([\s\S]*?)(\$?)$/;

/** Takes the secret out of a word; its quotes and what stands before `after` stay. */
export const replaceValue = (word: string, kind: string, after: string | undefined, kinds: Set<string>): string => {
  const [, quote = "", inner = word, behind = ""] = quotedWord.exec(word) ?? bareWord.exec(word) ?? [];
  const cut = after === undefined ? 0 : inner.indexOf(after) + 1;
  if (after !== undefined && cut === 0) return word;
  // In single quotes a dollar is only a dollar; in argv there are no quotes, and a reference may be a parsed one.
  const literal = quote === "'" && inner.startsWith("$");
  if (!literal && !isSecret(inner.slice(cut))) return word;
  kinds.add(kind);
  return `${quote}${inner.slice(0, cut)}${marker(kind)}${quote}${behind}`;
};

const redactAssignments = (word: string, kinds: Set<string>): string => {
  let left = "";
  let done = 0;
  for (const { start, end } of secretValuesIn(word)) {
    const value = word.slice(start, end);
    if (!isSecret(value) && !(word[start - 1] === "'" && value.startsWith("$"))) continue;
    kinds.add("secret");
    left += word.slice(done, start) + marker("secret");
    done = end;
  }
  return left + word.slice(done);
};

/** What the words seen so far say about the next one. */
interface Expectation {
  readonly kind: string;
  readonly after: string | undefined;
  /** Words before the secret that are none. */
  readonly skip: number;
}

const baseName = (word: string): string => {
  const path = unquoted(word);
  return path
    .slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1)
    .replace(/\.exe$/i, "")
    .toLowerCase();
};

/** `--password`, `-password`, `X-Api-Key:`, `"password":` want the next word. */
const expectationAfter = (word: string, options: readonly SecretOption[]): Expectation | null => {
  for (const option of options) {
    if (option.place !== "attached" && option.options.includes(word))
      return { kind: "password", after: option.after, skip: option.skip ?? 0 };
  }
  if (word.endsWith(":") && namesSecret(nameBefore(word, word.length - 1)))
    return { kind: "secret", after: undefined, skip: 0 };
  const isOption = word.length > 2 && word.startsWith("-") && /^-{1,2}[A-Za-z][\w.-]{0,126}$/.test(word);
  return isOption && namesSecret(word) ? { kind: "secret", after: undefined, skip: 0 } : null;
};

const redactAttached = (word: string, options: readonly SecretOption[], kinds: Set<string>): string => {
  for (const option of options) {
    if (option.place === "next") continue;
    for (const name of option.options) {
      const prefix = name.startsWith("--") ? `${name}=` : name;
      if (!word.startsWith(prefix) || word.length === prefix.length) continue;
      return prefix + replaceValue(word.slice(prefix.length), "password", option.after, kinds);
    }
  }
  return word;
};

// A script in a script in a script: deeper ones are unwrapped, and redacted, as commands of their own.
const deepest = 4;

/** One word, and the scripts that may be quoted in it. */
const redactWord = (word: string, kinds: Set<string>, depth: number): string => {
  const assigned = redactAssignments(word, kinds);
  if (depth >= deepest || !/\s/.test(assigned)) return assigned;
  const open = assigned.search(/["']/);
  if (open === -1) return redactLine(assigned, kinds, depth + 1);
  const close = Math.max(assigned.lastIndexOf(assigned[open] ?? ""), open + 1);
  return (
    assigned.slice(0, open + 1) + redactLine(assigned.slice(open + 1, close), kinds, depth + 1) + assigned.slice(close)
  );
};

/** An option, a redirection, or the beginning of an object or list, where a value was expected. */
const isNoValue = /^(?:--?[A-Za-z]|\/(?:add|delete|domain|active)|[<>]|[{[]["']?$|[{[]["'])/;

/** `find -name mysql -print`: a name that is looked for is no program. */
const searchesFor = /^-i?(?:name|path|wholename|regex|lname)$/;

/** The words of one or several commands, redacted in order. */
export const redactWords = (
  words: readonly { readonly text: string; readonly first: boolean }[],
  kinds: Set<string>,
  depth: number,
): readonly string[] => {
  let programOptions: readonly SecretOption[] = [];
  let verbs = new Set<string>();
  let expected: Expectation | null = null;
  let previous = "";
  return words.map(({ text, first }) => {
    if (first) {
      programOptions = [];
      verbs = new Set();
      expected = null;
    }
    const wanted: Expectation | null = expected;
    expected = null;
    if (wanted !== null && wanted.skip > 0 && !isNoValue.test(text)) {
      expected = { ...wanted, skip: wanted.skip - 1 };
      return redactWord(text, kinds, depth);
    }
    if (wanted !== null && !isNoValue.test(text)) return replaceValue(text, wanted.kind, wanted.after, kinds);
    const known = searchesFor.test(previous) ? undefined : optionsByProgram.get(baseName(text));
    if (known !== undefined) programOptions = known;
    previous = text;
    verbs.add(text);
    const options = programOptions.filter(({ verb }) => verb === undefined || verbs.has(verb));
    const attached = redactAttached(text, options, kinds);
    if (attached !== text) return attached;
    expected = expectationAfter(text, options);
    return expected === null ? redactWord(text, kinds, depth) : text;
  });
};

/** A line of text, word by word; `depth` counts the quotes it stands in. */
export const redactLine = (line: string, kinds: Set<string>, depth: number): string => {
  if (depth === 0 && !anySecretName.test(line)) return line;
  const words = wordsIn(line);
  const texts = words.map(({ start, end, first }) => ({ text: line.slice(start, end), first }));
  const redacted = redactWords(texts, kinds, depth);
  let left = "";
  let done = 0;
  words.forEach(({ start, end }, index) => {
    left += line.slice(done, start) + (redacted[index] ?? "");
    done = end;
  });
  return left + line.slice(done);
};
