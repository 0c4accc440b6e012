import { type KinesisClient, PutRecordsCommand, type PutRecordsRequestEntry } from "@aws-sdk/client-kinesis";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createKinesisClient, createPutRecords } from "../../lib/adapters/kinesis.js";
import { type Emulators, startEmulators } from "../../lib/adapters/local/emulators.js";
import { createShardReader, describeStream } from "../../lib/adapters/local/shard-reader.js";
import type { Outgoing, PutRecords } from "../../lib/ports/stream.js";

const outgoing = (partitionKey: string, text: string): Outgoing => ({
  partitionKey,
  data: new TextEncoder().encode(text),
});
const textOf = (data: Uint8Array | undefined): string => new TextDecoder().decode(data);

/** A stream that refuses: each call's fate says of each of its records whether it is refused. */
function aStreamThatRefuses(refuses: (entry: PutRecordsRequestEntry, call: number, index: number) => boolean) {
  const calls: PutRecordsRequestEntry[][] = [];
  const taken: string[] = [];
  const waits: number[] = [];
  const send = async (command: PutRecordsCommand): Promise<unknown> => {
    expect(command).toBeInstanceOf(PutRecordsCommand);
    expect(command.input.StreamName).toBe("observations");
    const entries = command.input.Records ?? [];
    calls.push(entries);
    const Records = entries.map((entry, index) => {
      if (refuses(entry, calls.length, index)) {
        return { ErrorCode: "ProvisionedThroughputExceededException", ErrorMessage: "Rate exceeded for the shard" };
      }
      taken.push(`${entry.PartitionKey}:${textOf(entry.Data)}`);
      return { ShardId: "shard-0", SequenceNumber: String(taken.length) };
    });
    return { FailedRecordCount: Records.filter(({ ErrorCode }) => ErrorCode).length, Records };
  };
  const putRecords = createPutRecords({ send } as unknown as KinesisClient, "observations", {
    sleep: async (ms) => void waits.push(ms),
    random: () => 1,
  });
  return {
    putRecords,
    calls,
    taken,
    waits,
    sent: () => calls.map((call) => call.map(({ Data }) => textOf(Data)).join("")),
  };
}

const never = (): boolean => false;

describe("putting records", () => {
  it("takes one call for as many keys as fit", async () => {
    const stream = aStreamThatRefuses(never);
    await stream.putRecords(Array.from({ length: 1_001 }, (_, index) => outgoing(String(index), "x")));
    expect(stream.calls.map((call) => call.length)).toEqual([500, 500, 1]);
    expect(stream.waits).toEqual([]);
  });

  it("asks for nothing when there is nothing", async () => {
    const stream = aStreamThatRefuses(never);
    await stream.putRecords([]);
    expect(stream.calls).toEqual([]);
  });

  it("keeps a call within 5 MiB, keys included", async () => {
    const stream = aStreamThatRefuses(never);
    const mebibyte = 1024 * 1024;
    await stream.putRecords(["a", "b", "c", "d", "e", "f"].map((key) => outgoing(key, key.repeat(mebibyte - 1))));
    expect(stream.calls.map((call) => call.length)).toEqual([5, 1]);
    await stream.putRecords(["a", "b", "c", "d", "e", "f"].map((key) => outgoing(key, key.repeat(mebibyte))));
    expect(stream.calls.slice(2).map((call) => call.length)).toEqual([4, 2]);
  });

  it("leaves a record that is too large for any call to Kinesis, which says so", async () => {
    const stream = aStreamThatRefuses(never);
    await stream.putRecords([outgoing("a", "a".repeat(6 * 1024 * 1024)), outgoing("b", "b")]);
    expect(stream.calls.map((call) => call.length)).toEqual([1, 1]);
  });
});

describe("records of one key", () => {
  it("leave one call after the other, as a call promises no order", async () => {
    const stream = aStreamThatRefuses(never);
    await stream.putRecords([outgoing("1", "a"), outgoing("1", "b"), outgoing("2", "x"), outgoing("1", "c")]);
    expect(stream.sent()).toEqual(["ax", "b", "c"]);
  });

  it("do not overtake the one that was refused", async () => {
    const stream = aStreamThatRefuses((entry, call) => call <= 2 && textOf(entry.Data) === "a");
    await stream.putRecords([outgoing("1", "a"), outgoing("1", "b"), outgoing("2", "x"), outgoing("2", "y")]);
    expect(stream.sent()).toEqual(["ax", "ay", "a", "b"]);
  });

  it("do not overtake one that did not fit into the call", async () => {
    const stream = aStreamThatRefuses(never);
    const large = "x".repeat(1024 * 1024 - 10);
    const before = ["p", "q", "r", "s", "t"].map((key) => outgoing(key, large));
    await stream.putRecords([...before, outgoing("1", `first ${large}`), outgoing("1", "second")]);
    expect(stream.taken.filter((one) => one.startsWith("1:")).map((one) => one.slice(0, 8))).toEqual([
      "1:first ",
      "1:second",
    ]);
    expect(stream.calls.map((call) => call.length)).toEqual([5, 1, 1]);
  });

  it("arrive once and in their order, whatever is refused", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom("1", "2", "3"), { maxLength: 30 }),
        fc.array(fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }), { maxLength: 20 }),
        async (keys, fates) => {
          // No call is refused as a whole more than seven times in a row: the last fate is that all is well.
          const stream = aStreamThatRefuses((_entry, call, index) =>
            call % 7 === 0 ? false : (fates[call - 1]?.[index] ?? false),
          );
          const records = keys.map((key, index) => outgoing(key, `${index}`));
          await stream.putRecords(records);
          for (const key of ["1", "2", "3"]) {
            const mine = (all: readonly string[]) => all.filter((one) => one.startsWith(`${key}:`));
            expect(mine(stream.taken)).toEqual(mine(keys.map((one, index) => `${one}:${index}`)));
          }
        },
      ),
      { seed: 20_260_302 },
    );
  });
});

