import type { KinesisStreamBatchResponse, KinesisStreamEvent } from "aws-lambda";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { systemClock } from "../../lib/adapters/clock.js";
import { createKinesisClient, createPutRecords } from "../../lib/adapters/kinesis.js";
import type { DiscardedBatch } from "../../lib/adapters/local/discarded-batch.js";
import { startEmulators } from "../../lib/adapters/local/emulators.js";
import { startEventSourceMapping } from "../../lib/adapters/local/event-source-mapping.js";
import type { MappingSettings } from "../../lib/adapters/local/mapping.js";
import { minute, second } from "../../lib/domain/units.js";
import { createFakeKinesis, streamArn } from "./fake-kinesis.js";
import { createVirtualClock } from "./virtual-clock.js";

const textOf = (data: string): string => Buffer.from(data, "base64").toString();
const textsOf = ({ Records }: KinesisStreamEvent): string =>
  Records.map(({ kinesis }) => textOf(kinesis.data)).join("");
const failing = (event: KinesisStreamEvent, ...texts: readonly string[]): KinesisStreamBatchResponse => ({
  batchItemFailures: event.Records.filter(({ kinesis }) => texts.includes(textOf(kinesis.data))).map(({ kinesis }) => ({
    itemIdentifier: kinesis.sequenceNumber,
  })),
});

/** A stream of letters, a function, and what happened: each invocation with its moment in seconds and its letters. */
function onAStream(
  settings: MappingSettings,
  act: (event: KinesisStreamEvent, invocation: number) => unknown = () => undefined,
  shardIds?: readonly string[],
) {
  const clock = createVirtualClock();
  const kinesis = createFakeKinesis(shardIds);
  const invocations: string[] = [];
  const errors: unknown[] = [];
  const discarded: DiscardedBatch[] = [];
  const checkpoints = new Map<string, string>();
  const handler = async (event: KinesisStreamEvent): Promise<unknown> => {
    invocations.push(`${clock.now() / second} ${textsOf(event)}`);
    return act(event, invocations.length);
  };
  return {
    clock,
    kinesis,
    invocations,
    errors,
    discarded,
    checkpoints,
    letters: () => invocations.map((invocation) => invocation.split(" ")[1]),
    put: (letters: string, at = 0, shardId?: string) => [...letters].map((letter) => kinesis.put(letter, at, shardId)),
    start: (from = checkpoints) =>
      startEventSourceMapping(
        {
          client: kinesis.client,
          streamName: "telemetry",
          handler: handler,
          onError: (error) => void errors.push(error),
          onFailure: async (batch) => void discarded.push(batch),
          checkpoints: from,
          clock,
        },
        settings,
      ),
    async drain() {
      const mapping = await this.start();
      await clock.until(mapping.drained());
      await clock.until(mapping.stop());
      return this;
    },
  };
}

