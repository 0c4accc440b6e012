import { namesSecret } from "./secrets.js";

/** A stretch of text that is a secret. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

// No variable or header is longer; looking back no further keeps the search linear.
const longestName = 128;

const isNameChar = (char: string | undefined): boolean => char !== undefined && /[\w.-]/.test(char);
const isQuote = (char: string | undefined): boolean => char === '"' || char === "'";

/** The name that ends right before `end`, a closing quote (JSON) and its backslash left out. */
export const nameBefore = (text: string, end: number): string => {
  let stop = end;
  if (isQuote(text[stop - 1])) stop--;
  if (text[stop - 1] === "\\") stop--;
  let start = stop;
  while (stop - start < longestName && isNameChar(text[start - 1])) start--;
  return text.slice(start, stop);
};

/**
 * Where an unquoted value ends: at a blank, at what ends a command or a query's part, at a substitution, or at a quote
 * that was opened before it. What is left must still be a command, so brackets that close something stay.
 */
const endOfValue = (text: string, start: number, open: string): number => {
  let at = start;
  let closed = start;
  while (at < text.length) {
    const char = text[at] ?? "";
    const next = text[at + 1] ?? "";
    if (/[\s&;|<>`]/.test(char) || open.includes(char) || (char === "$" && /^\(?$/.test(next))) break;
    if (char === "\\" && isQuote(next) && open.includes(next)) break;
    const closing = isQuote(char) ? char : char === "$" && next === "{" ? "}" : "";
    const close = closing === "" ? -1 : text.indexOf(closing, at + 1);
    at = close === -1 ? at + 1 : close + 1;
    if (close !== -1) closed = at;
  }
  while (at > closed && /[)}\],]/.test(text[at - 1] ?? "")) at--;
  return at;
};

const valueAt = (text: string, start: number, open: string): Stretch => {
  const escaped = text[start] === "\\" && isQuote(text[start + 1]);
  const quote = escaped ? text.slice(start, start + 2) : (text[start] ?? "");
  if (!escaped && !(isQuote(quote) && !open.includes(quote))) return { start, end: endOfValue(text, start, open) };
  const inside = start + quote.length;
  const close = text.indexOf(quote, inside);
  // `"a"b`: quoted pieces glued together are one value.
  if (!escaped && close !== -1 && isNameChar(text[close + 1])) return { start, end: endOfValue(text, start, open) };
  return { start: inside, end: close === -1 ? text.length : close };
};

/** Whether the separator stands behind a secret's name; `${name:` cuts a value, `a:name:b` is an address. */
const takesValue = (word: string, separator: number): boolean => {
  const name = nameBefore(word, separator);
  if (!namesSecret(name)) return false;
  if (word[separator] === "=") return true;
  const start = separator - name.length;
  return (
    !/^[:/.]/.test(word.slice(separator + 1, separator + 2)) &&
    !/(?:\$\{|:)$/.test(word.slice(Math.max(start - 2, 0), start))
  );
};

/**
 * The values in one word that belong to a secret's name: `TOKEN=x`, `--password=x`, `{"password":"x"}`, `api-key:x`.
 *
 * `name:` is only read as a name where no path, port or namespace follows: `-v ./token:/run/token` stays.
 */
export const secretValuesIn = (word: string): readonly Stretch[] => {
  const values: Stretch[] = [];
  let open = "";
  for (let at = 0; at < word.length; at++) {
    const char = word[at] ?? "";
    if (char === "\\") at++;
    else if (isQuote(char)) open = open.includes(char) ? open.replace(char, "") : open + char;
    else if ((char === "=" || char === ":") && takesValue(word, at)) {
      const value = valueAt(word, char === ":" && word[at + 1] === "=" ? at + 2 : at + 1, open);
      if (value.end <= value.start) continue;
      values.push(value);
      at = value.end - 1;
      if (isQuote(word[value.start - 1]) && word[value.start - 1] === word[value.end]) at++;
    }
  }
  return values;
};
