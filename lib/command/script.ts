import { deeper, giveUp, mostCharacters, type Place, type Search } from "./search.js";
import { type ParsedScript, parse } from "./syntax.js";

/** What is read of the end of a text that is too long: padding must not hide what stands behind it. */
const tail = 4 * 1024;

/** The parser is super-linear in nested substitutions, so that one text given to it is shorter than what is read in all. */
const mostParsed = 32 * 1024;
/** Open brackets of any kind inside each other; people nest five, a parser's worst case needs thousands. */
const mostNested = 64;

/**
 * Finds the commands of one shell script.
 *
 * A text that is too nested is read up to there; of one that is too long, the beginning and the end. A script with a mistake in it gives the commands that
 * the parser could make out.
 */
export function searchScript(search: Search, text: string, place: Place): void {
  const inside = deeper(search, place, {});
  if (inside === undefined) return;
  const clean = place.depth < 0 ? text : search.clean(text);
  const whole = clean.includes("\r") ? clean.replace(/\r+(?=\n|$)/g, "") : clean;
  const readable = readablePart(search, whole);
  const script = parsed(search, readable);
  if (script.errors !== undefined && script.errors.length > 0 && !place.guessed) giveUp(search, "syntax");
  const outer = search.source;
  search.source = readable;
  search.readers.statements(search, script.commands, inside);
  search.source = outer;
  if (whole.length > mostParsed && !place.guessed) searchScript(search, endOf(whole), { ...place, guessed: true });
}

/** The last lines of a text, or its last commands where it is one line. */
function endOf(text: string): string {
  const end = text.slice(-tail);
  return end.slice(end.search(/[\n;&|]/) + 1);
}

function readablePart(search: Search, text: string): string {
  const room = Math.min(mostParsed, Math.max(0, mostCharacters - search.characters));
  const short = text.length > room ? text.slice(0, room) : text;
  search.characters += short.length;
  if (short.length < text.length) giveUp(search, "too-long");
  const end = nestedTooDeepAt(short);
  if (end === short.length) return short;
  giveUp(search, "too-deep");
  return short.slice(0, end);
}

/** What is parsed of a text on which the parser runs out of stack. */
const shortPart = 1_024;

/** The parser recurses; a text made to exhaust its stack is read for its beginning only. */
function parsed(search: Search, text: string): ParsedScript {
  try {
    return parse(text);
  } catch {
    giveUp(search, "too-deep");
    return parse(text.slice(0, shortPart));
  }
}

/**
 * Where brackets, or function heads without a body, stand too deep inside each other; the text's length when they
 * never do.
 *
 * @example
 * nestedTooDeepAt("echo $(id)") // => 10
 * nestedTooDeepAt("$(".repeat(100)) // => 129
 * nestedTooDeepAt("f()".repeat(100)) // => 194
 */
export function nestedTooDeepAt(text: string): number {
  let depth = 0;
  let heads = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === open || code === openBrace) depth += 1;
    else if ((code === close || code === closeBrace) && depth > 0) depth -= 1;
    if (code === close && text.charCodeAt(at - 1) === open) heads += 1;
    else if (code === openBrace || code === semicolon || code === newline) heads = 0;
    if (depth > mostNested || heads > mostNested) return at;
  }
  return text.length;
}

const [open, close, openBrace, closeBrace, semicolon, newline] = [40, 41, 123, 125, 59, 10];
