import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inWords } from "../../lib/domain/finding.js";
import type { Notice } from "../../lib/domain/notice.js";
import { type SlackMessage, slackMessage } from "../../lib/render/slack.js";
import { forAll } from "../for-all.js";
import { hostileIncident, incidentOf, terraform } from "./incidents.js";

/** Every object of a message, however deep. */
function* objectsOf(value: unknown): Iterable<Readonly<Record<string, unknown>>> {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield value as Readonly<Record<string, unknown>>;
  for (const inner of Object.values(value)) yield* objectsOf(inner);
}

/** What a message says, a line for each text. */
const textsOf = ({ blocks }: SlackMessage): readonly string[] =>
  [...objectsOf(blocks)].flatMap(({ text }) => (typeof text === "string" ? [text] : []));

const boxesOf = (message: SlackMessage): readonly string[] =>
  [...objectsOf(message.blocks)].flatMap((one) =>
    one.type === "rich_text_preformatted" ? [...objectsOf(one.elements)].map(({ text }) => String(text)) : [],
  );

describe("an alert for Slack", () => {
  const message = slackMessage(incidentOf(terraform));

  it("says who, how sure, where, when, what, why it could hurt, why it is unusual, what is usual and what to do", () =>
    expect(textsOf(message)).toEqual([
      "cursor as margaret ran a command that deletes every resource that the state knows",
      ...["Who  ", "cursor as margaret"],
      ...["\nHow sure  ", "90 %: in the wrapper shell of cursor; started by cursor"],
      ...["\nWhere  ", "margaret-laptop, session s1"],
      ...["\nWhen  ", "2026-03-25 14:02:11 UTC"],
      ...["\nPriority  ", "8 of 10, sooner because it reaches production, or all of what others use; an agent acts"],
      "terraform destroy -auto-approve",
      ...["Impact  ", "deletes every resource that the state knows (infrastructure.terraform-destroy, T1485)"],
      "Why it is unusual",
      "p = 0.000412: none of 2,426 scores of their own is as high",
      "none of margaret's last 2,426 commands",
      "What is usual for cursor as margaret",
      "terraform plan (41 %)",
      "What to do",
      expect.stringMatching(/^Ask which workspace it ran in; .* Honest use: tear-down of .*\.$/),
      "Incident fedcba9876543210",
      "Event e1",
    ]));

  it("has a notification that says the same in a line", () =>
    expect(message.text).toBe(
      "cursor as margaret ran a command that deletes every resource that the state knows (terraform destroy -auto-approve), priority 8 of 10, incident fedcba9876543210",
    ));

  it("leaves out what is usual when nobody knows", () =>
    expect(textsOf(slackMessage(incidentOf({ ...terraform, usual: [] }))).join()).not.toContain("usual for"));

  it("says of an account that it is a service's, or not known as trusted", () => {
    const who = (trust: "service" | "unknown") => textsOf(slackMessage(incidentOf({ ...terraform, trust })))[2];
    expect(who("service")).toBe("cursor as margaret, a service account");
    expect(who("unknown")).toBe("cursor as margaret, not known as trusted");
  });

  it("says what to do even about an impact that nobody has described", () =>
    expect(
      textsOf(slackMessage(incidentOf({ ...terraform, impact: { ...terraform.impact, id: "corp.own-rule" } }))),
    ).toContain("Ask whoever ran it whether it was meant."));
});

describe("an alert of many commands", () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, i) => ({
      ...terraform,
      command: `git push --force ${i}`,
      time: `2026-03-25T14:02:${10 + i}Z`,
      priority: i < 4 ? 5 : 6,
    }));

  it("shows ten of them, the most urgent, in order of time, and counts the others", () => {
    const message = slackMessage(incidentOf(terraform, ...many(13)));
    expect(boxesOf(message)).toEqual([
      terraform.command,
      ...many(13)
        .slice(4)
        .map(({ command }) => command),
    ]);
    expect(textsOf(message)).toContain("and 4 more");
    expect(textsOf(message)[0]).toBe(
      "cursor as margaret ran 14 commands, one of which deletes every resource that the state knows",
    );
    expect(textsOf(message)).toContain("2026-03-25 14:02:11 UTC to 2026-03-25 14:02:22 UTC");
  });

  it("tells how rare the rarest of them is", () => {
    const ordinary = { ...terraform, rarity: { ...terraform.rarity, pValue: 0.02, atLeast: 3 } };
    for (const notice of [incidentOf(terraform, ordinary), incidentOf(ordinary, terraform)])
      expect(textsOf(slackMessage(notice)).filter((text) => text.startsWith("p ="))).toEqual([
        "p = 0.000412: none of 2,426 scores of their own is as high",
      ]);
  });

  it("gives each reason and each advice once", () => {
    const texts = textsOf(slackMessage(incidentOf(terraform, ...many(3))));
    expect(texts.filter((text) => text === terraform.evidence[0]?.because)).toHaveLength(1);
    expect(texts.filter((text) => text.includes("Honest use"))).toHaveLength(1);
  });
});

