import { setMaxListeners } from "node:events";
import type { KinesisStreamRecord } from "aws-lambda";
import { second } from "../../domain/units.js";
import { systemClock } from "../clock.js";
import { createDelivery } from "./delivery.js";
import { createDrains } from "./drains.js";
import { cutBatch, toEventRecord } from "./kinesis-event.js";
import type { MappingSettings, MappingWorld, RunningMapping } from "./mapping.js";
import { createShardReader, describeStream } from "./shard-reader.js";

/**
 * The Kinesis event source mapping of Lambda, for a function in this process.
 *
 * Each shard is read in its order, one batch at a time, all shards at once. The function is invoked when a batch is
 * full (`batchSize`, or 6 MB of payload) or the window is over; the next window begins when an invocation ends. While
 * records come a shard is read without a pause. A batch that fails is tried again before anything behind it.
 *
 * What the stream or `onFailure` throws ends the mapping and comes out of `drained` and `stop`. Not here: several
 * batches of a shard at once, filters, tumbling windows, timeouts and throttling of the function, enhanced fan-out,
 * starting at the tip or at a time, and shards that appear later.
 */
export async function startEventSourceMapping(
  world: MappingWorld,
  settings: MappingSettings = {},
): Promise<RunningMapping> {
  const { client, streamName, checkpoints = new Map(), clock = systemClock, pollEveryMs = second } = world;
  const { batchSize = 100, maxBatchingWindowMs = 0 } = settings;
  const { arn, shardIds } = await describeStream(client, streamName);
  const stopping = new AbortController();
  const stopped = stopping.signal;
  setMaxListeners(shardIds.length, stopped); // each shard waits on it; Node warns of more than ten
  const drains = createDrains(shardIds);
  const deliver = createDelivery({ ...world, checkpoints, clock, stopped }, settings);

  async function follow(shardId: string): Promise<void> {
    const read = createShardReader(client, streamName, shardId, checkpoints.get(shardId));
    let gathered: readonly KinesisStreamRecord[] = [];
    let windowEnds = clock.now() + maxBatchingWindowMs;
    while (!stopped.aborted) {
      const asked = drains.asked();
      const { records, more, ended } = await read();
      gathered = [...gathered, ...records.map((record) => toEventRecord(record, shardId, arn))];

      let invoked = false;
      for (let next = cutBatch(gathered, batchSize); next.batch.length > 0; next = cutBatch(gathered, batchSize)) {
        const due = next.full || ended || clock.now() >= windowEnds;
        if (!due || stopped.aborted) break;
        await deliver(shardId, next.batch);
        gathered = gathered.slice(next.batch.length);
        windowEnds = clock.now() + maxBatchingWindowMs;
        invoked = true;
      }

      if (ended && !stopped.aborted) return drains.end(shardId);
      if (clock.now() >= windowEnds) windowEnds = clock.now() + maxBatchingWindowMs; // nobody came
      if (invoked || more) continue;
      if (gathered.length === 0) drains.reach(shardId, asked);
      const untilDue = gathered.length === 0 ? pollEveryMs : windowEnds - clock.now();
      await clock.sleep(Math.min(pollEveryMs, untilDue), stopped);
    }
  }

  async function followOrStopAll(shardId: string): Promise<void> {
    try {
      await follow(shardId);
    } catch (error) {
      stopping.abort();
      throw error;
    }
  }

  const followers = shardIds.map(followOrStopAll);
  const over = Promise.allSettled(followers).then(() => Promise.all(followers));
  const stoppedEarly = over.then(() => {
    if (stopped.aborted) throw new Error(`drained requires the mapping of ${streamName} to run, got stop`);
  });
  stoppedEarly.catch(() => {}); // nobody may be waiting; whoever asks hears of it
  return {
    drained: () => Promise.race([drains.next(), stoppedEarly]),
    async stop() {
      stopping.abort();
      await over;
    },
  };
}