describe("a function on a stream", () => {
  it("gets what Lambda would hand it, field by field", async () => {
    const events: KinesisStreamEvent[] = [];
    const { kinesis, drain, ...rest } = onAStream({}, (event) => void events.push(event));
    const sequenceNumber = kinesis.put(new Uint8Array([0xff, 0x00, 0x7f]), 1_772_442_000_123);
    await drain.call({ ...rest, kinesis, drain });
    expect(events).toEqual([
      {
        Records: [
          {
            kinesis: {
              kinesisSchemaVersion: "1.0",
              partitionKey: "key",
              sequenceNumber,
              data: "/wB/",
              approximateArrivalTimestamp: 1_772_442_000.123,
            },
            eventSource: "aws:kinesis",
            eventVersion: "1.0",
            eventID: `shard-0:${sequenceNumber}`,
            eventName: "aws:kinesis:record",
            invokeIdentityArn: "arn:aws:iam::111122223333:role/local",
            awsRegion: "eu-north-1",
            eventSourceARN: streamArn,
          },
        ],
      },
    ]);
  });

  it("gets a shard's records in their order, a full batch at a time", async () => {
    const run = onAStream({ batchSize: 3 });
    run.put("abcdefgh");
    expect((await run.drain()).invocations).toEqual(["0 abc", "0 def", "0 gh"]);
  });

  it("gets a hundred at a time when nothing is said", async () => {
    const run = onAStream({});
    run.put("x".repeat(250));
    expect((await run.drain()).letters().map((letters) => letters?.length)).toEqual([100, 100, 50]);
  });

  it("gets no more than 6 MB at a time", async () => {
    const run = onAStream({});
    for (const letter of "abcdefgh") run.kinesis.put(letter.repeat(1024 * 1024));
    expect((await run.drain()).letters().map((letters) => new Set(letters))).toEqual([
      new Set("abcd"),
      new Set("efgh"),
    ]);
  });

  it("gets a record that is too large for any event alone, as it can be no smaller", async () => {
    const run = onAStream({});
    run.put("a");
    run.kinesis.put("b".repeat(7 * 1024 * 1024));
    run.put("c");
    expect((await run.drain()).letters().map((letters) => letters?.[0])).toEqual(["a", "b", "c"]);
  });

  it("catches up without a pause, page after page", async () => {
    const run = onAStream({ batchSize: 10 });
    run.kinesis.pageSize = 2;
    run.put("abcdefgh");
    expect((await run.drain()).invocations).toEqual(["0 ab", "0 cd", "0 ef", "0 gh"]);
  });

  it("is called within a second when it had nothing to do", async () => {
    const run = onAStream({});
    run.clock.at(1_500, () => run.put("a"));
    run.clock.at(1_700, () => run.put("b"));
    const mapping = await run.start();
    await run.clock.passTo(7_500);
    await run.clock.until(mapping.stop());
    expect(run.invocations).toEqual(["2 ab"]);
    expect(run.kinesis.reads).toBe(9); // at 0 to 7 seconds, and at once after the batch
  });

  it("cannot change what the next invocation sees", async () => {
    const run = onAStream({}, (event, invocation) => {
      if (invocation > 1) return;
      for (const record of event.Records) record.kinesis.data = "";
      event.Records.pop();
      throw new Error("spoilt");
    });
    run.put("ab");
    expect((await run.drain()).letters()).toEqual(["ab", "ab"]);
  });
});

describe("a batching window", () => {
  const slowly = (run: ReturnType<typeof onAStream>): void => {
    for (const [index, letter] of [..."abcdef"].entries()) run.clock.at(500 + index * second, () => run.put(letter));
  };
  const invokedBy = async (run: ReturnType<typeof onAStream>, moment: number): Promise<readonly string[]> => {
    const mapping = await run.start();
    await run.clock.passTo(moment);
    await run.clock.until(mapping.stop());
    return run.invocations;
  };

  it("gathers until it is over; the next begins then", async () => {
    const run = onAStream({ maxBatchingWindowMs: 3 * second });
    slowly(run);
    expect(await invokedBy(run, 10_000)).toEqual(["3 abc", "6 def"]);
  });

  it("is cut short by a full batch", async () => {
    const run = onAStream({ maxBatchingWindowMs: 5 * second, batchSize: 2 });
    slowly(run);
    expect(await invokedBy(run, 20_000)).toEqual(["2 ab", "4 cd", "6 ef"]);
  });

  it("begins when the invocation before has ended", async () => {
    const run = onAStream({ maxBatchingWindowMs: 2 * second }, () => run.clock.sleep(1_400));
    slowly(run);
    expect(await invokedBy(run, 20_000)).toEqual(["2 ab", "5.4 cde", "8.8 f"]);
  });

  it("of no length means at once", async () => {
    const run = onAStream({});
    slowly(run);
    expect(await invokedBy(run, 20_000)).toEqual(["1 a", "2 b", "3 c", "4 d", "5 e", "6 f"]);
  });

  it("is waited for by those who wait for the end", async () => {
    const run = onAStream({ maxBatchingWindowMs: 5 * second });
    run.put("abc");
    expect((await run.drain()).invocations).toEqual(["5 abc"]);
  });
});

