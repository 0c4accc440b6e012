import {
  type _Record,
  DescribeStreamSummaryCommand,
  ExpiredIteratorException,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type KinesisClient,
  ListShardsCommand,
} from "@aws-sdk/client-kinesis";

/** What one look at a shard gave. */
export interface Page {
  readonly records: readonly _Record[];
  /** There is more that can be read at once. */
  readonly more: boolean;
  /** The shard is closed and this was its last page. */
  readonly ended: boolean;
}

/** A stream's ARN and the names of its shards. */
export async function describeStream(
  client: KinesisClient,
  streamName: string,
): Promise<{ readonly arn: string; readonly shardIds: readonly string[] }> {
  const summary = await client.send(new DescribeStreamSummaryCommand({ StreamName: streamName }));
  const shardIds: string[] = [];
  let token: string | undefined;
  do {
    const page = await client.send(new ListShardsCommand(token ? { NextToken: token } : { StreamName: streamName }));
    for (const { ShardId } of page.Shards ?? []) if (ShardId !== undefined) shardIds.push(ShardId);
    token = page.NextToken;
  } while (token !== undefined);
  return { arn: summary.StreamDescriptionSummary?.StreamARN ?? "", shardIds };
}

/**
 * Reads a shard page by page, from its oldest record or from the one after a sequence number.
 *
 * At the tip of the shard the iterator is kept, not replaced by the one that an empty page brings: kinesalite's is as
 * of that second, and a shard's first record that is being written meanwhile would lie before it. Kept for longer than
 * five minutes it expires, and a new one is asked for.
 */
export function createShardReader(
  client: KinesisClient,
  streamName: string,
  shardId: string,
  after: string | undefined,
): () => Promise<Page> {
  let last = after;
  let iterator: string | undefined;

  async function open(): Promise<string | undefined> {
    const from =
      last === undefined
        ? { ShardIteratorType: "TRIM_HORIZON" as const }
        : { ShardIteratorType: "AFTER_SEQUENCE_NUMBER" as const, StartingSequenceNumber: last };
    return (await client.send(new GetShardIteratorCommand({ StreamName: streamName, ShardId: shardId, ...from })))
      .ShardIterator;
  }

  return async function read(): Promise<Page> {
    iterator ??= await open();
    try {
      const page = await client.send(new GetRecordsCommand({ ShardIterator: iterator }));
      const { Records: records = [], NextShardIterator: next, MillisBehindLatest: behind = 0 } = page;
      last = records.at(-1)?.SequenceNumber ?? last;
      if (records.length > 0 || behind > 0) iterator = next;
      return { records, more: behind > 0, ended: next === undefined };
    } catch (error) {
      if (!(error instanceof ExpiredIteratorException)) throw error;
      iterator = undefined;
      return { records: [], more: true, ended: false };
    }
  };
}
