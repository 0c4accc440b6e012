import { addReaders } from "./pipelines.js";
import { deeper, giveUp, type Place, type Search, step } from "./search.js";
import { forEachChild, type SyntaxNode } from "./syntax.js";

type Substitution = Extract<
  SyntaxNode,
  { type: "CommandExpansion" | "ProcessSubstitution" | "ArithmeticCommandExpansion" }
>;

const none: readonly string[] = [];

/**
 * Searches the command and process substitutions inside a word, heredoc or test, and answers with their texts.
 *
 * Their commands are found as commands of their own; `feeds` names the programs that read what they write.
 */
export function searchSubstitutions(
  search: Search,
  node: SyntaxNode,
  place: Place,
  feeds: readonly string[],
): readonly string[] {
  if ((node.type === "Word" || node.type === "Assignment") && !/[$`<>]/.test(node.text)) return none;
  const texts: string[] = [];
  forEachChild(node, (child) => {
    if (!isSubstitution(child)) texts.push(...searchSubstitutions(search, child, place, feeds));
    else if (!place.searched.has(child.text)) {
      texts.push(child.text);
      searchInside(search, child, place, feeds);
    }
  });
  return texts;
}

function isSubstitution(node: SyntaxNode): node is Substitution {
  return (
    node.type === "CommandExpansion" ||
    node.type === "ProcessSubstitution" ||
    node.type === "ArithmeticCommandExpansion"
  );
}

function searchInside(search: Search, node: Substitution, place: Place, feeds: readonly string[]): void {
  if (!step(search)) return;
  const writes = node.type === "ProcessSubstitution" && node.operator === ">";
  const change = { input: undefined, redirections: [], fedBy: writes ? feeds : none };
  const inside = deeper(search, place, change);
  const script = node.script;
  if (inside === undefined || script === undefined) return;
  if (script.errors !== undefined && script.errors.length > 0 && !place.guessed) giveUp(search, "syntax");
  const outer = search.source;
  search.source = script.source ?? outer;
  const start = search.found.length;
  search.level += 1;
  search.readers.statements(search, script.commands, inside);
  if (!writes) addReaders(search, start, feeds);
  search.level -= 1;
  search.source = outer;
}
