import type { Redirection } from "../domain/command.js";
import { mostPipelines, redirectionAt, type Stage } from "./stage.js";

/** How many brackets and blocks inside each other are read. */
const mostNested = 8;

/** What a statement that is code rather than a cmdlet is called: `$client.DownloadFile(...)`, `[IO.File]::Delete(...)`. */
const expression = "expression";

type Pipeline = readonly Stage[];

/** The words of one stage as they are collected; a first word in quotes is a text, not a command. */
interface Written {
  readonly words: string[];
  readonly redirections: Redirection[];
  quotedFirst: boolean;
}

const nothingWritten = (): Written => ({ words: [], redirections: [], quotedFirst: false });

/**
 * The pipelines of a text that PowerShell would read; what stands in brackets and blocks comes before what holds it.
 *
 * @example
 * powershellPipelines("$x = gci 'a b' | select Name").map((stages) => stages.map(({ argv }) => argv)) // => [[["gci", "a b"], ["select", "Name"]]]
 * powershellPipelines("if (Test-Path a) { ri a }").map((stages) => stages[0].argv) // => [["Test-Path", "a"], ["ri", "a"]]
 */
export function powershellPipelines(text: string): readonly Pipeline[] {
  const found: Pipeline[] = [];
  collect(text, 0, found);
  return found;
}

function collect(text: string, depth: number, found: Pipeline[]): void {
  let stages: Written[] = [];
  let stage = nothingWritten();
  let word: string | undefined;
  const endWord = (): void => {
    if (word !== undefined) stage.words.push(word);
    word = undefined;
  };
  const endStage = (): void => {
    endWord();
    if (stage.words.length + stage.redirections.length > 0) stages.push(stage);
    stage = nothingWritten();
  };
  const endPipeline = (): void => {
    endStage();
    const commands = commandsOf(stages);
    if (commands.length > 0 && found.length < mostPipelines) found.push(commands);
    stages = [];
  };
  const inside = (group: string): void => {
    if (depth < mostNested) collect(group, depth + 1, found);
  };
  let at = 0;
  while (at < text.length && found.length < mostPipelines) {
    const letter = text[at] ?? "";
    if (letter === "'" || letter === '"') {
      const end = quoteEnd(text, at);
      const held = text.slice(at + 1, end);
      if (word === undefined && stage.words.length === 0) stage.quotedFirst = true;
      word = (word ?? "") + unescaped(held, letter);
      if (letter === '"') for (const group of substitutions(held)) inside(group);
      at = end + 1;
    } else if (letter === "`") {
      if (text[at + 1] === "\n") endWord();
      else word = (word ?? "") + (text[at + 1] ?? "");
      at += 2;
    } else if (letter === "(" || letter === "{") {
      const end = groupEnd(text, at);
      inside(text.slice(at + 1, end));
      if (stage.words.length === 0 && /^[A-Za-z][\w-]{0,64}$/.test(word ?? "")) endWord();
      word = (word ?? "") + text.slice(at, end + 1);
      at = end + 1;
    } else if (letter === "#" && word === undefined) {
      const end = text.indexOf("\n", at);
      at = end < 0 ? text.length : end;
    } else if (letter === ";" || letter === "\n" || (/[|&]/.test(letter) && text[at + 1] === letter)) {
      endPipeline();
      at += letter === ";" || letter === "\n" ? 1 : 2;
    } else if (letter === "|") {
      endStage();
      at += 1;
    } else if (letter === "&" && word === undefined) {
      stage.words.push("&");
      at += 1;
    } else if (letter === ">") {
      const redirection = redirectionAt(text.slice(at, at + 1_100));
      if (word !== undefined && /^[\d*]$/.test(word)) word = undefined;
      endWord();
      if (redirection?.redirection !== undefined) stage.redirections.push(redirection.redirection);
      at += redirection?.length ?? 1;
    } else if (/\s/.test(letter)) {
      endWord();
      at += 1;
    } else {
      word = (word ?? "") + letter;
      at += 1;
    }
  }
  endPipeline();
}

