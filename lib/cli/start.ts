import { systemClock } from "../adapters/clock.js";
import { createConsoleSink } from "../adapters/console-sink.js";
import { readInputs } from "../adapters/files.js";
import { inflate } from "../adapters/inflate.js";
import { servePage } from "../adapters/local/page-server.js";
import { createProgress } from "../adapters/progress.js";
import { createSlackSink } from "../adapters/slack.js";
import { defaultConfig } from "../config.js";
import type { Finding } from "../domain/finding.js";
import { findingsIn } from "../domain/notice.js";
import type { Millis } from "../domain/units.js";
import { plural } from "../domain/wording.js";
import { outcomeOf } from "../flows/demonstrate.js";
import { noKnowledge } from "../flows/judge.js";
import { learnCompany, type Morning } from "../flows/learn-company.js";
import type { Sink } from "../ports/sink.js";
import { demonstrationText } from "../render/demonstration-text.js";
import { type SlackMessage, slackMessage } from "../render/slack.js";
import { summaryOfTraffic } from "../render/summary.js";
import { hash64 } from "../stats/hash64.js";
import { decode, fileLimit } from "../telemetry/decode.js";
import { done, unmet } from "./exit.js";
import { startPipeline } from "./pipeline.js";

/** The invented company whose day `npm start` streams. */
const seed = 1;
/** Records put at a time: the pipeline works while they come. */
const perPut = 200;

/** `npm start`: the deployed pipeline on embedded parts, with an invented company or with your own telemetry. */
async function start(paths: readonly string[]): Promise<number> {
  // The SDK warns of a Node that it will leave behind in 2027; ours is pinned.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";
  const { knowledge, lines, truth } = paths.length === 0 ? await invented() : await own(paths);
  const messages: SlackMessage[] = [];
  const told: Finding[] = [];
  const latencies: Millis[] = [];
  let putAt = systemClock.now();

  const sinks: Sink[] = [createConsoleSink(process.stdout)];
  const webhook = process.env.SLACK_WEBHOOK_URL;
  if (webhook !== undefined && webhook !== "") sinks.push(createSlackSink(webhook));
  const sink: Sink = async (notice) => {
    for (const one of sinks) await one(notice);
    messages.push(slackMessage(notice));
    told.push(...findingsIn(notice));
    latencies.push(systemClock.now() - putAt);
  };

  const pipeline = await startPipeline(knowledge, defaultConfig, sink);
  const page = process.stdin.isTTY ? await servePage(() => messages) : undefined;
  if (page !== undefined) process.stderr.write(`the alerts as Slack shows them: ${page.url} (Ctrl-C ends)\n`);
  process.stderr.write(`streaming ${plural(lines.length, "record")} through Kinesis, Lambda handlers and DynamoDB\n`);
  const encoder = new TextEncoder();
  for (let i = 0; i < lines.length; i += perPut) {
    putAt = systemClock.now();
    // Most producers scatter one host over all shards, so this one does.
    await pipeline.put(
      lines.slice(i, i + perPut).map((line, j) => ({ partitionKey: hash64(i + j), data: encoder.encode(line) })),
    );
  }
  await pipeline.drained();
  process.stderr.write(summaryOfTraffic({ ...pipeline.traffic(), put: lines.length, told: told.length, latencies }));
  if (page !== undefined) await page.closed;
  await pipeline.stop();

  if (truth === undefined) return done;
  const outcome = outcomeOf(truth, told);
  process.stdout.write(`${demonstrationText(outcome, { colour: process.stdout.isTTY === true })}\n`);
  return outcome.incidents.every(({ found }) => found) ? done : unmet;
}

async function invented() {
  process.stderr.write("learning three weeks of an invented company\n");
  const progress = createProgress(process.stderr);
  const { knowledge, day, truth }: Morning = await learnCompany(seed, inflate, progress.tell);
  progress.clear();
  return { knowledge, truth, lines: day.map(({ record }) => JSON.stringify(record)) };
}

async function own(paths: readonly string[]) {
  const lines: string[] = [];
  for await (const { bytes } of readInputs(paths))
    for (const record of decode(bytes, inflate, fileLimit)) if (record.ok) lines.push(JSON.stringify(record.value));
  return { knowledge: noKnowledge, truth: undefined, lines };
}

process.exitCode = await start(process.argv.slice(2));