describe("a function that fails", () => {
  it("gets the same batch until it succeeds, later and later, and nothing behind it before", async () => {
    const run = onAStream({ batchSize: 2 }, (_event, invocation) => {
      if (invocation <= 3) throw new Error(`failure ${invocation}`);
    });
    run.put("abcd");
    expect((await run.drain()).invocations).toEqual(["0 ab", "0.1 ab", "0.3 ab", "0.7 ab", "0.7 cd"]);
    expect(run.errors.map(String)).toEqual(["Error: failure 1", "Error: failure 2", "Error: failure 3"]);
  });

  it("is not asked which records failed unless that was agreed", async () => {
    const run = onAStream({}, (event) => failing(event, "b"));
    run.put("abc");
    expect((await run.drain()).letters()).toEqual(["abc"]);
  });

  it("waits at most ten seconds between retries", async () => {
    const run = onAStream({}, (_event, invocation) => {
      if (invocation < 12) throw new Error("still ill");
    });
    run.put("a");
    expect(Math.max(...(await run.drain()).clock.waits)).toBe(10 * second);
  });

  it("does not hold up the other shards", async () => {
    const run = onAStream(
      {},
      (event) => {
        if (textsOf(event) === "a" && run.clock.now() < 30 * second) throw new Error("ill");
      },
      ["shard-0", "shard-1", "shard-2"],
    );
    run.put("a", 0, "shard-0");
    run.put("b", 0, "shard-1");
    run.put("c", 0, "shard-2");
    await run.drain();
    expect(run.invocations.slice(0, 3)).toEqual(["0 a", "0 b", "0 c"]);
    expect(run.invocations.at(-1)).toMatch(/^3\d(\.\d)? a$/);
    expect([...run.checkpoints.keys()].sort()).toEqual(["shard-0", "shard-1", "shard-2"]);
  });
});

describe("an answer about failed items", () => {
  const report = { reportBatchItemFailures: true };

  it("means everything from the lowest one on is tried again", async () => {
    const run = onAStream(report, (event, invocation) =>
      invocation === 1 ? { batchItemFailures: failing(event, "b", "d").batchItemFailures.reverse() } : failing(event),
    );
    run.put("abcde");
    expect((await run.drain()).letters()).toEqual(["abcde", "bcde"]);
  });

  it.each([
    ["nothing", () => undefined],
    ["null", () => null],
    ["an empty answer", () => ({})],
    ["a list that is null", () => ({ batchItemFailures: null })],
    ["an empty list", () => ({ batchItemFailures: [] })],
  ])("means success: %s", async (_what, answer) => {
    const run = onAStream(report, answer);
    run.put("abc");
    expect((await run.drain()).letters()).toEqual(["abc"]);
  });

  it.each([
    ["an empty identifier", [{ itemIdentifier: "" }]],
    ["an identifier that is null", [{ itemIdentifier: null }]],
    ["a wrong key", [{ sequenceNumber: "1" }]],
    ["a record of another batch", [{ itemIdentifier: "0" }]],
    ["null for an item", [null]],
  ])("means failure of them all: %s", async (_what, batchItemFailures) => {
    const run = onAStream(report, (_event, invocation) => (invocation === 1 ? { batchItemFailures } : undefined));
    run.put("abc");
    expect((await run.drain()).letters()).toEqual(["abc", "abc"]);
  });

  it("counts as a retry, so that a poisoned record is given up with what is behind it", async () => {
    const run = onAStream({ ...report, retryAttempts: 2 }, (event) => failing(event, "c"));
    run.put("abcde");
    expect((await run.drain()).letters()).toEqual(["abcde", "cde", "cde"]);
    expect(run.discarded.map(({ KinesisBatchInfo }) => KinesisBatchInfo.batchSize)).toEqual([3]);
  });
});

