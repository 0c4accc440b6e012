import type { ContextBlock, DividerBlock, HeaderBlock, RichTextBlock, SectionBlock } from "@slack/types";
import type { Finding } from "../domain/finding.js";
import type { Incident } from "../domain/incident.js";
import { type Digest, isDigest, type Notice } from "../domain/notice.js";
import { number } from "../domain/wording.js";
import { because, whatToDo } from "../impact/words.js";
import { digestHeading, digestLine, worstOf } from "./digest-text.js";
import { unusualClause } from "./finding-text.js";
import { distinct, factsOf, whoOf } from "./slack-facts.js";
import { box, facts, line, list, richText } from "./slack-rich-text.js";
import { fitting, plain, unparsed } from "./slack-text.js";

/** The few kinds of block that alerts are made of. */
export type MessageBlock = HeaderBlock | RichTextBlock | SectionBlock | ContextBlock | DividerBlock;

export interface SlackMessage {
  /** What a notification shows. */
  readonly text: string;
  readonly blocks: MessageBlock[];
}

/** Commands shown; of more, the most urgent. */
const mostCommands = 10;
/**
 * Characters for all commands together. Slack refuses messages of more than some 13,000 characters in all
 * (slackapi/bolt-js issue 2509), whatever its stated limits; the limits here add up to less than 12,000.
 */
const roomForCommands = 2_500;

/**
 * An incident for Slack: who, what, where, why it could hurt, why it is unusual in numbers, what is usual, what to do.
 *
 * Nothing from telemetry is ever parsed: it stands in plain text, in rich text or in boxes, none of which has markup.
 */
export const slackMessage = (notice: Notice): SlackMessage =>
  isDigest(notice) ? digestMessage(notice) : alertMessage(notice);

/** Many incidents in a few words each; all of them are in the findings table. */
function digestMessage(digest: Digest): SlackMessage {
  const heading = digestHeading(digest);
  return {
    text: unparsed(heading, 400),
    blocks: [
      { type: "header", text: plain(heading, 150) },
      richText(
        ...list(
          "Most urgent first",
          digest.incidents
            .toSorted((a, b) => worstOf(b.findings).priority - worstOf(a.findings).priority)
            .map(({ id, findings }) => `${digestLine(findings).slice(0, 240)} (incident ${id})`),
          { most: 30, limit: 280 },
        ),
      ),
      { type: "context", elements: [plain(`Digest ${digest.id}`, 80)] },
    ],
  };
}

function alertMessage({ id, findings }: Incident): SlackMessage {
  const byPriority = findings.toSorted((a, b) => b.priority - a.priority);
  const worst = byPriority[0] ?? findings[0];
  const title = titleOf(findings, worst);
  return {
    text: unparsed(
      `${title} (${fitting(worst.command, 400)}), priority ${worst.priority} of 10, incident ${id}`,
      1_000,
    ),
    blocks: [
      { type: "header", text: plain(title, 150) },
      richText(facts(factsOf(findings, worst), 200)),
      richText(...commandsOf(findings, new Set(byPriority.slice(0, mostCommands)))),
      { type: "divider" },
      richText(
        ...list("Why it is unusual", reasonsOf(byPriority), { most: 6, limit: 240 }),
        ...list(`What is usual for ${whoOf(worst)}`, worst.usual, { most: 5, limit: 160 }),
        ...list(
          "What to do",
          distinct(byPriority.map(({ impact }) => (impact === null ? askThem : whatToDo(impact.id)))),
          { most: 3, limit: 320 },
        ),
      ),
      { type: "context", elements: [plain(`Incident ${id}`, 80), plain(`Event ${worst.event.id}`, 120)] },
    ],
  };
}

const titleOf = ({ length }: readonly Finding[], worst: Finding): string =>
  length === 1
    ? worst.impact === null
      ? `${whoOf(worst)} stopped behaving like themselves`
      : `${whoOf(worst)} ran a command that ${because(worst.impact.id)}`
    : worst.impact === null
      ? `${whoOf(worst)} stopped behaving like themselves: ${number(length)} findings`
      : `${whoOf(worst)} ran ${number(length)} commands, one of which ${because(worst.impact.id)}`;

/** What to do about an identity as a whole. */
const askThem =
  "Ask them, by another channel, whether it was them; if not, end their sessions and revoke their credentials, then read what was run.";

function commandsOf(findings: readonly Finding[], shown: ReadonlySet<Finding>): RichTextBlock["elements"] {
  const room = roomForCommands / shown.size;
  const boxes = findings
    .filter((finding) => shown.has(finding))
    .flatMap(({ command, impact }) => [
      box(command, room),
      ...(impact === null
        ? []
        : [facts([["Impact", `${because(impact.id)} (${[impact.id, ...impact.attack].join(", ")})`]], 180)]),
    ]);
  if (findings.length > shown.size) boxes.push(line(`and ${number(findings.length - shown.size)} more`, 40));
  return boxes;
}

/** How rare the rarest is, then each detector's sentence once. */
function reasonsOf(byPriority: readonly Finding[]): readonly string[] {
  const [rarest] = byPriority.toSorted((a, b) => a.rarity.pValue - b.rarity.pValue);
  if (rarest === undefined) return [];
  const sentences = byPriority.flatMap(({ evidence }) => evidence.map((one) => one.because));
  return distinct([unusualClause(rarest), ...sentences]);
}