describe("a digest for Slack", () => {
  const other = incidentOf({ ...terraform, agent: null, priority: 9, command: "kubectl delete namespace prod" });
  const digest = { id: "d1", why: "many", incidents: [incidentOf(terraform, terraform), other] } as const;

  it("says why they come together, then each incident in a line, the most urgent first", () =>
    expect(textsOf(slackMessage(digest))).toEqual([
      "2 more incidents than this channel takes one by one today",
      "Most urgent first",
      expect.stringMatching(
        /^9\/10 {2}margaret ran a command that .*: kubectl delete namespace prod \(incident \w+\)$/,
      ),
      expect.stringMatching(/^8\/10 {2}cursor as margaret .*, and 1 more command: terraform destroy -auto-approve/),
      "Digest d1",
    ]));

  it("says that nobody was alerted, where that is so", () =>
    expect(slackMessage({ ...digest, why: "shadow" }).text).toBe(
      "In shadow： 2 incidents of which nobody was alerted",
    ));
});

const hostileNotice = fc.oneof(
  hostileIncident,
  fc
    .array(hostileIncident, { minLength: 1, maxLength: 30 })
    .map(
      ([first, ...rest]): Notice => ({ id: "d1", why: "many", incidents: [first ?? incidentOf(terraform), ...rest] }),
    ),
);

describe("telemetry in an alert", () => {
  const shown = (command: string) => boxesOf(slackMessage(incidentOf({ ...terraform, command })))[0];
  const notified = (command: string) => slackMessage(incidentOf({ ...terraform, command })).text;

  it("is shown as it is, in a box that parses nothing", () =>
    expect(shown("echo <!channel> <@U1> *bold* `id` <https://example.com|x>")).toBe(
      "echo <!channel> <@U1> *bold* `id` <https://example.com|x>",
    ));

  it("is escaped in the notification, which Slack parses", () =>
    expect(notified("echo <!channel> *now* `id` https://example.com && @here")).toContain(
      "(echo &lt;!channel&gt; ＊now＊ ｀id｀ https：//example.com &amp;&amp; ＠here)",
    ));

  it("shows what would hide or reverse it", () =>
    expect(shown("ls\u202e\u200b\n\u0007")).toBe("ls<U+202E><U+200B>⏎<U+0007>"));

  it("says that there was no text", () => expect(shown("")).toBe("-"));

  it("is never parsed: there are texts and boxes, no markup, no mention and no link", () =>
    forAll([hostileNotice], (notice) => {
      const { text, blocks } = slackMessage(notice);
      for (const { type } of objectsOf(blocks)) if (type !== undefined) expect(harmless).toContain(type);
      for (const { emoji = false } of objectsOf(blocks)) expect(emoji).toBe(false);
      expect(text).not.toMatch(/[<>*_~`@]|:\/\/|&(?!amp;|lt;|gt;)/);
    }));

  it("brings no character that acts or hides", () =>
    forAll([hostileNotice], (notice) => {
      const message = slackMessage(notice);
      const texts = [message.text, ...textsOf(message).map((text) => text.replace(/^\n/, ""))];
      for (const text of texts) expect(text).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u);
    }));

  it("never makes a message longer than Slack takes", () =>
    forAll([hostileNotice], (notice) => {
      const message = slackMessage(notice);
      expect(message.text.length).toBeLessThanOrEqual(4_000);
      expect(message.blocks.length).toBeLessThanOrEqual(50);
      for (const text of textsOf(message)) {
        expect(text.length).toBeGreaterThan(0);
        expect(escaped(text).length).toBeLessThanOrEqual(3_000);
      }
      expect(escaped(textsOf(message)[0] ?? "").length).toBeLessThanOrEqual(150);
    }));

  it("never makes all of it longer than Slack takes in truth", () => {
    for (const long of ["x", '"', "&", "\u202e", "🦊"].map((character) => character.repeat(5_000))) {
      const { impact, attribution, event } = terraform;
      const worst = Array.from({ length: 12 }, (_, i) => ({
        ...terraform,
        ...{ identity: long, agent: long, session: long, host: `${i}${long}`, command: long, time: `${i}${long}` },
        ...{ impact: { ...impact, id: `${i}${long}` }, attribution: { ...attribution, evidence: [long] } },
        ...{
          evidence: [{ detector: "any", bits: 1, ...inWords(`${i}${long}`) }],
          event: { ...event, id: long },
          usual: Array(12).fill(long),
        },
      }));
      const { blocks } = slackMessage({ id: long, findings: [terraform, ...worst] });
      expect(JSON.stringify(blocks).length).toBeLessThan(12_000);
    }
  });
});

/** Everything an alert may be made of. */
const harmless = [
  ...["header", "rich_text", "divider", "context", "plain_text", "text"],
  ...["rich_text_section", "rich_text_preformatted", "rich_text_list"],
];

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
