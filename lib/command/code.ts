import { decodeBase64 } from "./encodings.js";
import type { Inner } from "./layers/layer.js";

/** More calls in one text are not looked for. */
const mostCalls = 64;

interface Language {
  /** Options whose value is code. */
  readonly options: readonly string[];
  /** Names of functions that hand a string to a shell, or start a program. */
  readonly calls: RegExp;
  /** Backquotes run a shell. */
  readonly backquotes: boolean;
}

const python: Language = {
  options: ["-c"],
  calls:
    /\b(?:system|popen|run|call|check_call|check_output|Popen|getoutput|getstatusoutput|spawn|exec[lv]p?e?)\s{0,8}\(/g,
  backquotes: false,
};
const node: Language = {
  options: ["-e", "--eval", "-p", "--print", "-pe"],
  calls: /\b(?:exec|execSync|spawn|spawnSync|execFile|execFileSync)\s{0,8}\(/g,
  backquotes: false,
};
const perl: Language = {
  options: ["-e", "-E", "-ne", "-pe", "-le", "-lne"],
  calls: /\b(?:system|exec|qx)\s{0,8}\(?/g,
  backquotes: true,
};
const ruby: Language = {
  options: ["-e", "-ne", "-pe"],
  calls: /(?:\b(?:system|exec|spawn|popen|capture[23]e?|popen3)\s{0,8}\(?|%x)/g,
  backquotes: true,
};
const php: Language = {
  options: ["-r"],
  calls: /\b(?:system|exec|shell_exec|passthru|popen|proc_open)\s{0,8}\(/g,
  backquotes: true,
};
const awk: Language = { options: [], calls: /\bsystem\s{0,8}\(/g, backquotes: false };
const applescript: Language = { options: ["-e"], calls: /\bdo (?:shell )?script\s{1,8}/g, backquotes: false };
const lua: Language = { options: ["-e"], calls: /\b(?:execute|popen)\s{0,8}\(/g, backquotes: false };
const r: Language = { options: ["-e"], calls: /\bsystem2?\s{0,8}\(/g, backquotes: false };
const julia: Language = { options: ["-e", "--eval"], calls: /\brun\s{0,8}\(/g, backquotes: true };
const lisp: Language = {
  options: ["--eval", "-eval", "--execute"],
  calls: /\((?:shell-command|call-process|start-process|async-shell-command)\s{1,8}/g,
  backquotes: false,
};

const languages: ReadonlyMap<string, Language> = new Map([
  ["python", python],
  ["python2", python],
  ["python3", python],
  ["ipython", python],
  ["node", node],
  ["nodejs", node],
  ["deno", node],
  ["bun", node],
  ["perl", perl],
  ["ruby", ruby],
  ["php", php],
  ["awk", awk],
  ["gawk", awk],
  ["mawk", awk],
  ["nawk", awk],
  ["lua", lua],
  ["osascript", applescript],
  ["rscript", r],
  ["julia", julia],
  ["emacs", lisp],
]);

const languageOf = (program: string): Language | undefined =>
  languages.get(program) ?? (/^python[23]\.\d{1,2}$/.test(program) ? python : undefined);

/**
 * The code that an interpreter is given in its own words.
 *
 * @example
 * codeOf("python3", ["python3", "-c", "print(1)"]) // => "print(1)"
 * codeOf("python3", ["python3", "job.py"]) // => undefined
 */
export function codeOf(program: string, argv: readonly string[]): string | undefined {
  const language = languageOf(program);
  if (language === undefined) return undefined;
  if (language === awk) return argv.find((word, index) => index > 0 && word.includes("system"));
  const texts: string[] = [];
  for (let at = 1; at < argv.length; at += 1) {
    const word = argv[at] ?? "";
    const glued = gluedCode(word, language);
    if (glued !== undefined) texts.push(glued);
    else if (takesCode(word, language)) texts.push(...argv.slice(at + 1, at + 2));
  }
  return texts.length === 0 ? undefined : texts.join("\n");
}

/** `-c`, `--eval`, or a bundle of letters that ends in one of them: `-Sc`, `-lne`. */
const takesCode = (word: string, { options }: Language): boolean =>
  options.includes(word) || (/^-[A-Za-z]{2,6}$/.test(word) && options.includes(`-${word.at(-1)}`));

/** `--eval=CODE` and `-cCODE`. */
function gluedCode(word: string, { options }: Language): string | undefined {
  const name = options.find((option) => word.startsWith(option.startsWith("--") ? `${option}=` : option));
  if (name === undefined || word.length <= name.length) return undefined;
  if (name.startsWith("--")) return word.slice(name.length + 1);
  return /[\s("'`]/.test(word) ? word.slice(name.length) : undefined;
}

/** Calls that remove a folder, or a file, and the command that does the same. */
const removals: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    /\b(?:rmtree|rmSync|rm_rf|rm_r|rimraf(?:\.sync|Sync)?|removeSync|removedirs|remove_tree|Deno\.remove(?:Sync)?|rmdirSync)\s{0,8}\(?/g,
    ["rm", "-rf"],
  ],
  [/\b(?:os\.(?:remove|unlink)|unlinkSync|File\.delete|unlink)\s{0,8}\(/g, ["rm", "-f"]],
];

/** What code visibly removes, as the command that would: `shutil.rmtree('x')` as `rm -rf x`. */
function removalsIn(code: string): readonly Inner[] {
  const found: Inner[] = [];
  for (const [call, words] of removals) {
    for (const match of code.matchAll(call)) {
      const [target] = literalsFrom(code, match.index + match[0].length);
      if (target !== undefined && found.length < mostCalls) found.push({ kind: "argv", argv: [...words, target] });
    }
  }
  return found;
}

/**
 * The shell commands that a program's code visibly runs: `os.system("...")`, `execSync("...")`, a list of words.
 *
 * Only string literals are read; what the code computes is not known, and stays the interpreter's own command.
 *
 * @example
 * shellCallsIn("python3", "import os; os.system('ls -l')") // => [{ kind: "script", text: "ls -l", guessed: true }]
 * shellCallsIn("node", "spawn('rm', ['-rf', 'x'])") // => [{ kind: "argv", argv: ["rm", "-rf", "x"] }]
 */
export function shellCallsIn(program: string, code: string): readonly Inner[] {
  const language = languageOf(program);
  if (language === undefined) return [];
  const found: Inner[] = [];
  for (const match of code.matchAll(language.calls)) {
    if (found.length >= mostCalls) break;
    const words = literalsFrom(code, match.index + match[0].length);
    if (words.length === 1) found.push(guessed(words[0] ?? ""));
    else if (words.length > 1) found.push({ kind: "argv", argv: words });
  }
  if (language.backquotes) {
    for (const match of code.matchAll(/`([^`]{1,4096})`|%x\(([^)]{1,4096})\)/g)) {
      if (found.length < mostCalls) found.push(guessed(match[1] ?? match[2] ?? ""));
    }
  }
  return [...found, ...removalsIn(code)];
}

const guessed = (text: string): Inner => ({ kind: "script", text, guessed: true });

/** Base64 that is worth decoding: as long as a short command, and nothing but its alphabet. */
const encoded = /["']([A-Za-z0-9+/]{12,32768}={0,2})["']/g;

/**
 * Code that other code holds in base64, where it also names a decoder.
 *
 * @example
 * hiddenCodeIn("exec(base64.b64decode('b3Mucm1kaXIoJ3gnKQ=='))") // => ["os.rmdir('x')"]
 * hiddenCodeIn("print('b3Mucm1kaXIoJ3gnKQ==')") // => []
 */
export function hiddenCodeIn(code: string): readonly string[] {
  if (!/b64decode|atob|base64|unpack/i.test(code)) return [];
  const texts: string[] = [];
  for (const match of code.matchAll(encoded)) {
    const text = decodeBase64(match[1] ?? "");
    if (texts.length < 8 && /^[\t\n\r\x20-\x7e]+$/.test(text)) texts.push(text);
  }
  return texts;
}

/**
 * The string literals that a piece of code begins with.
 *
 * @example
 * literalsIn('["ls", "id"]') // => ["ls", "id"]
 */
export const literalsIn = (code: string): readonly string[] => literalsFrom(code, 0);

/** The string literals at a place in code, separated by commas, in or out of a list. */
function literalsFrom(code: string, start: number): readonly string[] {
  const words: string[] = [];
  let at = start;
  while (words.length < 64) {
    while (/[\s[(,]/.test(code[at] ?? "x")) at += 1;
    const literal = literalAt(code, at);
    if (literal === undefined) return words;
    words.push(literal.text);
    at = literal.end;
    if (!/^\s{0,64}(,|\])/.test(code.slice(at, at + 66))) return words;
    while (/[\s\]]/.test(code[at] ?? "x")) at += 1;
    if (code[at] !== ",") return words;
  }
  return words;
}

const brackets: ReadonlyMap<string, string> = new Map([["{", "}"]]);

interface Literal {
  readonly text: string;
  readonly end: number;
}

function literalAt(code: string, start: number): Literal | undefined {
  const prefix = /^[rbuf]{1,2}(?=["'])/i.exec(code.slice(start, start + 3))?.[0].length ?? 0;
  const at = start + prefix;
  const quote = code[at] ?? "";
  const close = brackets.get(quote) ?? quote;
  if (quote === "" || !"\"'`{".includes(quote)) return undefined;
  if (code.startsWith(quote.repeat(3), at) && quote !== "{") return tripled(code, at, quote);
  let text = "";
  for (let end = at + 1; end < code.length; end += 1) {
    const letter = code[end] ?? "";
    if (letter === close) return { text, end: end + 1 };
    if (letter === "\\") {
      end += 1;
      text += code[end] === "n" ? "\n" : (code[end] ?? "");
    } else text += letter;
  }
  return undefined;
}

function tripled(code: string, at: number, quote: string): Literal | undefined {
  const end = code.indexOf(quote.repeat(3), at + 3);
  return end < 0 ? undefined : { text: code.slice(at + 3, end), end: end + 3 };
}
