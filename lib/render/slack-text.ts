import type { PlainTextElement } from "@slack/types";
import { safeText } from "./safe-text.js";

/**
 * Text of unknown origin, harmless and no longer than a limit of Slack's.
 *
 * Slack does not say whether it counts before or after escaping for HTML and JSON, so the longer is counted here.
 * Empty text, which Slack refuses, becomes a dash.
 *
 * @example
 * fitting("ls -l", 10) // => "ls -l"
 * fitting("a & b & c & d", 10) // => "a & b…"
 * fitting("", 10) // => "-"
 */
export function fitting(text: string, limit: number): string {
  let shown = "";
  let left = limit - 1;
  for (const character of safeText(text, 2 * limit)) {
    left -= escapedLengths.get(character) ?? character.length;
    if (left < 0) return `${shown}…`;
    shown += character;
  }
  return shown === "" ? "-" : shown;
}

const escapedLengths: ReadonlyMap<string, number> = new Map([
  ["&", "&amp;".length],
  ["<", "&lt;".length],
  [">", "&gt;".length],
  ['"', '\\"'.length],
  ["\\", "\\\\".length],
]);

/** Text that Slack shows as it is: no markup, no mention, no link, no emoji by name. */
export const plain = (text: string, limit: number): PlainTextElement => ({
  type: "plain_text",
  text: fitting(text, limit),
  emoji: false,
});

/**
 * The same for a notification, which Slack always parses: `&<>` are escaped, and marks that have no escape are shown by
 * their full-width twins.
 *
 * @example
 * unparsed("<!channel> *now*", 40) // => "&lt;!channel&gt; ＊now＊"
 * unparsed("https://example.com @here `id`", 60) // => "https：//example.com ＠here ｀id｀"
 */
export const unparsed = (text: string, limit: number): string =>
  fitting(text, limit)
    .replace(/[*_~`:@#]/g, fullWidth)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");

/** Full-width forms stand at a fixed distance from ASCII. */
const fullWidth = (mark: string): string => String.fromCodePoint((mark.codePointAt(0) ?? 0) + 0xfee0);