describe("a stream that refuses", () => {
  const giveUp = (stream: { readonly putRecords: PutRecords }): Promise<unknown> =>
    stream.putRecords([outgoing("1", "a"), outgoing("2", "b"), outgoing("2", "c")]).then(
      () => undefined,
      (error: unknown) => error,
    );

  it("is asked again for what it refused, and only for that", async () => {
    const stream = aStreamThatRefuses((entry, call) => call === 1 && entry.PartitionKey === "2");
    await stream.putRecords([outgoing("1", "a"), outgoing("2", "b"), outgoing("3", "c")]);
    expect(stream.sent()).toEqual(["abc", "b"]);
    expect(stream.waits).toEqual([100]);
  });

  it("is given time: twice as much after each refusal, up to two seconds", async () => {
    const stream = aStreamThatRefuses((_entry, call) => call < 8);
    await stream.putRecords([outgoing("1", "a")]);
    expect(stream.waits).toEqual([200, 400, 800, 1_600, 2_000, 2_000, 2_000]);
  });

  it.each([
    [0, 100],
    [0.5, 150],
    [1, 200],
  ])("is not asked by everybody at the same moment: with chance %d after %d ms", async (chance, wait) => {
    const waits: number[] = [];
    const answers = [{ ErrorCode: "InternalFailure" }, { SequenceNumber: "1" }];
    const send = async () => ({ Records: [answers.shift()] });
    const putRecords = createPutRecords({ send } as unknown as KinesisClient, "observations", {
      sleep: async (ms) => void waits.push(ms),
      random: () => chance,
    });
    await putRecords([outgoing("1", "a")]);
    expect(waits).toEqual([wait]);
  });

  it("is given up after eight calls of which it took nothing, with its own reason", async () => {
    const stream = aStreamThatRefuses((entry) => entry.PartitionKey === "2");
    const error = await giveUp(stream);
    expect(stream.sent()).toEqual(["ab", ...Array(8).fill("b")]);
    expect(error).toMatchObject({
      message: "putRecords requires observations to take records, got 8 refusals in a row with 2 records left",
      cause: { message: "ProvisionedThroughputExceededException: Rate exceeded for the shard" },
    });
  });

  it("is believed only with a sequence number for each record", async () => {
    const send = async () => ({ Records: [] });
    const putRecords = createPutRecords({ send } as unknown as KinesisClient, "observations", {
      sleep: async () => {},
    });
    expect(await giveUp({ putRecords })).toMatchObject({ cause: { message: "no reason: " } });
  });

  it("is given up at once when the call itself fails, which the SDK has tried again already", async () => {
    const broken = new Error("getaddrinfo ENOTFOUND");
    const putRecords = createPutRecords(
      { send: () => Promise.reject(broken) } as unknown as KinesisClient,
      "observations",
      { sleep: async () => {} },
    );
    expect(await giveUp({ putRecords })).toBe(broken);
  });
});

describe("the embedded Kinesis", () => {
  let emulators: Emulators;
  let client: KinesisClient;
  beforeAll(async () => {
    emulators = await startEmulators({ observations: 4 });
    client = createKinesisClient({ endpoint: emulators.kinesis });
  });
  afterAll(async () => {
    client.destroy();
    await emulators.stop();
  });

  const putRecords = (records: readonly Outgoing[]): Promise<void> =>
    createPutRecords(client, "observations", { sleep: async () => {} })(records);
  const readAll = async (): Promise<ReadonlyMap<string, readonly string[]>> => {
    const { shardIds } = await describeStream(client, "observations");
    const seen = new Map<string, string[]>();
    for (const shardId of shardIds) {
      const { records } = await createShardReader(client, "observations", shardId, undefined)();
      for (const { PartitionKey = "", Data } of records) {
        seen.set(PartitionKey, [...(seen.get(PartitionKey) ?? []), textOf(Data)]);
      }
    }
    return seen;
  };

  it("keeps every record, each key in its order", async () => {
    const records = Array.from({ length: 1_200 }, (_, index) => outgoing(String(index % 600), String(index)));
    await putRecords(records);
    const seen = await readAll();
    expect(seen.size).toBe(600);
    for (const [key, texts] of seen) expect(texts).toEqual([key, String(Number(key) + 600)]);
  });

  it("takes the largest call that there is", () =>
    putRecords(["a", "b", "c", "d", "e"].map((key) => ({ partitionKey: key, data: new Uint8Array(1024 * 1024 - 1) }))));

  it("refuses a record that is larger than any, with Kinesis' words", () =>
    expect(putRecords([{ partitionKey: "a", data: new Uint8Array(1024 * 1024 + 1) }])).rejects.toMatchObject({
      name: "ValidationException",
    }));

  it("is told from one that is not there", async () => {
    const nobody = createPutRecords(client, "nobody", { sleep: async () => {} });
    await expect(nobody([outgoing("1", "a")])).rejects.toMatchObject({ name: "ResourceNotFoundException" });
  });
});

describe("without an endpoint", () => {
  it("the client is the one that AWS recommends for this machine", () => {
    const client = createKinesisClient();
    expect(client.config.isCustomEndpoint).toBe(false);
    client.destroy();
  });
});
