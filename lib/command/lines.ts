import { programName } from "./names.js";
import { isShell } from "./shells.js";
import { wrappers } from "./wrappers/index.js";

interface Token {
  readonly text: string;
  readonly start: number;
}

/**
 * The arguments of a line that was glued with single spaces, without quotes.
 *
 * Nothing says where an argument with spaces ended, except after `<shell> -c`: that script is one argument, so all
 * the rest of the line is it, to the letter.
 *
 * @example
 * splitJoined("ls -l  /tmp") // => ["ls", "-l", "/tmp"]
 * splitJoined("sudo bash -c echo 'a  b' | sh") // => ["sudo", "bash", "-c", "echo 'a  b' | sh"]
 */
export function splitJoined(line: string): readonly string[] {
  const tokens = [...line.matchAll(/\S+/g)].map((match) => ({ text: match[0], start: match.index }));
  const script = scriptStart(tokens);
  if (script === undefined) return tokens.map((token) => token.text);
  return [
    ...tokens.slice(0, script).map((token) => token.text),
    line.slice(tokens[script]?.start ?? line.length).trimEnd(),
  ];
}

/**
 * The arguments of a line in which an argument with spaces stands in double quotes, its own quotes not escaped.
 *
 * After `<shell> -c` the script reaches to the last double quote of the line; elsewhere an argument ends at the first
 * double quote before white space.
 *
 * @example
 * splitQuoted('git commit -m "fix it"') // => ["git", "commit", "-m", "fix it"]
 * splitQuoted('bash -c "echo "a b" c"') // => ["bash", "-c", "echo \"a b\" c"]
 */
export function splitQuoted(line: string): readonly string[] {
  const tokens = quotedTokens(line);
  const script = scriptStart(tokens);
  const start = script === undefined ? undefined : tokens[script]?.start;
  if (script === undefined || start === undefined || line[start] !== '"') return tokens.map((token) => token.text);
  const end = line.lastIndexOf('"');
  const before = tokens.slice(0, script).map((token) => token.text);
  return end <= start
    ? [...before, line.slice(start + 1)]
    : [...before, line.slice(start + 1, end), ...splitQuoted(line.slice(end + 1))];
}

function quotedTokens(line: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < line.length) {
    if (/\s/.test(line[at] ?? "")) {
      at += 1;
      continue;
    }
    const start = at;
    const end = line[at] === '"' ? closingQuote(line, at) : wordEnd(line, at);
    tokens.push({ text: line[at] === '"' ? line.slice(start + 1, end) : line.slice(start, end), start });
    at = line[at] === '"' ? end + 1 : end;
  }
  return tokens;
}

function closingQuote(line: string, open: number): number {
  for (let at = line.indexOf('"', open + 1); at >= 0; at = line.indexOf('"', at + 1)) {
    if (at + 1 >= line.length || /\s/.test(line[at + 1] ?? "")) return at;
  }
  return line.length;
}

function wordEnd(line: string, start: number): number {
  let at = start;
  while (at < line.length && !/\s/.test(line[at] ?? "")) at += 1;
  return at;
}

/** Which token begins the script of `<shell> [options] -c SCRIPT`, when the line is a shell or wraps one. */
function scriptStart(tokens: readonly Token[]): number | undefined {
  const first = programName(tokens[0]?.text ?? "");
  if (!isShell(first) && !wrappers.has(first)) return undefined;
  const shell = tokens.findIndex((token) => isShell(programName(token.text)));
  if (shell < 0) return undefined;
  let runsText = false;
  for (let at = shell + 1; at < tokens.length; at += 1) {
    const word = tokens[at]?.text ?? "";
    if (!/^[-+]./.test(word)) return runsText ? at : undefined;
    runsText ||= /^-[A-Za-z]*c[A-Za-z]*$/.test(word) || word === "--command";
    if (/^[-+][A-Za-z]*[oO]$/.test(word)) at += 1;
  }
  return undefined;
}
