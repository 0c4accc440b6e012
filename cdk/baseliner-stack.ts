import { CfnOutput, Stack } from "aws-cdk-lib";
import type { Construct } from "constructs";
import type { Infrastructure } from "../lib/config-infrastructure.js";
import { AlarmBell } from "./alarm-bell.js";
import { EncryptionKey } from "./encryption-key.js";
import { FailedBatches } from "./failed-batches.js";
import { Assess } from "./functions/assess.js";
import { ConfigurationLayer } from "./functions/configuration-layer.js";
import { Interpret } from "./functions/interpret.js";
import { Notify } from "./functions/notify.js";
import { Rollup } from "./functions/rollup.js";
import { SlackWebhook } from "./slack-webhook.js";
import { ObservationsStream } from "./streams/observations-stream.js";
import { TelemetryStream } from "./streams/telemetry-stream.js";
import { DeadLettersTable } from "./tables/dead-letters-table.js";
import { FindingsTable } from "./tables/findings-table.js";
import { StateTable } from "./tables/state-table.js";

export interface BaselinerStackProps {
  readonly infrastructure: Infrastructure;
  /** The configuration file's text, if there is one. */
  readonly text: string | undefined;
}

/** Everything that is deployed, in the order of an event's journey; it knows no account and no region. */
export class BaselinerStack extends Stack {
  constructor(scope: Construct, id: string, { infrastructure, text }: BaselinerStackProps) {
    super(scope, id, { description: "Baseliner: finds high-impact commands that are out of character" });
    const { interpret, assess, notify, logRetentionDays } = infrastructure;

    const bell = new AlarmBell(this, "AlarmBell", infrastructure.alarmEmail);
    const key = infrastructure.encryption === "own-key" ? new EncryptionKey(this, "EncryptionKey").key : undefined;
    const configuration = new ConfigurationLayer(this, "Configuration", text);
    const failedBatches = new FailedBatches(this, "FailedBatches", bell);
    const surroundings = { configuration, logRetentionDays, bell };

    const telemetry = new TelemetryStream(this, "Telemetry", infrastructure, key);
    const observations = new ObservationsStream(this, "Observations", infrastructure, key);
    const state = new StateTable(this, "State", key);
    const findings = new FindingsTable(this, "Findings", key);
    const deadLetters = new DeadLettersTable(this, "DeadLetters", key, bell);
    const webhook = new SlackWebhook(this, "SlackWebhook", infrastructure.slackWebhookSecret);

    const aside = { deadLetters, failedBatches };
    new Interpret(this, "Interpret", { telemetry, observations, state, ...aside }, interpret, surroundings);
    new Assess(this, "Assess", { observations, state, findings, ...aside }, assess, surroundings);
    new Rollup(this, "Rollup", { state }, surroundings);
    new Notify(this, "Notify", { findings, webhook }, notify, surroundings);

    this.tell("TelemetryStreamName", telemetry.stream.streamName, "Point your sensors at this Kinesis stream");
    this.tell("TelemetryStreamArn", telemetry.stream.streamArn, "The same stream, by its ARN");
    this.tell("ProducerPolicyArn", telemetry.producerPolicy.managedPolicyArn, "Attach it to what your sensors run as");
    this.tell("StateTableName", state.table.tableName, "baseliner baseline load puts what a replay knows into it");
    this.tell(
      "SlackWebhookSecretArn",
      webhook.arn,
      webhook.isOwn
        ? "Put the URL of Slack's incoming webhook into this secret"
        : "The webhook is read from this secret",
    );
  }

  private tell(id: string, value: string, description: string): void {
    new CfnOutput(this, id, { value, description });
  }
}
