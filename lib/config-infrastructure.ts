import * as v from "valibot";
import { oneOf, textLike, wholeWithin, yesOrNo } from "./config-values.js";

const arnOf = (service: string, resource: string, example: string) =>
  textLike(
    new RegExp(`^arn:aws[a-z-]*:${service}:[a-z0-9-]+:\\d{12}:${resource}.+$`),
    `the ARN of a ${service} ${resource.replace(/\W/, "")}`,
    `for example arn:aws:${service}:eu-central-1:111122223333:${resource}${example}`,
  );
const keyArn = arnOf("kms", "key/", "1234abcd-12ab-34cd-56ef-1234567890ab");

/** Lambda gives more processor with more memory; a whole processor comes with 1,769 MiB. */
const memoryMiB = (usual: number) => v.optional(wholeWithin(128, 10_240, `${usual} is the default`), usual);

/** How a function is fed by a stream. The defaults keep an alert within seconds at the price of smaller batches. */
const fed = (usual: { readonly memoryMiB: number; readonly batchSize: number; readonly windowSeconds: number }) =>
  v.strictObject({
    memoryMiB: memoryMiB(usual.memoryMiB),
    batchSize: v.optional(wholeWithin(1, 10_000, `${usual.batchSize} is the default`), usual.batchSize),
    windowSeconds: v.optional(wholeWithin(0, 300, `${usual.windowSeconds} is the default`), usual.windowSeconds),
    parallelPerShard: v.optional(wholeWithin(1, 10, "1 is the default; more when the iterator falls behind"), 1),
  });

/** CloudWatch Logs knows no other lengths. */
const logDays = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557] as const;

const shards = v.optional(
  wholeWithin(1, 500, "1 carries a thousand records a second; only for provisioned streams"),
  1,
);

/** A stream that is there already, instead of one of our own. */
const telemetryStream = v.strictObject({
  arn: arnOf("kinesis", "stream/", "process-events"),
  keyArn: v.optional(keyArn),
});

const streams = v.strictObject({
  mode: v.optional(oneOf(["on-demand", "provisioned"], "on-demand needs no shards to be counted"), "on-demand"),
  telemetryShards: shards,
  observationsShards: shards,
});

const notify = v.strictObject({
  memoryMiB: memoryMiB(256),
  alone: v.optional(
    yesOrNo(
      "false for an account with too few concurrent executions to reserve one; two sweeps may then tell one twice",
    ),
    true,
  ),
});

const secretId = 'a secret\'s name or complete ARN, for example "baseliner/slack-webhook", never the webhook itself';

/** A secret that is there already, by its name or complete ARN, instead of an empty one of our own. */
const slackWebhookSecret = v.strictObject({
  id: v.pipe(
    v.string(({ received }) => `must be ${secretId}, got ${received}`),
    // What is wrong here is often the webhook itself, which no terminal may show: the message does not repeat it.
    v.regex(
      /^(?:arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:[\w/+=.@-]+-\w{6}|[\w/+=.@-]+)$/,
      `must be ${secretId}`,
    ),
  ),
  keyArn: v.optional(keyArn),
});

/** What is deployed and how large; the rest of the configuration says how it judges. */
export const infrastructure = v.strictObject({
  telemetryStream: v.optional(telemetryStream),
  streams: v.optional(streams, {}),
  encryption: v.optional(
    oneOf(["managed", "own-key"], "own-key makes a key of your own for streams and tables"),
    "managed",
  ),
  interpret: v.optional(fed({ memoryMiB: 1024, batchSize: 500, windowSeconds: 1 }), {}),
  assess: v.optional(fed({ memoryMiB: 1024, batchSize: 200, windowSeconds: 5 }), {}),
  notify: v.optional(notify, {}),
  slackWebhookSecret: v.optional(slackWebhookSecret),
  alarmEmail: v.optional(textLike(/^[^@\s]+@[^@\s]+$/, "an e-mail address", 'for example "security@example.com"')),
  logRetentionDays: v.optional(oneOf(logDays, "30 is the default"), 30),
});

/** The infrastructure as used: what has a default is there. */
export type Infrastructure = v.InferOutput<typeof infrastructure>;

export const defaultInfrastructure: Infrastructure = v.parse(infrastructure, {});

/** The objects inside, so that a mistyped setting can be told its neighbours' names. */
export const infrastructureParts = {
  infrastructure: infrastructure.entries,
  "infrastructure.telemetryStream": telemetryStream.entries,
  "infrastructure.streams": streams.entries,
  "infrastructure.interpret": infrastructure.entries.interpret.wrapped.entries,
  "infrastructure.assess": infrastructure.entries.assess.wrapped.entries,
  "infrastructure.notify": notify.entries,
  "infrastructure.slackWebhookSecret": slackWebhookSecret.entries,
} as const;
