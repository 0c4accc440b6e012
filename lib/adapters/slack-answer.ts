import { IncomingWebhook, IncomingWebhookHTTPError, IncomingWebhookRequestError } from "@slack/webhook";
import { type Instant, type Millis, second } from "../domain/units.js";
import type { SlackMessage } from "../render/slack.js";

/** What became of one request. The reasons are ours: the network's own words may hold the URL, which is a secret. */
export type Answer =
  | { readonly kind: "arrived" }
  /** It may pass by itself; not before `waitMs`, if Slack says so. */
  | { readonly kind: "try-again"; readonly why: string; readonly waitMs: Millis }
  | { readonly kind: "refused"; readonly why: string; readonly status: number };

const tooManyRequests = 429;

/** Posts once. */
export async function ask(url: string, message: SlackMessage, timeout: Millis, now: () => Instant): Promise<Answer> {
  let retryAfter: string | null = null;
  const webhook = new IncomingWebhook(url, {
    timeout,
    async fetch(to, request) {
      const response = await fetch(to, request);
      retryAfter = response.headers.get("retry-after"); // the library's own error hides it
      return response;
    },
  });
  try {
    await webhook.send({ ...message, link_names: false, unfurl_links: false, unfurl_media: false });
    return { kind: "arrived" };
  } catch (error) {
    return answerOf(error, waitOf(retryAfter, now()));
  }
}

function answerOf(error: unknown, waitMs: Millis): Answer {
  if (error instanceof IncomingWebhookRequestError)
    return { kind: "try-again", why: `Slack could not be reached (${codeOf(error.original)})`, waitMs };
  if (!(error instanceof IncomingWebhookHTTPError)) throw error;
  const { statusCode: status, body } = error;
  const why = `Slack answered ${status}${/^[a-z_]{1,40}$/.test(body) ? ` ${body}` : ""}`;
  return status === tooManyRequests || status >= 500
    ? { kind: "try-again", why, waitMs }
    : { kind: "refused", why, status };
}

/** `TimeoutError`, `ECONNREFUSED`: a name that holds nothing of the request. */
function codeOf({ name, cause }: Error): string {
  return cause instanceof Error && "code" in cause && /^\w{1,40}$/.test(`${cause.code}`) ? `${cause.code}` : name;
}

/**
 * How long a Retry-After header asks to wait: it holds seconds, or the time to come back at.
 *
 * @example
 * waitOf("30", 0) // => 30000
 * waitOf("Thu, 01 Jan 1970 00:01:00 GMT", 10_000) // => 50000
 * waitOf("soon", 0) // => 0
 * waitOf(null, 0) // => 0
 */
export function waitOf(retryAfter: string | null, now: Instant): Millis {
  const value = retryAfter ?? "";
  const wait = /^\d{1,9}$/.test(value) ? Number(value) * second : Date.parse(value) - now;
  return Number.isNaN(wait) ? 0 : Math.max(0, wait);
}
