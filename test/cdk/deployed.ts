import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { App, Stack } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import * as v from "valibot";
import { BaselinerStack } from "../../cdk/baseliner-stack.js";
import { createApp } from "../../cdk/create-app.js";
import { infrastructure } from "../../lib/config-infrastructure.js";

export type Written = v.InferInput<typeof infrastructure>;

/** The template of a deployment with these settings. Its functions are not bundled, which is what takes the time. */
export const deployed = (written: Written = {}, text?: string): Template =>
  templateOf((app) => {
    const settings = { infrastructure: v.parse(infrastructure, written), text };
    return new BaselinerStack(app, "Baseliner", settings);
  });

/** The template of a stack in an app like the deployed one, unchecked: checking once is enough and takes seconds. */
export function templateOf(stackIn: (app: App) => Stack, { checked = false } = {}): Template {
  const outdir = mkdtempSync(join(tmpdir(), "baseliner-cdk-"));
  try {
    const context = { "aws:cdk:bundling-stacks": [] };
    return Template.fromStack(stackIn(createApp({ outdir, context, builtinCloudFormationValidation: checked })));
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

export const keyArn = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

/** A deployment in which everything that can be set is set. */
export const everythingSet: Written = {
  telemetryStream: { arn: "arn:aws:kinesis:eu-central-1:111122223333:stream/process-events", keyArn },
  streams: { mode: "provisioned", telemetryShards: 4, observationsShards: 2 },
  encryption: "own-key",
  interpret: { memoryMiB: 2048, batchSize: 1000, windowSeconds: 2, parallelPerShard: 4 },
  assess: { memoryMiB: 2048, batchSize: 100, windowSeconds: 10, parallelPerShard: 2 },
  notify: { memoryMiB: 512, alone: false },
  slackWebhookSecret: { id: "baseliner/slack-webhook", keyArn },
  alarmEmail: "security@example.com",
  logRetentionDays: 90,
};
