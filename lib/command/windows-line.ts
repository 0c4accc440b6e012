/**
 * Splits a Windows command line the way its C runtime does: backslashes count only before a double quote.
 *
 * @example
 * splitWindows('"C:\\a b\\x.exe" /c "say ""hi""" \\\\srv') // => ["C:\\a b\\x.exe", "/c", "say \"hi\"", "\\\\srv"]
 */
export function splitWindows(line: string): readonly string[] {
  const words: string[] = [];
  let word: string | undefined;
  let quoted = false;
  let slashes = 0;
  for (let at = 0; at < line.length; at += 1) {
    const letter = line[at] ?? "";
    if (letter === "\\") {
      slashes += 1;
      continue;
    }
    if (letter === '"') {
      word = (word ?? "") + "\\".repeat(slashes >> 1);
      if (slashes % 2 === 1) word += '"';
      else if (quoted && line[at + 1] === '"') {
        word += '"';
        at += 1;
      } else quoted = !quoted;
      slashes = 0;
      continue;
    }
    if (slashes > 0) word = (word ?? "") + "\\".repeat(slashes);
    slashes = 0;
    if ((letter === " " || letter === "\t" || letter === "\n" || letter === "\r") && !quoted) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? "") + letter;
  }
  if (slashes > 0) word = (word ?? "") + "\\".repeat(slashes);
  if (word !== undefined) words.push(word);
  return words;
}
