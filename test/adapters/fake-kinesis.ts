import {
  type _Record,
  DescribeStreamSummaryCommand,
  ExpiredIteratorException,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type KinesisClient,
  ListShardsCommand,
} from "@aws-sdk/client-kinesis";
import type { Instant } from "../../lib/domain/units.js";

export const streamArn = "arn:aws:kinesis:eu-north-1:111122223333:stream/telemetry";

/** A stream in memory that can do what a real one does and kinesalite does not: expire iterators, lag, break, close. */
export function createFakeKinesis(shardIds: readonly string[] = ["shard-0"]) {
  const shards = new Map<string, _Record[]>(shardIds.map((id) => [id, []]));
  const closed = new Set<string>();
  const faults: Error[] = [];
  const fake = {
    pageSize: 10_000,
    reads: 0,
    /** Done when a page has been cut and before it arrives: what is put now is not on it. */
    whilePageIsOnItsWay: (): void => {},
    /** At the tip, the iterator to go on with lies behind the next record too, as kinesalite's may. */
    skipsAtTip: false,
    /** Sequence numbers are 56 digits long and count all shards together. */
    put(data: string | Uint8Array, at: Instant = 0, shardId = shardIds[0] ?? ""): string {
      const count = [...shards.values()].reduce((sum, records) => sum + records.length, 0);
      const sequenceNumber = String(count + 1).padStart(56, "4");
      shards.get(shardId)?.push({
        SequenceNumber: sequenceNumber,
        PartitionKey: "key",
        Data: typeof data === "string" ? new TextEncoder().encode(data) : data,
        ApproximateArrivalTimestamp: new Date(at),
      });
      return sequenceNumber;
    },
    close: (shardId: string): void => void closed.add(shardId),
    /** The next read fails with this. */
    breakWith: (error: Error): void => void faults.push(error),
    expireIterator: (): void =>
      void faults.push(new ExpiredIteratorException({ message: "it is five minutes old", $metadata: {} })),
    client: { send: async (command: unknown) => answer(command) } as unknown as KinesisClient,
  };

  function answer(command: unknown): unknown {
    if (command instanceof DescribeStreamSummaryCommand) return { StreamDescriptionSummary: { StreamARN: streamArn } };
    if (command instanceof ListShardsCommand) return pageOfShards(command.input.NextToken);
    if (command instanceof GetShardIteratorCommand) {
      const { ShardId = "", StartingSequenceNumber: after } = command.input;
      const place = shards.get(ShardId)?.findIndex(({ SequenceNumber }) => SequenceNumber === after) ?? -1;
      return { ShardIterator: `${ShardId} ${place + 1}` };
    }
    if (command instanceof GetRecordsCommand) return read(command.input.ShardIterator ?? "");
    throw new Error(`createFakeKinesis requires a command it knows, got ${command}`);
  }

  /** One shard on each page. */
  function pageOfShards(token = "0"): unknown {
    const next = Number(token) + 1;
    return {
      Shards: [{ ShardId: shardIds[Number(token)] }],
      ...(next < shardIds.length && { NextToken: String(next) }),
    };
  }

  function read(iterator: string): unknown {
    fake.reads += 1;
    const fault = faults.shift();
    if (fault !== undefined) throw fault;
    const [shardId = "", start] = iterator.split(" ");
    const records = shards.get(shardId) ?? [];
    const end = Math.min(Number(start) + fake.pageSize, records.length);
    const isLast = closed.has(shardId) && end === records.length;
    const next = fake.skipsAtTip && Number(start) === end ? end + 1 : end;
    const page = {
      Records: records.slice(Number(start), end),
      MillisBehindLatest: records.length - end,
      ...(!isLast && { NextShardIterator: `${shardId} ${next}` }),
    };
    fake.whilePageIsOnItsWay();
    return page;
  }

  return fake;
}
