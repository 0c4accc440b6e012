import { joinPipeline } from "./pipelines.js";
import { redirectionsOf } from "./redirections.js";
import { type Input, type Place, type Search, step } from "./search.js";
import { searchSimple } from "./simple.js";
import { searchSubstitutions } from "./substitutions.js";
import { type CommandNode, forEachChild, type Statement, type Word } from "./syntax.js";
import { wordFields } from "./words.js";

/** A loop over more known words is searched once, its variable unknown. */
const mostTurns = 8;

/** Finds the commands of a list of statements, in order; functions that nothing called are searched at the end. */
export function searchStatements(search: Search, statements: readonly Statement[], place: Place): void {
  for (const statement of statements) searchNode(search, statement.command, place);
  for (const [, seen] of search.functions) {
    if (seen.called || seen.place.depth !== place.depth) continue;
    seen.called = true;
    searchNode(search, seen.body, seen.place);
  }
}

/** Finds the commands of one node; answers with what it writes, where that is visible. */
export function searchNode(search: Search, node: CommandNode, place: Place): Input | undefined {
  if (!step(search)) return undefined;
  switch (node.type) {
    case "Command":
      return searchSimple(search, node, place);
    case "Pipeline":
      return joinPipeline(search, node.commands, place, (part, at) => searchNode(search, part, at));
    case "AndOr":
      for (const part of node.commands) searchNode(search, part, place);
      return undefined;
    case "Redirected": {
      const own = redirectionsOf(search, node.redirects, place, []);
      searchNode(search, node.command, {
        ...place,
        redirections: [...place.redirections, ...own.files],
        input: own.input ?? place.input,
        fedBy: [...place.fedBy, ...own.writers],
      });
      return undefined;
    }
    case "Function":
      search.functions.set(node.name.value, { body: node.body, place, called: false, running: false });
      return undefined;
    case "For":
      searchFor(search, node, place);
      return undefined;
    case "CompoundList":
      for (const statement of node.commands) searchNode(search, statement.command, place);
      return undefined;
    default:
      searchChildren(search, node, place);
      return undefined;
  }
}

/** Groups, branches, loops and tests: every list of statements in them may run, every substitution does. */
function searchChildren(search: Search, node: Exclude<CommandNode, { type: "Command" }>, place: Place): void {
  forEachChild(node, (child) => {
    if (child.type === "CompoundList") searchNode(search, child, place);
    else if (child.type === "CaseItem" || child.type === "Elif") {
      forEachChild(child, (part) => {
        if (part.type === "CompoundList") searchNode(search, part, place);
        else searchSubstitutions(search, part, place, []);
      });
    } else if (isCommandNode(child)) searchNode(search, child, place);
    else searchSubstitutions(search, child, place, []);
  });
}

const compounds: ReadonlySet<string> = new Set(
  "Command Pipeline AndOr Redirected Function For ArithmeticFor Select While Subshell BraceGroup Case If Coproc".split(
    " ",
  ),
);

function isCommandNode(node: { readonly type: string }): node is CommandNode {
  return compounds.has(node.type);
}

/** A loop over a few known words is searched for each, so that a word that becomes a command is seen. */
function searchFor(search: Search, node: Extract<CommandNode, { type: "For" }>, place: Place): void {
  for (const word of node.wordlist ?? []) searchSubstitutions(search, word, place, []);
  const name = node.name.value;
  const values = turns(search, node.wordlist ?? []);
  const mentions = search.source.slice(node.body.pos, node.body.end).includes(name);
  for (const value of mentions ? values : [undefined]) {
    if (value === undefined) search.variables.delete(name);
    else search.variables.set(name, value);
    searchNode(search, node.body, place);
  }
  search.variables.delete(name);
}

function turns(search: Search, words: readonly Word[]): readonly (string | undefined)[] {
  const values = words.flatMap((word) => wordFields(word, search));
  const known =
    values.length > 0 && values.length <= mostTurns && values.every((value) => !/[$`*?]|\{.*\.\./.test(value));
  return known ? values : [undefined];
}