describe("bisecting", () => {
  const poisoned = (event: KinesisStreamEvent): void => {
    if (textsOf(event).includes("c")) throw new Error("poisoned");
  };

  it("halves until the poisoned record is alone, at the price of no retry", async () => {
    const run = onAStream({ bisectBatchOnError: true, retryAttempts: 1 }, poisoned);
    run.put("abcdefgh");
    expect((await run.drain()).letters()).toEqual(["abcdefgh", "abcd", "ab", "cd", "c", "c", "d", "efgh"]);
    expect(run.discarded.map(({ KinesisBatchInfo }) => KinesisBatchInfo.batchSize)).toEqual([1]);
  });

  it("is not done unless it was agreed", async () => {
    const run = onAStream({ retryAttempts: 1 }, poisoned);
    run.put("abcd");
    expect((await run.drain()).letters()).toEqual(["abcd", "abcd"]);
    expect(run.discarded).toHaveLength(1);
  });

  it("cuts at the record that an answer names, at the price of no retry", async () => {
    const settings = { bisectBatchOnError: true, reportBatchItemFailures: true, retryAttempts: 1 };
    const run = onAStream(settings, (event) => failing(event, "c"));
    run.put("abcd");
    expect((await run.drain()).letters()).toEqual(["abcd", "cd", "cd"]);
    expect(run.discarded.map(({ KinesisBatchInfo }) => KinesisBatchInfo.batchSize)).toEqual([2]);
  });

  it("also halves when the function throws though it could have answered", async () => {
    const run = onAStream({ bisectBatchOnError: true, reportBatchItemFailures: true, retryAttempts: 0 }, poisoned);
    run.put("abcd");
    expect((await run.drain()).letters()).toEqual(["abcd", "ab", "cd", "c", "d"]);
  });
});

describe("records that are given up", () => {
  it("are told by where they are, not by what they hold", async () => {
    const run = onAStream({ retryAttempts: 2, batchSize: 2 }, (event) => {
      if (textsOf(event) === "ab") throw new Error("ill");
    });
    const [first, last] = [run.kinesis.put("a", 1_000), run.kinesis.put("b", 2_500)];
    run.put("c");
    await run.drain();
    expect(run.letters()).toEqual(["ab", "ab", "ab", "c"]);
    expect(run.discarded).toEqual([
      {
        version: "1.0",
        timestamp: "1970-01-01T00:00:00.300Z",
        requestContext: { condition: "RetryAttemptsExhausted", approximateInvokeCount: 3 },
        KinesisBatchInfo: {
          shardId: "shard-0",
          startSequenceNumber: first,
          endSequenceNumber: last,
          approximateArrivalOfFirstRecord: "1970-01-01T00:00:01.000Z",
          approximateArrivalOfLastRecord: "1970-01-01T00:00:02.500Z",
          batchSize: 2,
          streamArn,
        },
      },
    ]);
  });

  it("are done with: a later start goes on behind them", async () => {
    const run = onAStream({ retryAttempts: 0 }, () => {
      throw new Error("ill");
    });
    const sequenceNumbers = run.put("ab");
    await run.drain();
    expect([...run.checkpoints]).toEqual([["shard-0", sequenceNumbers[1]]]);
  });

  it("are never tried when not one retry is allowed", async () => {
    const run = onAStream({ retryAttempts: 0 }, () => {
      throw new Error("ill");
    });
    run.put("a");
    expect((await run.drain()).letters()).toEqual(["a"]);
  });

  it("are those that are too old, one by one, also while they are tried again", async () => {
    const run = onAStream({ maxRecordAgeMs: minute }, () => {
      throw new Error("ill for ever");
    });
    run.put("a", 0);
    run.put("b", 20 * second);
    await run.drain();
    expect(new Set(run.letters())).toEqual(new Set(["ab", "b"]));
    expect(
      run.discarded.map(({ requestContext, KinesisBatchInfo }) => [
        requestContext.condition,
        KinesisBatchInfo.batchSize,
      ]),
    ).toEqual([
      ["RecordAgeExceeded", 1],
      ["RecordAgeExceeded", 1],
    ]);
    expect(run.clock.now()).toBeGreaterThan(80 * second);
  });

  it("are also those that were too old when they were read: the function never sees them", async () => {
    const run = onAStream({ maxRecordAgeMs: minute });
    run.put("a", 0);
    run.put("b", 50 * second);
    await run.clock.passTo(70 * second);
    expect((await run.drain()).letters()).toEqual(["b"]);
    expect(run.discarded.map(({ requestContext }) => requestContext)).toEqual([
      { condition: "RecordAgeExceeded", approximateInvokeCount: 0 },
    ]);
  });

  it("are forgotten when nobody wants to know", async () => {
    const kinesis = createFakeKinesis();
    kinesis.put("a");
    const clock = createVirtualClock();
    const mapping = await startEventSourceMapping(
      { client: kinesis.client, streamName: "telemetry", handler: () => Promise.reject(new Error("ill")), clock },
      { retryAttempts: 0 },
    );
    await clock.until(mapping.drained());
    await clock.until(mapping.stop());
  });
});

