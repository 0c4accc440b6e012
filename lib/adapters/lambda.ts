import type { KinesisStreamEvent } from "aws-lambda";
import { second } from "../domain/units.js";
import type { StreamRecord } from "../ports/stream.js";

/** The records of an invocation, each with the name of its place: stream, shard and sequence number. */
export const recordsOf = ({ Records }: KinesisStreamEvent): readonly StreamRecord[] =>
  Records.map(({ eventSourceARN, eventID, kinesis }) => ({
    place: `${eventSourceARN}/${eventID}`,
    shard: eventID.split(":")[0] ?? "",
    sequence: kinesis.sequenceNumber,
    bytes: Buffer.from(kinesis.data, "base64"),
    arrived: Math.round(kinesis.approximateArrivalTimestamp * second),
  }));
