import { outputOf } from "./outputs.js";
import type { Search } from "./search.js";
import type { ParsedScript, Statement } from "./syntax.js";
import { wordFields } from "./words.js";

/** What `$(...)` puts in when it is one pipeline of visible constants; undefined otherwise. */
export function commandOutput(script: ParsedScript | undefined, search: Search): string | undefined {
  const only = script?.commands.length === 1 ? script.commands[0]?.command : undefined;
  if (only === undefined) return undefined;
  const parts = only.type === "Pipeline" ? only.commands : [only];
  let text: string | undefined;
  for (const part of parts) {
    text = simpleOutput(part, search, text);
    if (text === undefined) return undefined;
  }
  return text?.replace(/\n+$/, "");
}

function simpleOutput(node: Statement["command"], search: Search, input: string | undefined): string | undefined {
  if (node.type !== "Command" || node.name === undefined || node.prefix.length > 0) return undefined;
  const words = [node.name];
  for (const part of node.suffix) {
    if (part.type === "HereString" && part.target !== undefined) input = wordFields(part.target, search).join(" ");
    else if (part.type === "Word") words.push(part);
    else if (part.type !== "Redirect") return undefined;
  }
  return outputOf(
    words.flatMap((word) => wordFields(word, search)),
    input,
  );
}
