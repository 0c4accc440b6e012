import type { _Record } from "@aws-sdk/client-kinesis";
import type { KinesisStreamEvent, KinesisStreamRecord } from "aws-lambda";
import { second } from "../../domain/units.js";

/** One record of a shard in the words of a Lambda event: base64 data, arrival in seconds with their fraction. */
export function toEventRecord(record: _Record, shardId: string, streamArn: string): KinesisStreamRecord {
  const { SequenceNumber = "", PartitionKey = "", Data = new Uint8Array(), ApproximateArrivalTimestamp } = record;
  const [, , , awsRegion = "", account = ""] = streamArn.split(":");
  return {
    kinesis: {
      kinesisSchemaVersion: "1.0",
      partitionKey: PartitionKey,
      sequenceNumber: SequenceNumber,
      data: Buffer.from(Data.buffer, Data.byteOffset, Data.byteLength).toString("base64"),
      approximateArrivalTimestamp: (ApproximateArrivalTimestamp?.getTime() ?? 0) / second,
    },
    eventSource: "aws:kinesis",
    eventVersion: "1.0",
    eventID: `${shardId}:${SequenceNumber}`,
    eventName: "aws:kinesis:record",
    invokeIdentityArn: `arn:aws:iam::${account}:role/local`,
    awsRegion,
    eventSourceARN: streamArn,
  };
}

/** An event of its own for each invocation, as Lambda reads it anew: what a handler does to it is not seen by the next. */
export const eventOf = (records: readonly KinesisStreamRecord[]): KinesisStreamEvent => ({
  Records: records.map((record) => ({ ...record, kinesis: { ...record.kinesis } })),
});

/** What an event may weigh when Lambda is invoked. */
const payloadLimit = 6 * 1024 * 1024;
const emptyEvent = '{"Records":[]}'.length;

/** The records of the next batch, as many as its size and the payload allow, and whether one more would not have fitted. */
export function cutBatch(
  records: readonly KinesisStreamRecord[],
  batchSize: number,
): { readonly batch: readonly KinesisStreamRecord[]; readonly full: boolean } {
  let payload = emptyEvent;
  for (const [index, record] of records.entries()) {
    payload += Buffer.byteLength(JSON.stringify(record)) + 1;
    const fits = index < batchSize && (payload <= payloadLimit || index === 0);
    if (!fits) return { batch: records.slice(0, index), full: true };
  }
  return { batch: records, full: records.length >= batchSize };
}
