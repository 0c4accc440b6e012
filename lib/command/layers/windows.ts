import { decodeUtf16Base64 } from "../encodings.js";
import { splitWindows } from "../windows-line.js";
import { exact, type Layer } from "./layer.js";

/** What `cmd /c` and PowerShell run. PowerShell stays a command of its own: how it was called matters. */
export function windowsLayer(program: string, argv: readonly string[]): Layer | undefined {
  if (program === "cmd") return cmdLayer(argv);
  return program === "powershell" || program === "pwsh" ? powershellLayer(argv) : undefined;
}

function cmdLayer(argv: readonly string[]): Layer | undefined {
  const at = argv.findIndex((word, index) => index > 0 && /^\/[ckr]$/i.test(word));
  const glued = at < 0 ? undefined : argv.slice(at + 1).join(" ");
  if (glued === undefined || glued === "") return undefined;
  return {
    outer: undefined,
    inner: splitOutsideQuotes(glued, /^(\|\||&&|[|&])/, '"').map((part) => exact(splitWindows(part))),
  };
}

function powershellLayer(argv: readonly string[]): Layer | undefined {
  const at = argv.findIndex((word, index) => index > 0 && /^[-/](c|co|com|comm|comma|comman|command)$/i.test(word));
  const encoded = argv.findIndex((word, index) => index > 0 && /^[-/](e|ec|en|enc|enco\w*)$/i.test(word));
  const text =
    at > 0
      ? argv.slice(at + 1).join(" ")
      : encoded > 0
        ? decodeUtf16Base64((argv[encoded + 1] ?? "").slice(0, 32_768))
        : "";
  const parts = splitOutsideQuotes(text.replace(/^\s*&\s*\{([\s\S]*)\}\s*$/, "$1"), /^[;|\n]/, "\"'");
  const inner = parts
    .map(splitPowershell)
    .filter((words) => words.length > 0)
    .map(exact);
  return inner.length === 0 ? undefined : { outer: argv, inner };
}

/** More parts of one line are not parted. */
const mostParts = 256;

function splitOutsideQuotes(text: string, separator: RegExp, quotes: string): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  let open = "";
  for (let at = 0; at < text.length && parts.length < mostParts; at += 1) {
    const letter = text[at] ?? "";
    if (open !== "") {
      if (letter === open) open = "";
    } else if (quotes.includes(letter)) open = letter;
    else {
      const found = separator.exec(text.slice(at, at + 2));
      if (found !== null) {
        parts.push(text.slice(start, at));
        at += found[0].length - 1;
        start = at + 1;
      }
    }
  }
  parts.push(text.slice(start));
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

/** A PowerShell statement as words: quotes of both kinds hold white space, backquotes escape. */
function splitPowershell(text: string): readonly string[] {
  const words: string[] = [];
  for (const match of text.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g)) words.push(match[0].replace(/["'`]/g, ""));
  return words[0] === "&" || words[0] === "." ? words.slice(1) : words;
}