describe("at least once, in order", () => {
  const anyFate = fc.constantFrom(
    "well",
    "throws",
    "fails from the first",
    "fails from the last",
    "fails from the middle",
  );

  it("an invocation begins right behind what is done, whatever happens", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyFate, { maxLength: 12 }),
        fc.boolean(),
        fc.integer({ min: 1, max: 7 }),
        async (fates, bisectBatchOnError, batchSize) => {
          const letters = "abcdefghijklmnop";
          let done = 0;
          const run = onAStream(
            { reportBatchItemFailures: true, bisectBatchOnError, batchSize },
            (event, invocation) => {
              const batch = textsOf(event);
              expect(letters.slice(done)).toMatch(new RegExp(`^${batch}`));
              const fate = fates[invocation - 1] ?? "well";
              if (fate === "throws") throw new Error("ill");
              const place = {
                "fails from the first": 0,
                "fails from the last": -1,
                "fails from the middle": batch.length >> 1,
              };
              const from = fate === "well" ? batch.length : place[fate];
              const failed = fate === "well" ? "" : (batch.at(from) ?? "");
              done += failed === "" ? batch.length : batch.indexOf(failed);
              return failing(event, failed);
            },
          );
          run.put(letters);
          await run.drain();
          expect(done).toBe(letters.length);
          expect(run.discarded).toEqual([]);
          expect(run.errors.filter((error) => String(error) !== "Error: ill")).toEqual([]);
        },
      ),
      { seed: 20_260_302, numRuns: 100 },
    );
  });
});

describe("a mapping that is stopped", () => {
  it("goes on behind what was done, when it is started again", async () => {
    const run = onAStream({ batchSize: 2 });
    run.put("abc");
    await run.drain();
    run.put("de");
    await run.drain();
    expect(run.letters()).toEqual(["ab", "c", "de"]);
  });

  it("waits for the invocation under way, and leaves what failed to the next start", async () => {
    const run = onAStream({ reportBatchItemFailures: true }, async (event, invocation) => {
      await run.clock.sleep(10 * second);
      return invocation === 1 ? failing(event, "c") : undefined;
    });
    const sequenceNumbers = run.put("abcd");
    const mapping = await run.start();
    await run.clock.passTo(5 * second);
    await run.clock.until(mapping.stop());
    expect(run.clock.now()).toBe(10 * second);
    expect([...run.checkpoints]).toEqual([["shard-0", sequenceNumbers[1]]]);
    expect((await run.drain()).letters()).toEqual(["abcd", "cd"]);
  });

  it("delivers again what was done after the checkpoint it is given", async () => {
    const run = onAStream({});
    const sequenceNumbers = run.put("abcd");
    await run.drain();
    const mapping = await run.start(new Map([["shard-0", sequenceNumbers[1] ?? ""]]));
    await run.clock.until(mapping.drained());
    await run.clock.until(mapping.stop());
    expect(run.letters()).toEqual(["abcd", "cd"]);
  });

  it("is not drained", async () => {
    const run = onAStream({}, () => run.clock.sleep(minute));
    run.put("a");
    const mapping = await run.start();
    const drained = mapping.drained();
    run.clock.at(second, () => void mapping.stop());
    await expect(run.clock.until(drained)).rejects.toThrow(
      "drained requires the mapping of telemetry to run, got stop",
    );
  });
});

