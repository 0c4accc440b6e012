import { deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { aggregated } from "../packed.js";
import { arrivals, read } from "../read.js";

const ada = { user: "ada", command: "ls" };
const grace = { user: "grace", command: "pwd" };
const line = JSON.stringify;
const base64 = (data: Uint8Array | string): string => Buffer.from(data).toString("base64");

/** As Lambda hands a record over. */
const handed = (data: unknown, approximateArrivalTimestamp: unknown = 1772357400.123) => ({
  kinesis: {
    kinesisSchemaVersion: "1.0",
    partitionKey: "web-1",
    sequenceNumber: "4959",
    data,
    approximateArrivalTimestamp,
  },
  eventSource: "aws:kinesis",
});

describe("the event of a Lambda function, saved to a file", () => {
  it("gives the records that were in the stream, packed as they were there", () => {
    const data = [
      line(ada),
      gzipSync(line(grace)),
      deflateSync(line(ada)),
      aggregated(line(grace), gzipSync(line(ada))),
    ];
    expect(read({ Records: data.map((each) => handed(base64(each))) })).toEqual([ada, grace, ada, grace, ada]);
  });

  it("gives the time of their arrival", () => {
    const Records = [
      handed(base64(`${line(ada)}\n${line(ada)}`)),
      handed(base64("{oops")),
      handed(base64(line(ada)), "soon"),
    ];
    expect(arrivals({ Records })).toEqual([1772357400123, 1772357400123, 1772357400123, null]);
  });

  it("may be pretty-printed, and several may follow each other", () => {
    const event = JSON.stringify({ Records: [handed(base64(line(ada)))] }, null, 2);
    expect(read(`${event}\n${event}`)).toEqual([ada, ada]);
  });

  it("names each record that cannot be read, and loses none of the others", () => {
    const Records = [
      handed(base64(line(ada))),
      handed("%%%"),
      handed(7),
      handed(base64("{oops")),
      5,
      {},
      handed(base64(line(grace))),
    ];
    expect(read({ Records })).toEqual([
      ...[ada, "bad-base64", "bad-base64", "truncated-json", "not-an-object", "bad-base64"],
      grace,
    ]);
  });

  it("is a record as any other when it is of another service", () => {
    for (const record of [{ Records: [] }, { Records: [{ s3: {} }] }, { Records: "x" }, { Records: [1] }])
      expect(read(record)).toEqual([record]);
  });
});

describe("what `aws kinesis get-records` prints", () => {
  it("gives its records and their arrival", () => {
    const printed = {
      Records: [
        {
          SequenceNumber: "4959",
          ApproximateArrivalTimestamp: "2026-03-01T10:30:00.123000+01:00",
          Data: base64(gzipSync(line(ada))),
          PartitionKey: "web-1",
        },
      ],
      NextShardIterator: "AAAA",
      MillisBehindLatest: 0,
    };
    expect(read(printed)).toEqual([ada]);
    expect(arrivals(printed)).toEqual([1772357400123]);
  });
});
