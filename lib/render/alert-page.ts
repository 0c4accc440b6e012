import { plural } from "../domain/wording.js";
import { blockHtml } from "./alert-page-blocks.js";
import { style } from "./alert-page-style.js";
import type { SlackMessage } from "./slack.js";

/**
 * Alerts as Slack shows them, as one page that loads nothing and runs nothing: no script, no image, no font from
 * anywhere.
 */
export const alertPage = (messages: readonly SlackMessage[]): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>Baseliner: ${plural(messages.length, "alert")}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${plural(messages.length, "alert")}</h1>
<p class="lead">One message for each incident, as Slack shows it.</p>
${messages.length === 0 ? empty : messages.map(messageHtml).join("\n")}
</main>
</body>
</html>
`;

const empty = `<p class="empty">Nothing out of character yet.</p>`;

/** A level line that one point leaves: what is usual, and what is not. */
const face = `<svg class="face" viewBox="0 0 36 36" aria-hidden="true"><path d="M7 23h7l3-11 4 14 2-3h6"/></svg>`;

const messageHtml = ({ blocks }: SlackMessage): string =>
  `<article>${face}<div><p class="name">Baseliner<small>APP</small></p>${blocks.map(blockHtml).join("\n")}</div></article>`;
