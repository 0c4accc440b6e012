import { decodeUtf16Base64 } from "../encodings.js";
import { splitWindows } from "../windows-line.js";
import { exact, type Layer } from "./layer.js";

/** What `cmd /c` and PowerShell run. PowerShell stays a command of its own: how it was called matters. */
export function windowsLayer(program: string, argv: readonly string[]): Layer | undefined {
  if (program === "cmd") return cmdLayer(argv);
  if (program === "start") return startLayer(argv);
  if (program === "iex" || program === "invoke-expression") return textLayer(argv, argv.slice(1).join(" "));
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
  if (at > 0) return textLayer(argv, argv.slice(at + 1).join(" "));
  if (encoded > 0) return textLayer(argv, decodeUtf16Base64((argv[encoded + 1] ?? "").slice(0, 32_768)));
  return /^[^-/.\\]+$/.test(argv[1] ?? "-") ? textLayer(argv, argv.slice(1).join(" ")) : undefined;
}

/** `start /b PROGRAM` runs the program beside; a title in quotes may stand before it. */
function startLayer(argv: readonly string[]): Layer | undefined {
  const rest = argv.slice(1).filter((word, index) => index > 3 || !/^\/[a-z]{1,8}$/i.test(word));
  return rest.length < 2 ? undefined : { outer: argv, inner: [exact(rest)] };
}

/** PowerShell's text, in statements. */
function textLayer(argv: readonly string[], text: string): Layer | undefined {
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
