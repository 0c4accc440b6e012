/** A piece of a command line, as it stands there, quotes and all. */
export interface Word {
  readonly start: number;
  readonly end: number;
  /** First of its command: after a line's start, `;`, `|`, `&`, a bracket or a backquote. */
  readonly first: boolean;
}

const isSpace = (code: number): boolean => code === 0x20 || (code >= 0x09 && code <= 0x0d);
const isSeparator = (char: string): boolean =>
  char === ";" || char === "|" || char === "&" || char === "(" || char === ")" || char === "`";

/** The closing quote, or -1; inside double quotes a backslash protects the next character. */
const closingQuote = (text: string, open: number): number => {
  const quote = text[open] ?? "";
  let at = text.indexOf(quote, open + 1);
  while (at !== -1 && quote === '"') {
    let backslashes = 0;
    while (text[at - 1 - backslashes] === "\\") backslashes++;
    if (backslashes % 2 === 0) break;
    at = text.indexOf(quote, at + 1);
  }
  return at;
};

/** `C:\logs\ --token x`: a backslash before a blank and an option ends a path, it glues nothing. */
const endsPath = (text: string, at: number): boolean => isSpace(text.charCodeAt(at + 1)) && text[at + 2] === "-";

/**
 * Splits a command line roughly as a shell would, in one pass, without ever failing.
 *
 * It is made for finding secrets, not for understanding: a quote that is never closed is a character like any other, so
 * that an apostrophe hides nothing behind it.
 */
export const wordsIn = (text: string): readonly Word[] => {
  const words: Word[] = [];
  const unclosed = new Set<string>();
  let first = true;
  let at = 0;
  while (at < text.length) {
    const char = text[at] ?? "";
    if (isSpace(text.charCodeAt(at)) || isSeparator(char)) {
      if (char === "\n" || isSeparator(char)) first = true;
      at++;
      continue;
    }
    const start = at;
    while (at < text.length && !isSpace(text.charCodeAt(at)) && !isSeparator(text[at] ?? "")) {
      const next = text[at] ?? "";
      if (next === "\\" && !endsPath(text, at)) at++;
      else if ((next === '"' || next === "'") && !unclosed.has(next)) {
        const close = closingQuote(text, at);
        if (close === -1) unclosed.add(next);
        else at = close;
      }
      at++;
    }
    at = Math.min(at, text.length);
    words.push({ start, end: at, first });
    first = false;
  }
  return words;
};
