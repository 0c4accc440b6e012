import { Duration } from "aws-cdk-lib";
import type { IStream } from "aws-cdk-lib/aws-kinesis";
import type { EventSourceMappingOptions, Function as LambdaFunction, StartingPosition } from "aws-cdk-lib/aws-lambda";
import { SqsDlq } from "aws-cdk-lib/aws-lambda-event-sources";
import type { Infrastructure } from "../../lib/config-infrastructure.js";
import type { FailedBatches } from "../failed-batches.js";
import { grantMapping } from "../streams/stream-grants.js";

/**
 * How long a batch that fails is tried: bad data never fails one, so it is a service that is down or a mistake of ours.
 * Halving the batch uses up no try, so ten are left for the one record that cannot be done; a day outlasts most outages.
 */
const patience: Pick<EventSourceMappingOptions, "bisectBatchOnError" | "retryAttempts" | "maxRecordAge"> = {
  bisectBatchOnError: true,
  retryAttempts: 10,
  maxRecordAge: Duration.days(1),
};

/** Feeds a function from a stream, shard by shard and in order; what is given up is named in a queue. */
export function feed(
  fed: LambdaFunction,
  stream: IStream,
  startingPosition: StartingPosition,
  { batchSize, windowSeconds, parallelPerShard }: Infrastructure["interpret"],
  { queue }: FailedBatches,
): void {
  grantMapping(stream, fed);
  fed.addEventSourceMapping("Batches", {
    ...patience,
    eventSourceArn: stream.streamArn,
    startingPosition,
    batchSize,
    maxBatchingWindow: Duration.seconds(windowSeconds),
    parallelizationFactor: parallelPerShard,
    reportBatchItemFailures: true,
    onFailure: new SqsDlq(queue),
  });
}
