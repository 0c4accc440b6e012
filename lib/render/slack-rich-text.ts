import type { RichTextBlock, RichTextList, RichTextPreformatted, RichTextSection, RichTextText } from "@slack/types";
import { plural } from "../domain/wording.js";
import { fitting } from "./slack-text.js";

/** Rich text is data, not markup: nothing in it is parsed, so text of unknown origin cannot act. */
export const richText = (...elements: RichTextBlock["elements"]): RichTextBlock => ({ type: "rich_text", elements });

const text = (shown: string, limit: number): RichTextText => ({ type: "text", text: fitting(shown, limit) });

/** Our own words, or what is fitted already. */
const bold = (label: string): RichTextText => ({ type: "text", text: label, style: { bold: true } });

/** Named facts, one on each line. */
export const facts = (rows: readonly (readonly [label: string, fact: string])[], limit: number): RichTextSection => ({
  type: "rich_text_section",
  elements: rows.flatMap(([label, fact], i) => [bold(`${i === 0 ? "" : "\n"}${label}  `), text(fact, limit)]),
});

/** A command as it stands, in a box of its own: no text can look like the end of it. */
export const box = (command: string, limit: number): RichTextPreformatted => ({
  type: "rich_text_preformatted",
  elements: [text(command, limit)],
});

export const line = (shown: string, limit: number): RichTextSection => ({
  type: "rich_text_section",
  elements: [text(shown, limit)],
});

interface Bounds {
  /** Items shown; how many are left out is said. */
  readonly most: number;
  /** Characters of each. */
  readonly limit: number;
}

/** A heading and its items; nothing at all when there are none. */
export function list(
  heading: string,
  items: readonly string[],
  { most, limit }: Bounds,
): readonly [RichTextSection, RichTextList] | readonly [] {
  if (items.length === 0) return [];
  const shown = items.slice(0, most).map((item) => line(item, limit));
  if (items.length > most) shown.push(line(`and ${plural(items.length - most, "more line")}`, limit));
  return [
    { type: "rich_text_section", elements: [bold(heading)] },
    { type: "rich_text_list", style: "bullet", elements: shown },
  ];
}
