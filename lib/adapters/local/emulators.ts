import { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { CreateStreamCommand, DescribeStreamSummaryCommand, type KinesisClient } from "@aws-sdk/client-kinesis";
import dynalite from "dynalite";
import kinesalite from "kinesalite";
import { systemClock } from "../clock.js";
import { createKinesisClient } from "../kinesis.js";

/** Kinesis and DynamoDB inside this process, everything in memory. */
export interface Emulators {
  /** `http://127.0.0.1:PORT`, for `createKinesisClient`. */
  readonly kinesis: string;
  readonly dynamodb: string;
  /** Takes no new request, waits for those on their way, and forgets everything. */
  readonly stop: () => Promise<void>;
}

/** How often it is asked whether a stream is there; it takes a few milliseconds. */
const askAgain = 5;

/**
 * Starts both on free ports of the loopback interface and creates the streams, each with so many shards.
 *
 * Resolves when every stream is active. DynamoDB's tables are created by whoever needs them, in no time.
 */
export async function startEmulators(streams: Readonly<Record<string, number>>): Promise<Emulators> {
  const shards = Object.values(streams).reduce((sum, count) => sum + count, 0);
  const servers = [kinesalite({ createStreamMs: 0, shardLimit: shards }), dynalite({ createTableMs: 0 })] as const;
  const [kinesis, dynamodb] = await Promise.all([listen(servers[0]), listen(servers[1])]);
  const stop = async (): Promise<void> => void (await Promise.all(servers.map(close)));
  const client = createKinesisClient({ endpoint: kinesis });
  try {
    await Promise.all(Object.entries(streams).map(([name, count]) => createStream(client, name, count)));
    return { kinesis, dynamodb, stop };
  } catch (error) {
    await stop();
    throw error;
  } finally {
    client.destroy();
  }
}

const listen = (server: Server): Promise<string> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });

async function createStream(client: KinesisClient, name: string, shards: number): Promise<void> {
  await client.send(new CreateStreamCommand({ StreamName: name, ShardCount: shards }));
  while ((await statusOf(client, name)) !== "ACTIVE") await systemClock.sleep(askAgain);
}

const statusOf = async (client: KinesisClient, name: string): Promise<string | undefined> =>
  (await client.send(new DescribeStreamSummaryCommand({ StreamName: name }))).StreamDescriptionSummary?.StreamStatus;

/**
 * Closes the web server only, by Node's own `close`. The emulators' `close` shuts the database too, and kinesalite does
 * so first: a request that is still on its way would end the process. What is in memory goes with the server.
 */
const close = (server: Server): Promise<void> =>
  new Promise((resolve, reject) => {
    Server.prototype.close.call(server, (error) => (error === undefined ? resolve() : reject(error)));
  });
