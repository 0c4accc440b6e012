import { Duration, Validations } from "aws-cdk-lib";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { AlarmBell } from "./alarm-bell.js";

/**
 * Batches that a function failed until its tries were used up: not the records, only where they stand in the stream
 * (shard, first and last sequence number), so that they can be read again while the stream still has them.
 */
export class FailedBatches extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, bell: AlarmBell) {
    super(scope, id);
    this.queue = new Queue(this, "Queue", {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14), // the longest there is; the records themselves are kept for seven
    });
    Validations.of(this.queue).acknowledge({
      id: "AwsSolutions-SQS3",
      reason:
        "This queue is itself where failed batches end; nothing consumes it automatically, and an alarm watches it.",
    });
    bell.ringWhen(this, "NotEmpty", {
      metric: this.queue.metricApproximateNumberOfMessagesVisible({ statistic: "max", period: Duration.minutes(1) }),
      atLeast: 1,
      periods: 1,
      because: "A batch of records was given up after all tries: read why in the function's log, then read it again.",
    });
  }
}
