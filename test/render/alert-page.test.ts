import { describe, expect, it } from "vitest";
import { alertPage } from "../../lib/render/alert-page.js";
import { type SlackMessage, slackMessage } from "../../lib/render/slack.js";
import { forAll } from "../for-all.js";
import { hostileIncident, hostileTexts, incidentOf, terraform } from "./incidents.js";

const page = alertPage([slackMessage(incidentOf(terraform))]);
const mainOf = (html: string): string => html.slice(html.indexOf("<main>"), html.lastIndexOf("</main>"));
const tagsOf = (html: string): readonly string[] => [...new Set(mainOf(html).match(/<[^>]*>/g))];

describe("the page of alerts", () => {
  it("shows an alert as Slack does", () => {
    expect(page).toContain("<h2>cursor as margaret ran a command that deletes every resource");
    expect(page).toContain("<pre>terraform destroy -auto-approve</pre>");
    expect(page).toContain("<p><b>What is usual for cursor as margaret</b></p><ul><li>terraform plan (41 %)</li></ul>");
    expect(page).toContain('<p class="context"><span>Incident fedcba9876543210</span><span>Event e1</span></p>');
    expect(page).toContain("<hr>");
  });

  it("counts alerts, and says so when there are none", () => {
    expect(page).toContain("<title>Baseliner: 1 alert</title>");
    expect(alertPage([])).toContain("Nothing out of character yet.");
  });

  it("shows sections, fields and quotes, which other messages may have", () => {
    const message: SlackMessage = {
      text: "",
      blocks: [
        { type: "section", text: { type: "mrkdwn", text: "<b>" }, fields: [{ type: "plain_text", text: "a & b" }] },
        { type: "section", fields: [{ type: "plain_text", text: "'" }] },
        {
          type: "rich_text",
          elements: [
            {
              type: "rich_text_quote",
              elements: [
                { type: "text", text: '"' },
                { type: "broadcast", range: "channel" },
              ],
            },
          ],
        },
      ],
    };
    expect(alertPage([message])).toContain(
      '<p>&lt;b&gt;</p><div class="fields"><p>a &amp; b</p></div>\n<div class="fields"><p>&#39;</p></div>\n<blockquote>&quot;</blockquote>',
    );
  });

  it("loads nothing and runs nothing", () => {
    expect(page).toContain("default-src 'none'; style-src 'unsafe-inline'");
    expect(page).not.toMatch(/<script|<iframe|<form|\son\w+=|url\(|@import|https?:/i);
  });

  it("has both light and dark colours", () => expect(page).toContain("prefers-color-scheme: dark"));

  it("makes no tag out of any text", () => {
    const known = tagsOf(page);
    forAll([hostileIncident], (incident) => {
      for (const tag of tagsOf(alertPage([slackMessage(incident)]))) expect(known).toContain(tag);
    });
    for (const text of hostileTexts) {
      const message: SlackMessage = {
        text,
        blocks: [{ type: "section", text: { type: "plain_text", text }, fields: [{ type: "plain_text", text }] }],
      };
      for (const tag of tagsOf(alertPage([message]))) expect([...known, '<div class="fields">']).toContain(tag);
    }
  });
});
