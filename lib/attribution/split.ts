/** A shell word without its quotes, and where it ends. */
export interface ShellWord {
  readonly text: string;
  readonly end: number;
}

const isBlank = (char: string | undefined): boolean => char === " " || char === "\t" || char === "\n" || char === "\r";

/** What is inside `"..."`: a backslash only protects `$`, a backquote, `"`, `\` and a newline. */
const doubleQuoted = (text: string, open: number): ShellWord | null => {
  let inside = "";
  for (let at = open + 1; at < text.length; at++) {
    const char = text[at] ?? "";
    if (char === '"') return { text: inside, end: at + 1 };
    const escapes = char === "\\" && /[$`"\\\n!]/.test(text[at + 1] ?? "");
    if (escapes) at++;
    inside += text[at] ?? "";
  }
  return null;
};

/**
 * The one shell word that starts at `start`, with all its glued pieces: `'it'"'"'s'` is `it's`. Null where a quote is
 * never closed.
 *
 * @example
 * shellWord("'a b' c", 0) // => { text: "a b", end: 5 }
 * shellWord("a\\ b", 0).text // => "a b"
 * shellWord("'a", 0) // => null
 */
export const shellWord = (text: string, start: number): ShellWord | null => {
  const pieces: string[] = [];
  let at = start;
  while (at < text.length && !isBlank(text[at])) {
    const char = text[at] ?? "";
    if (char === "'") {
      const close = text.indexOf("'", at + 1);
      if (close === -1) return null;
      pieces.push(text.slice(at + 1, close));
      at = close + 1;
    } else if (char === '"') {
      const inside = doubleQuoted(text, at);
      if (inside === null) return null;
      pieces.push(inside.text);
      at = inside.end;
    } else {
      const escapes = char === "\\" && at + 1 < text.length;
      pieces.push(text[escapes ? at + 1 : at] ?? "");
      at += escapes ? 2 : 1;
    }
  }
  return { text: pieces.join(""), end: at };
};

/**
 * The argv of shell text that is one plain command; null where the shell would do more than split it.
 *
 * @example
 * plainArgv("bash -c 'ls -l'") // => ["bash", "-c", "ls -l"]
 * plainArgv("ls | wc") // => null
 */
export const plainArgv = (text: string): readonly string[] | null => {
  const argv: string[] = [];
  let at = 0;
  while (at < text.length) {
    if (isBlank(text[at])) {
      at++;
      continue;
    }
    const word = shellWord(text, at);
    if (word === null || /^[|&;<>(){}]/.test(text.slice(at, at + 1)) || text[at] === "#") return null;
    argv.push(word.text);
    at = word.end;
  }
  return argv;
};
