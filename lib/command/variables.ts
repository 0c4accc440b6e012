import type { Search } from "./search.js";
import type { Word, WordPart } from "./syntax.js";

type Variables = Search["variables"];
type Value = string | readonly string[] | undefined;
type ParameterExpansion = Extract<WordPart, { type: "ParameterExpansion" }>;

/**
 * The value of `$name` where the same source assigned it; an array's `$name` is its first element, as in the shell.
 *
 * @example
 * variableValue("a", new Map([["a", "rm"]])) // => "rm"
 * variableValue("IFS", new Map()) // => " "
 * variableValue("HOME", new Map()) // => undefined
 */
export function variableValue(name: string, variables: Variables): Value {
  const value = variables.get(name);
  if (value === undefined) return name === "IFS" ? " " : undefined;
  if (typeof value === "string" || name === "@" || name === "*") return value;
  return value[0];
}

/** The value of `${...}`: plain names, array elements, defaults, slices, literal replacements and changes of case. */
export function parameterValue(part: ParameterExpansion, search: Search): Value {
  const name = part.parameter;
  if (part.prefix === "#") return undefined;
  if (part.prefix === "!") return indirectValue(part, search);
  const value = part.index === undefined ? variableValue(name, search.variables) : elementValue(part, search);
  const operation = part.operation;
  if (operation === undefined) return value;
  const text = typeof value === "string" ? value : undefined;
  if (operation.type === "Default") return defaulted(operation.operator, plain(operation.operand), value);
  if (text === undefined) return undefined;
  if (operation.type === "Slice") return slice(text, plain(operation.offset), plain(operation.length));
  if (operation.type === "Replace") {
    return replaced(text, operation.operator, plain(operation.pattern), plain(operation.replacement) ?? "");
  }
  if (operation.type === "Remove") return trimmed(text, operation.operator, plain(operation.operand));
  if (operation.type === "CaseModification" && operation.operand === undefined)
    return recased(text, operation.operator);
  return undefined;
}

function indirectValue(part: ParameterExpansion, search: Search): Value {
  if (part.operation !== undefined || part.index !== undefined) return undefined;
  const name = search.variables.get(part.parameter);
  return typeof name === "string" ? variableValue(name, search.variables) : undefined;
}

function elementValue(part: ParameterExpansion, search: Search): Value {
  const array = search.variables.get(part.parameter);
  const index = part.index?.value ?? "";
  if (array === undefined) return undefined;
  const list = typeof array === "string" ? [array] : array;
  return index === "@" || index === "*" ? list : /^\d{1,6}$/.test(index) ? list[Number(index)] : undefined;
}

/** An operand without anything to expand; undefined when it is not that simple. */
function plain(word: Word | undefined): string | undefined {
  return word === undefined || /[$`]/.test(word.text) ? undefined : word.value;
}

/** A variable of which nothing is known is taken to be unset: the default is the best guess there is. */
function defaulted(operator: string, operand: string | undefined, value: Value): Value {
  if (operator.endsWith("+")) return value === undefined ? undefined : operand;
  if (operator.endsWith("?")) return value;
  return value === undefined || value === "" ? operand : value;
}

function slice(text: string, offset: string | undefined, length: string | undefined): Value {
  const from = Number(offset?.trim() ?? Number.NaN);
  if (!Number.isInteger(from)) return undefined;
  const rest = text.slice(from);
  if (length === undefined) return rest;
  const count = Number(length.trim());
  return Number.isInteger(count) ? (count < 0 ? rest.slice(0, count) : rest.slice(0, count)) : undefined;
}

function replaced(text: string, operator: string, pattern: string | undefined, replacement: string): Value {
  if (pattern === undefined || pattern === "" || /[*?[\]\\]/.test(pattern)) return undefined;
  if (operator === "//") return replacedAll(text, pattern, replacement);
  if (operator === "/#") return text.startsWith(pattern) ? replacement + text.slice(pattern.length) : text;
  if (operator === "/%") return text.endsWith(pattern) ? text.slice(0, -pattern.length) + replacement : text;
  const at = text.indexOf(pattern);
  return at < 0 ? text : text.slice(0, at) + replacement + text.slice(at + pattern.length);
}

/** `${x%end}` and `${x#start}`, where what is cut off is plain text. */
function trimmed(text: string, operator: string, pattern: string | undefined): Value {
  if (pattern === undefined || /[*?[\]\\]/.test(pattern)) return undefined;
  if (operator.startsWith("%")) return text.endsWith(pattern) ? text.slice(0, text.length - pattern.length) : text;
  return text.startsWith(pattern) ? text.slice(pattern.length) : text;
}

/** Longer results stay as written: every replacement of a replacement multiplies. */
const mostReplaced = 32 * 1024;

function replacedAll(text: string, pattern: string, replacement: string): Value {
  const pieces = text.split(pattern);
  return text.length + pieces.length * replacement.length > mostReplaced ? undefined : pieces.join(replacement);
}

function recased(text: string, operator: string): string {
  if (operator === ",,") return text.toLowerCase();
  if (operator === "^^") return text.toUpperCase();
  const first = text.slice(0, 1);
  return (operator === "," ? first.toLowerCase() : first.toUpperCase()) + text.slice(1);
}
