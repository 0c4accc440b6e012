import { DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { describe, expect, it } from "vitest";
import { createKinesisClient } from "../../lib/adapters/kinesis.js";
import { startEmulators } from "../../lib/adapters/local/emulators.js";
import { describeStream } from "../../lib/adapters/local/shard-reader.js";

const credentials = { accessKeyId: "local", secretAccessKey: "local" };

describe("the emulators", () => {
  it("have the streams that were asked for, each with its shards, and no tables yet", async () => {
    const emulators = await startEmulators({ telemetry: 1, observations: 12 });
    const kinesis = createKinesisClient({ endpoint: emulators.kinesis });
    const dynamodb = new DynamoDBClient({ endpoint: emulators.dynamodb, region: "us-east-1", credentials });
    expect((await describeStream(kinesis, "telemetry")).shardIds).toHaveLength(1);
    expect((await describeStream(kinesis, "observations")).shardIds).toHaveLength(12);
    expect((await describeStream(kinesis, "observations")).arn).toMatch(/^arn:aws:kinesis:.*:stream\/observations$/);
    expect((await dynamodb.send(new ListTablesCommand())).TableNames).toEqual([]);
    await emulators.stop(); // although both clients still hold a connection
    await expect(describeStream(kinesis, "telemetry")).rejects.toThrow();
    kinesis.destroy();
    dynamodb.destroy();
  });

  it("know nothing of each other's streams, and of those before", async () => {
    const [one, other] = await Promise.all([startEmulators({ telemetry: 1 }), startEmulators({})]);
    const client = createKinesisClient({ endpoint: other.kinesis });
    await expect(describeStream(client, "telemetry")).rejects.toMatchObject({ name: "ResourceNotFoundException" });
    client.destroy();
    await Promise.all([one.stop(), other.stop()]);
  });

  it("say why when a stream cannot be", () => expect(startEmulators({ "no name": 1 })).rejects.toThrow());
});
