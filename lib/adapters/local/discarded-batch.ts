import type { KinesisStreamRecord } from "aws-lambda";
import { type Instant, second } from "../../domain/units.js";

/** Why Lambda gave records up. */
export type DiscardCondition = "RetryAttemptsExhausted" | "RecordAgeExceeded";

/** What an on-failure destination (a queue) is sent: where the records are, never what is in them. */
export interface DiscardedBatch {
  readonly version: "1.0";
  readonly timestamp: string;
  readonly requestContext: { readonly condition: DiscardCondition; readonly approximateInvokeCount: number };
  readonly KinesisBatchInfo: {
    readonly shardId: string;
    readonly startSequenceNumber: string;
    readonly endSequenceNumber: string;
    readonly approximateArrivalOfFirstRecord: string;
    readonly approximateArrivalOfLastRecord: string;
    readonly batchSize: number;
    readonly streamArn: string;
  };
}

export const arrivalOf = ({ kinesis }: KinesisStreamRecord): Instant => kinesis.approximateArrivalTimestamp * second;

const toTime = (at: Instant): string => new Date(at).toISOString();

/** The message about records that were given up; a redrive reads them again from the stream. */
export function discardedBatch(
  records: readonly [KinesisStreamRecord, ...KinesisStreamRecord[]],
  shardId: string,
  condition: DiscardCondition,
  approximateInvokeCount: number,
  now: Instant,
): DiscardedBatch {
  const [first] = records;
  const last = records.at(-1) ?? first;
  return {
    version: "1.0",
    timestamp: toTime(now),
    requestContext: { condition, approximateInvokeCount },
    KinesisBatchInfo: {
      shardId,
      startSequenceNumber: first.kinesis.sequenceNumber,
      endSequenceNumber: last.kinesis.sequenceNumber,
      approximateArrivalOfFirstRecord: toTime(arrivalOf(first)),
      approximateArrivalOfLastRecord: toTime(arrivalOf(last)),
      batchSize: records.length,
      streamArn: first.eventSourceARN,
    },
  };
}
