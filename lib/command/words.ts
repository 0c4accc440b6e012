import { mayExpand, type Search } from "./search.js";
import type { Word, WordPart } from "./syntax.js";
import { parameterValue, variableValue } from "./variables.js";
import { windowsFields } from "./windows-path.js";

/** A brace list with more alternatives stays as written. */
const mostAlternatives = 64;

/** Characters without which a word's value is already known from its quoting alone. */
const expands = /[$`{<>]/;

/**
 * The arguments one word of a script becomes: quotes removed, known variables, brace lists and constant
 * substitutions put in, unquoted values split at white space. What is not known stays as written: `$NAME`, `$(...)`.
 */
export function wordFields(word: Word, search: Search): readonly string[] {
  const onWindows = windowsFields(word.text);
  if (onWindows !== undefined) return onWindows;
  if (!expands.test(word.text)) return [word.value];
  const parts = word.parts;
  if (parts === undefined) return [word.value];
  const alternatives = braceAlternatives(parts, search);
  if (alternatives !== undefined) return alternatives;
  const fields = new Fields();
  for (const part of parts) addPart(fields, part, search, false);
  return fields.done();
}

/** One word as one text, for places where the shell does not split: assignments, redirections, heredocs. */
export function wordText(word: Word, search: Search): string {
  return wordFields(word, search).join(" ");
}

/** The text of a heredoc's body, known variables put in. */
export function partsText(parts: readonly WordPart[], search: Search): string {
  const fields = new Fields();
  for (const part of parts) addPart(fields, part, search, true);
  return fields.done().join(" ");
}

/** Collects text to fields the way the shell does: only unquoted values are split. */
class Fields {
  private readonly fields: string[] = [];
  private current: string | undefined;

  add(text: string): void {
    this.current = (this.current ?? "") + text;
  }

  addSplit(text: string): void {
    const pieces = text.split(/[ \t\n]+/);
    pieces.forEach((piece, index) => {
      if (index > 0) this.end();
      if (piece !== "") this.add(piece);
    });
  }

  addAll(values: readonly string[]): void {
    values.forEach((value, index) => {
      if (index > 0) this.end();
      this.add(value);
    });
  }

  end(): void {
    if (this.current !== undefined) this.fields.push(this.current);
    this.current = undefined;
  }

  done(): readonly string[] {
    this.end();
    return this.fields;
  }
}

function addPart(fields: Fields, part: WordPart, search: Search, quoted: boolean): void {
  switch (part.type) {
    case "DoubleQuoted":
    case "LocaleString":
      fields.add("");
      for (const child of part.parts) addPart(fields, child, search, true);
      return;
    case "SimpleExpansion":
      addValue(fields, variableValue(part.text.slice(1), search.variables), part.text, search, quoted);
      return;
    case "ParameterExpansion":
      addValue(fields, parameterValue(part, search), part.text, search, quoted);
      return;
    case "CommandExpansion":
      addValue(fields, search.readers.output(part.script, search), part.text, search, quoted);
      return;
    case "ProcessSubstitution": {
      const text = part.operator === "<" ? search.readers.output(part.script, search) : undefined;
      if (text !== undefined) search.files.set(part.text, text);
      fields.add(part.text);
      return;
    }
    case "Literal":
    case "SingleQuoted":
    case "AnsiCQuoted":
    case "Glob":
      fields.add(part.value);
      return;
    default:
      fields.add(part.text);
  }
}

function addValue(fields: Fields, value: Value, written: string, search: Search, quoted: boolean): void {
  if (value === undefined || !mayExpand(search, lengthOf(value))) fields.add(written);
  else if (typeof value !== "string") fields.addAll(value);
  else if (quoted) fields.add(value);
  else fields.addSplit(value);
}

type Value = string | readonly string[] | undefined;

const lengthOf = (value: string | readonly string[]): number =>
  typeof value === "string" ? value.length : value.reduce((sum, one) => sum + one.length, 0);

/** `{rm,-rf,/}` and `a{b,c}d`: one brace list between plain text; anything richer stays as written. */
function braceAlternatives(parts: readonly WordPart[], search: Search): readonly string[] | undefined {
  const index = parts.findIndex((part) => part.type === "BraceExpansion");
  const brace = parts[index];
  if (brace === undefined || !/^\{[^{}"'\\$`]*,[^{}"'\\$`]*\}$/.test(brace.text)) return undefined;
  const around = (side: readonly WordPart[]): string => {
    const fields = new Fields();
    for (const part of side) addPart(fields, part, search, true);
    return fields.done().join(" ");
  };
  const before = around(parts.slice(0, index));
  const after = around(parts.slice(index + 1));
  const alternatives = brace.text.slice(1, -1).split(",");
  return alternatives.length > mostAlternatives
    ? undefined
    : alternatives.map((alternative) => before + alternative + after);
}
