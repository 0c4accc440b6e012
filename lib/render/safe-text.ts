/**
 * Text of unknown origin, made harmless for a terminal or a file of lines: what could move a cursor, reverse the
 * reading order or hide is shown as its code point instead.
 *
 * @param limit characters; a longer text ends in an ellipsis
 * @example
 * safeText("ls\u001b[2J") // => "ls<U+001B>[2J"
 * safeText("a\nb") // => "a⏎b"
 * safeText("abcdef", 4) // => "abc…"
 */
export function safeText(text: string, limit = 2_000): string {
  const cut = text.length > limit ? `${text.slice(0, Math.max(0, limit - 1))}…` : text;
  return cut.replace(/\r?\n/g, "⏎").replace(/\t/g, " ").replace(unsafe, codePoint);
}

/** Control (Cc), format (Cf: zero-width, bidi), surrogate (Cs) and private-use (Co) characters, line and paragraph separators, and what is ignorable by default (DI). */
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{DI}]/gu;

const codePoint = (character: string): string =>
  `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}>`;
