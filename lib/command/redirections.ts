import type { Redirection } from "../domain/command.js";
import { fileName } from "./layers/shell.js";
import { writersSince } from "./pipelines.js";
import type { Input, Place, Search } from "./search.js";
import { searchSubstitutions } from "./substitutions.js";
import type { SyntaxNode } from "./syntax.js";
import { partsText, wordText } from "./words.js";

type RedirectNode = Extract<SyntaxNode, { type: "Redirect" | "HereString" | "HereDoc" }>;

/** Where text goes to be forgotten, or to the terminal: no file is changed. */
const nowhere: ReadonlySet<string> = new Set(["/dev/null", "/dev/stdout", "/dev/stderr", "/dev/stdin", "/dev/tty"]);

/** The files a command opens by redirection, and the text it is given by heredoc or herestring. */
export interface OwnRedirections {
  readonly files: readonly Redirection[];
  readonly input: Input | undefined;
  /** Programs whose output is the input: `curl` in `bash < <(curl ...)`. */
  readonly writers: readonly string[];
}

export const noRedirections: OwnRedirections = { files: [], input: undefined, writers: [] };

/** Reads a command's redirections; `feeds` names the program that reads what their substitutions write. */
export function redirectionsOf(
  search: Search,
  nodes: readonly RedirectNode[],
  place: Place,
  feeds: readonly string[],
): OwnRedirections {
  const before = search.found.length;
  const files: Redirection[] = [];
  let input: Input | undefined;
  for (const node of nodes) {
    if (node.type === "Redirect") {
      const file = fileOf(search, node);
      if (file !== undefined) files.push(file);
      input = knownFile(search, node) ?? input;
    } else {
      const text = inputText(search, node);
      if (text !== undefined) input = { text, piped: false };
    }
    searchSubstitutions(search, node, place, feeds);
  }
  return { files, input, writers: writersSince(search, before) };
}

function fileOf(search: Search, node: Extract<RedirectNode, { type: "Redirect" }>): Redirection | undefined {
  if (node.target === undefined) return undefined;
  const target = wordText(node.target, search);
  const duplicates = node.operator.endsWith("&") && /^(\d+|-|\d+-)$/.test(target);
  if (duplicates || nowhere.has(target) || target === "" || /^[<>]\(/.test(target)) return undefined;
  return { operator: operators[node.operator], target };
}

/** `sh < x.sh` and `sh < <(echo ...)` read visible text, where the source wrote it. */
function knownFile(search: Search, node: Extract<RedirectNode, { type: "Redirect" }>): Input | undefined {
  if (node.operator !== "<" || node.target === undefined) return undefined;
  const text = search.files.get(fileName(wordText(node.target, search)));
  return text === undefined ? undefined : { text, piped: true };
}

/** The shell's nine ways to open a file, as reading, writing and appending. */
const operators = {
  "<": "<",
  "<&": "<",
  "<>": ">",
  ">": ">",
  ">|": ">",
  ">&": ">",
  "&>": ">",
  ">>": ">>",
  "&>>": ">>",
} as const;

function inputText(
  search: Search,
  node: Extract<RedirectNode, { type: "HereString" | "HereDoc" }>,
): string | undefined {
  if (node.type === "HereString") return node.target === undefined ? undefined : wordText(node.target, search);
  return node.body.parts === undefined ? node.body.text : partsText(node.body.parts, search);
}
