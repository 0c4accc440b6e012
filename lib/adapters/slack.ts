import { isDigest, type Notice } from "../domain/notice.js";
import { type Instant, type Millis, minute, second } from "../domain/units.js";
import type { Sink } from "../ports/sink.js";
import { type SlackMessage, slackMessage } from "../render/slack.js";
import { type Clock, systemClock } from "./clock.js";
import { Misuse } from "./misuse.js";
import { type Answer, ask } from "./slack-answer.js";

export interface SlackOptions {
  /** How long one request may take. */
  readonly timeoutMs: Millis;
  /** Requests for one incident before it is left to the next sweep. */
  readonly attempts: number;
  /** The first wait; each next one is twice as long. */
  readonly firstWaitMs: Millis;
  /** No wait is longer; where Slack asks for more, the incident is left to the next sweep. */
  readonly longestWaitMs: Millis;
  readonly clock: Clock;
}

const defaults: SlackOptions = {
  timeoutMs: 10 * second,
  attempts: 5,
  firstWaitMs: second,
  longestWaitMs: minute,
  clock: systemClock,
};

/**
 * A Slack channel, by its webhook: one message for each incident. What passes by itself is tried again; a Retry-After
 * holds for all incidents, not only for the one that was answered with it.
 */
export function createSlackSink(url: string, options: Partial<SlackOptions> = {}): Sink {
  if (!/^https?:\/\//.test(url) || !URL.canParse(url))
    throw new Misuse("the Slack webhook is not a URL", "copy it whole from the app's page Incoming Webhooks in Slack");
  const { timeoutMs, attempts, firstWaitMs, longestWaitMs, clock } = { ...defaults, ...options };
  let closedUntil: Instant = 0;

  async function post(message: SlackMessage): Promise<Answer> {
    const closedFor = closedUntil - clock.now();
    if (closedFor > 0) return { kind: "try-again", why: "Slack asked to be left alone for a while", waitMs: closedFor };
    const answer = await ask(url, message, timeoutMs, clock.now);
    if (answer.kind === "try-again") closedUntil = clock.now() + answer.waitMs;
    return answer;
  }

  return async (notice) => {
    const message = slackMessage(notice);
    for (let attempt = 1; ; attempt += 1) {
      const answer = await post(message);
      if (answer.kind === "arrived") return;
      if (answer.kind === "refused") throw new Error(`${answer.why}; ${adviceFor(answer.status, notice)}`);
      const wait = Math.max(answer.waitMs, Math.min(longestWaitMs, firstWaitMs * 2 ** (attempt - 1)));
      if (attempt === attempts || wait > longestWaitMs)
        throw new Error(`${answer.why}, attempt ${attempt}; ${nameOf(notice)} waits for the next sweep`);
      await clock.sleep(wait);
    }
  };
}

const nameOf = (notice: Notice): string => `${isDigest(notice) ? "digest" : "incident"} ${notice.id}`;

/** A message that Slack does not take is our mistake; anything else is about the webhook. */
const adviceFor = (status: number, notice: Notice): string =>
  status === 400
    ? `report it as a bug of Baseliner, with what ${nameOf(notice)} holds`
    : "make a new incoming webhook in Slack and put its URL where the old one was";
