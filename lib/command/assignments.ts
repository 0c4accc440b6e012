import { isNotableVariable } from "./notable-variables.js";
import { bindPositional } from "./positional.js";
import type { Input, Place, Search } from "./search.js";
import type { SyntaxNode } from "./syntax.js";
import { wordFields, wordText } from "./words.js";

export type AssignmentNode = Extract<SyntaxNode, { type: "Assignment" }>;

const declarations: ReadonlySet<string> = new Set(["export", "declare", "typeset", "local", "readonly"]);
/** Whether the assignments among a program's words set variables of the shell itself. */
export const isDeclaration = (program: string | undefined): boolean =>
  program !== undefined && declarations.has(program);

/** An assignment as one word: `export A=$x` with what is known of `$x`. */
export function assignmentFields(node: AssignmentNode, search: Search): readonly string[] {
  if (node.value.type === "ArrayValue") return [node.text];
  return [`${node.name}${node.append === true ? "+=" : "="}${wordText(node.value, search)}`];
}

/** Keeps what a variable was set to; a value that is not known makes the variable unknown again. */
export function assign(search: Search, node: AssignmentNode): void {
  if (node.index !== undefined) return;
  if (node.value.type === "ArrayValue") {
    search.variables.set(
      node.name,
      node.value.elements.flatMap((word) => wordFields(word, search)),
    );
    return;
  }
  const text = wordText(node.value, search);
  const before = node.append === true ? search.variables.get(node.name) : "";
  if (/[$`]/.test(text) || typeof before !== "string") search.variables.delete(node.name);
  else search.variables.set(node.name, before + text);
}

/** Assignments that are acts of their own, alone or before a command, are found as the `export` they amount to. */
export function exportNotable(search: Search, prefix: readonly SyntaxNode[], place: Place): void {
  for (const part of prefix) {
    if (part.type !== "Assignment" || !isNotableVariable(part.name)) continue;
    search.readers.argv(search, ["export", ...assignmentFields(part, search)], {
      ...place,
      redirections: [],
      input: undefined,
    });
  }
}

/** `read` of one visible line sets its last variable to it; of anything else, to something unknown. */
function bindRead(search: Search, argv: readonly string[], input: Input | undefined): void {
  const name = argv.at(-1) ?? "";
  const line = input?.text.trim() ?? "";
  if (line === "" || line.includes("\n") || !/^[A-Za-z_]\w*$/.test(name)) search.variables.delete(name);
  else search.variables.set(name, line);
}

/** `set -- rm x` gives the arguments anew, `printf -v NAME` and `mapfile` set a variable to what they would print or read. */
export function bindBuiltin(
  search: Search,
  argv: readonly string[],
  output: string | undefined,
  input: Input | undefined,
): void {
  if (argv[0] === "set" && argv[1] === "--") bindPositional(search, ["sh", ...argv.slice(2)]);
  if (argv[0] === "read") bindRead(search, argv, input);
  if (argv[0] === "printf" && argv[1] === "-v" && output !== undefined) search.variables.set(argv[2] ?? "", output);
  if ((argv[0] === "mapfile" || argv[0] === "readarray") && input !== undefined)
    search.variables.set(argv.at(-1) ?? "", input.text.trimEnd().split("\n"));
}