describe("a mapping is drained", () => {
  it("when what was put before is done with, not before", async () => {
    const run = onAStream({}, () => run.clock.sleep(20 * second), ["shard-0", "shard-1"]);
    run.put("a", 0, "shard-1");
    const mapping = await run.start();
    await run.clock.until(mapping.drained());
    expect(run.clock.now()).toBe(20 * second);
    run.put("b", 0, "shard-0");
    await run.clock.until(mapping.drained());
    expect(run.letters()).toEqual(["a", "b"]);
    await run.clock.until(mapping.stop());
  });

  it("not by a look that had begun before it was asked", async () => {
    const run = onAStream({});
    const mapping = await run.start();
    await run.clock.passTo(5_500);
    const asked = new Promise<void>((resolve, reject) => {
      run.kinesis.whilePageIsOnItsWay = () => {
        run.kinesis.whilePageIsOnItsWay = () => {};
        run.put("a");
        mapping.drained().then(resolve, reject);
      };
    });
    await run.clock.until(asked);
    expect(run.letters()).toEqual(["a"]);
    await run.clock.until(mapping.stop());
  });

  it("when its shards are closed and read", async () => {
    const run = onAStream({ maxBatchingWindowMs: minute });
    run.put("abc");
    run.kinesis.close("shard-0");
    expect((await run.drain()).invocations).toEqual(["0 abc"]);
  });
});

describe("a stream that", () => {
  it("lets an iterator expire is read on from the last record", async () => {
    const run = onAStream({});
    run.put("ab");
    const mapping = await run.start();
    await run.clock.until(mapping.drained());
    run.kinesis.expireIterator();
    run.put("cd");
    await run.clock.until(mapping.drained());
    await run.clock.until(mapping.stop());
    expect(run.letters()).toEqual(["ab", "cd"]);
  });

  it("gives an iterator at its tip that is too late loses nothing", async () => {
    const run = onAStream({});
    run.kinesis.skipsAtTip = true;
    const mapping = await run.start();
    await run.clock.passTo(5_500);
    run.put("a");
    await run.clock.until(mapping.drained());
    run.put("b");
    await run.clock.until(mapping.drained());
    await run.clock.until(mapping.stop());
    expect(run.letters()).toEqual(["a", "b"]);
  });

  it("breaks ends the mapping, with its own words", async () => {
    const run = onAStream({}, undefined, ["shard-0", "shard-1"]);
    const mapping = await run.start();
    await run.clock.until(mapping.drained());
    run.kinesis.breakWith(new Error("the stream is gone"));
    await expect(run.clock.until(mapping.drained())).rejects.toThrow("the stream is gone");
    await expect(run.clock.until(mapping.stop())).rejects.toThrow("the stream is gone");
  });
});

describe("on an embedded Kinesis", () => {
  it("every record reaches the function once, each key in its order", async () => {
    const emulators = await startEmulators({ observations: 3 });
    const client = createKinesisClient({ endpoint: emulators.kinesis });
    const seen = new Map<string, string[]>();
    const mapping = await startEventSourceMapping(
      {
        client,
        streamName: "observations",
        pollEveryMs: 5,
        handler: async ({ Records }) => {
          for (const { kinesis } of Records) {
            seen.set(kinesis.partitionKey, [...(seen.get(kinesis.partitionKey) ?? []), textOf(kinesis.data)]);
          }
        },
      },
      { batchSize: 40 },
    );
    const putRecords = createPutRecords(client, "observations", systemClock);
    const put = Array.from({ length: 300 }, (_, index) => ({ key: String(index % 30), text: `record ${index}` }));
    await putRecords(put.map(({ key, text }) => ({ partitionKey: key, data: new TextEncoder().encode(text) })));
    await mapping.drained();
    await mapping.stop();
    client.destroy();
    await emulators.stop();
    expect(seen).toEqual(
      new Map([...seen.keys()].map((key) => [key, put.filter((one) => one.key === key).map(({ text }) => text)])),
    );
    expect(seen.size).toBe(30);
  });
});
