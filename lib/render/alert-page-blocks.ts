import type { RichTextBlock } from "@slack/types";
import { html } from "./html.js";
import type { MessageBlock } from "./slack.js";

/** One block as Slack lays it out. Markup inside of texts stays as it is written: alerts have none. */
export function blockHtml(block: MessageBlock): string {
  switch (block.type) {
    case "header":
      return `<h2>${html(block.text.text)}</h2>`;
    case "section":
      return `${block.text === undefined ? "" : `<p>${html(block.text.text)}</p>`}${fieldsHtml(block.fields ?? [])}`;
    case "rich_text":
      return block.elements.map(richHtml).join("");
    case "context":
      return `<p class="context">${block.elements.map((one) => ("text" in one ? `<span>${html(one.text)}</span>` : "")).join("")}</p>`;
    case "divider":
      return "<hr>";
  }
}

const fieldsHtml = (fields: readonly { readonly text: string }[]): string =>
  fields.length === 0 ? "" : `<div class="fields">${fields.map(({ text }) => `<p>${html(text)}</p>`).join("")}</div>`;

type RichElement = RichTextBlock["elements"][number];

function richHtml(element: RichElement): string {
  switch (element.type) {
    case "rich_text_section":
      return `<p>${spansHtml(element.elements)}</p>`;
    case "rich_text_preformatted":
      return `<pre>${spansHtml(element.elements)}</pre>`;
    case "rich_text_quote":
      return `<blockquote>${spansHtml(element.elements)}</blockquote>`;
    case "rich_text_list":
      return `<ul>${element.elements.map((item) => `<li>${spansHtml(item.elements)}</li>`).join("")}</ul>`;
  }
}

type Span = Extract<RichElement, { readonly type: "rich_text_section" }>["elements"][number];

/** Texts; mentions, links and the like, which alerts do not have, are left out. */
const spansHtml = (spans: readonly Span[]): string =>
  spans
    .map((span) => {
      if (span.type !== "text") return "";
      return span.style?.bold === true ? `<b>${html(span.text)}</b>` : html(span.text);
    })
    .join("");