/** Where a quote that opens at a place closes: a quote written twice, or behind a backquote, does not close it. */
function quoteEnd(text: string, open: number): number {
  const quote = text[open];
  for (let at = open + 1; at < text.length; at += 1) {
    if (text[at] === "`" && quote === '"') at += 1;
    else if (text[at] === quote) {
      if (text[at + 1] !== quote) return at;
      at += 1;
    }
  }
  return text.length;
}

/** Where a bracket that opens at a place closes; brackets in quotes do not count. */
function groupEnd(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    const letter = text[at] ?? "";
    if (letter === "'" || letter === '"') at = quoteEnd(text, at);
    else if (letter === "(" || letter === "{") depth += 1;
    else if (letter === ")" || letter === "}") {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return text.length;
}

const unescaped = (held: string, quote: string): string =>
  quote === "'" ? held.replaceAll("''", "'") : held.replaceAll('""', '"').replace(/`(.)/g, "$1");

/** What `$(...)` in a text in double quotes runs. */
function substitutions(held: string): readonly string[] {
  const groups: string[] = [];
  for (let at = held.indexOf("$("); at >= 0; ) {
    const end = groupEnd(held, at + 1);
    groups.push(held.slice(at + 2, end));
    at = held.indexOf("$(", end);
  }
  return groups;
}

/** The commands of a pipeline; a text that is piped into `iex` is what that runs. */
function commandsOf(stages: readonly Written[]): readonly Stage[] {
  return stages.flatMap((stage, index) => {
    const argv = commandOf(stage);
    const before = stages[index - 1];
    const piped = before?.quotedFirst === true && before.words.length === 1 ? before.words : [];
    if (argv.length === 1 && /^(iex|invoke-expression)$/i.test(argv[0] ?? ""))
      return [{ argv: [...argv, ...piped], redirections: stage.redirections }];
    return argv.length + stage.redirections.length === 0 ? [] : [{ argv, redirections: stage.redirections }];
  });
}

const lead = /^(return|throw|do|try|else|finally|begin|process|end|exit)$/i;
const head = /^(if|elseif|while|until|foreach|for|switch|function|filter|param|catch|class|trap|workflow)(\(.*)?$/is;
const short: ReadonlyMap<string, string> = new Map([
  ["%", "ForEach-Object"],
  ["?", "Where-Object"],
]);

/** More words before one command are not taken off. */
const mostLeads = 64;

/** A stage as the command that it runs: what is assigned, returned or called, without what stands before it. */
function commandOf({ words, quotedFirst }: Written): readonly string[] {
  let rest: readonly string[] = words;
  for (let turn = 0; turn < mostLeads; turn += 1) {
    const [first = "", second = ""] = rest;
    const glued = /^\$[\w:]{1,64}[-+*]?=(.+)$/s.exec(first)?.[1];
    if (first === "&" || first === ".") return called(rest.slice(1));
    if (lead.test(first)) rest = rest.slice(1);
    else if (/^[-+*]?=$/.test(second)) rest = rest.slice(2);
    else if (glued !== undefined) rest = [glued, ...rest.slice(1)];
    else break;
  }
  const [first = ""] = rest;
  if (rest.length === 0 || (rest === words && head.test(first))) return [];
  if ((quotedFirst && rest === words) || /^[^\w.\\%?~*]|^\d/.test(first)) return expressionOf(rest.join(" "));
  return [short.get(first) ?? first, ...rest.slice(1)];
}

/** What `&` calls; a name in brackets is only known when it runs. */
const called = ([name, ...rest]: readonly string[]): readonly string[] =>
  name === undefined || name.startsWith("{") ? [] : [name.startsWith("(") ? `$${name}` : name, ...rest];

const expressionOf = (text: string): readonly string[] =>
  /(\.|::)\s?['"]?\w{1,64}['"]?\s?\(/.test(text) ? [expression, text] : [];
