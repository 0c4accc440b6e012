import { decodeBase64, decodeHex } from "./encodings.js";
import { programName } from "./names.js";

/** Longer outputs are not followed: decoding must not multiply an attacker's text. */
const mostOutput = 32 * 1024;

/**
 * What a command writes, where its arguments and its input show it: `echo`, `printf`, and the filters that are used
 * to hide a command's text. Undefined when it is not known.
 *
 * @param literal  a dollar in the arguments is only a dollar: it stood in single quotes
 * @example
 * outputOf(["echo", "-n", "rm", "x"]) // => "rm x"
 * outputOf(["base64", "-d"], "bHM=") // => "ls"
 * outputOf(["rev"], "sl") // => "ls"
 * outputOf(["date"]) // => undefined
 */
export function outputOf(argv: readonly string[], input?: string, literal = false): string | undefined {
  const program = programName(argv[0] ?? "");
  const rest = argv.slice(1);
  const output =
    writers.get(program)?.(rest) ?? (input === undefined ? undefined : filters.get(program)?.(rest, input));
  return output === undefined || output.length > mostOutput || (!literal && /[$`]\(?/.test(unresolved(program, rest)))
    ? undefined
    : output;
}

/** The arguments of a writer that still hold an unknown value make its output unknown. */
const unresolved = (program: string, rest: readonly string[]): string => (writers.has(program) ? rest.join(" ") : "");

/** Where a program lies is not known, but its name is enough to know what it does. */
const lastName = (rest: readonly string[]): string | undefined =>
  rest.length > 0 && rest.length <= 2 && /^[\w./-]{1,64}$/.test(rest.at(-1) ?? "") ? rest.at(-1) : undefined;

const onlyPrints =
  /^\s*(?:BEGIN\s*\{)?\s*(?:console\.log|print(?:f|ln)?|puts|echo|say)\s*\(?\s*(["'])((?:(?!\1)[^\\])*)\1\s*\)?\s*;?\s*\}?\s*$/;

/** Code that only prints one literal: `perl -e 'print "rm x"'`. */
const printed = (rest: readonly string[]): string | undefined => onlyPrints.exec(rest.at(-1) ?? "")?.[2];

type Writer = (rest: readonly string[]) => string | undefined;

const writers: ReadonlyMap<string, Writer> = new Map<string, Writer>([
  ["echo", echo],
  ["printf", printf],
  ["which", lastName],
  ["command", (rest) => (rest[0] === "-v" ? lastName(rest) : undefined)],
  ["type", (rest) => (/^-[pP]$/.test(rest[0] ?? "") ? lastName(rest) : undefined)],
  ...["perl", "python", "python3", "ruby", "awk", "node", "php"].map((name) => [name, printed] as const),
]);

const filters: ReadonlyMap<string, (rest: readonly string[], input: string) => string | undefined> = new Map([
  ["cat", (rest: readonly string[], input: string) => (rest.every((word) => word === "-") ? input : undefined)],
  ["tee", (_rest: readonly string[], input: string) => input],
  ["base64", (rest: readonly string[], input: string) => (decodes(rest) ? decodeBase64(input) : undefined)],
  ["gbase64", (rest: readonly string[], input: string) => (decodes(rest) ? decodeBase64(input) : undefined)],
  ["openssl", openssl],
  [
    "xxd",
    (rest: readonly string[], input: string) =>
      rest.some((word) => /^-\w*r/.test(word)) ? decodeHex(input) : undefined,
  ],
  ["rev", (_rest: readonly string[], input: string) => input.split("\n").map(reversed).join("\n")],
  ["tr", translate],
]);

const decodes = (rest: readonly string[]): boolean => rest.some((word) => /^(-\w*[dD]\w*|--decode)$/.test(word));

const reversed = (line: string): string => [...line].reverse().join("");

function echo(rest: readonly string[]): string {
  let first = 0;
  let escapes = false;
  while (/^-[neE]+$/.test(rest[first] ?? "")) {
    escapes ||= (rest[first] ?? "").includes("e");
    first += 1;
  }
  const text = rest.slice(first).join(" ");
  return escapes ? unescaped(text) : text;
}

/** The format's `%s`, `%b` and `%d` are filled in order; the format is used once. */
function printf(rest: readonly string[]): string | undefined {
  const words = rest[0] === "--" ? rest.slice(1) : rest[0] === "-v" ? rest.slice(2) : rest;
  let next = 1;
  if (words[0] === undefined) return undefined;
  return unescaped(words[0]).replace(/%(%|[sbd])/g, (_match, kind: string) => {
    if (kind === "%") return "%";
    const value = words[next] ?? "";
    next += 1;
    return kind === "b" ? unescaped(value) : value;
  });
}

const named: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["t", "\t"],
  ["r", "\r"],
  ["\\", "\\"],
  ["e", "\u001b"],
]);

function unescaped(text: string): string {
  return text.replace(/\\(x[0-9a-fA-F]{1,2}|0?[0-7]{1,3}|[ntre\\])/g, (_match, code: string) => {
    const known = named.get(code);
    if (known !== undefined) return known;
    return String.fromCharCode(
      code.startsWith("x") ? Number.parseInt(code.slice(1), 16) : Number.parseInt(code, 8) % 256,
    );
  });
}

function openssl(rest: readonly string[], input: string): string | undefined {
  const base64 =
    rest[0] === "base64" || (rest[0] === "enc" && rest.some((word) => word === "-base64" || word === "-a"));
  return base64 && rest.includes("-d") ? decodeBase64(input) : undefined;
}

/** `tr 'A-Za-z' 'N-ZA-Mn-za-m'` and `tr -d x`: letters changed one for one, or taken out. */
function translate(rest: readonly string[], input: string): string | undefined {
  const deletes = rest[0] === "-d";
  const from = letters(rest[deletes ? 1 : 0] ?? "");
  const to = letters(rest[1] ?? "");
  if (from.length === 0 || (!deletes && (to.length === 0 || (rest[0] ?? "").startsWith("-")))) return undefined;
  const last = to[to.length - 1] ?? "";
  const table = new Map(from.map((letter, index) => [letter, deletes ? "" : (to[index] ?? last)]));
  return [...input].map((letter) => table.get(letter) ?? letter).join("");
}

function letters(set: string): readonly string[] {
  if (set.includes("[:") || set.length > 256) return [];
  const expanded = unescaped(set).replace(/([A-Za-z0-9])-([A-Za-z0-9])/g, (_match, from: string, to: string) => {
    const [first, last] = [from.charCodeAt(0), to.charCodeAt(0)];
    return String.fromCharCode(
      ...Array.from({ length: Math.max(0, last - first + 1) }, (_unused, index) => first + index),
    );
  });
  return [...expanded];
}
