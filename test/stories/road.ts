import type { KinesisStreamRecord } from "aws-lambda";
import { createHandler as createAssess } from "../../lambdas/assess/handler.js";
import { createHandler as createInterpret } from "../../lambdas/interpret/handler.js";
import { createHandler as createNotify } from "../../lambdas/notify/handler.js";
import { inflate } from "../../lib/adapters/inflate.js";
import { createDelivery } from "../../lib/adapters/local/delivery.js";
import { toEventRecord } from "../../lib/adapters/local/kinesis-event.js";
import type { StreamHandler } from "../../lib/adapters/local/mapping.js";
import { createMemoryContributions } from "../../lib/adapters/memory/contributions.js";
import { createMemoryDeadLetters } from "../../lib/adapters/memory/dead-letters.js";
import { createMemoryFindings } from "../../lib/adapters/memory/findings.js";
import { createMemoryJournal } from "../../lib/adapters/memory/journal.js";
import { createMemoryLineage } from "../../lib/adapters/memory/lineage.js";
import { createMemoryTally } from "../../lib/adapters/memory/tally.js";
import { type Cohorts, noCohorts } from "../../lib/assess/cohorts.js";
import { type ChangeJson, type MemoryJson, memoryToJson } from "../../lib/assess/memory-json.js";
import { type Config, checkConfig } from "../../lib/config.js";
import type { Finding } from "../../lib/domain/finding.js";
import type { Notice } from "../../lib/domain/notice.js";
import { memoryOf } from "../../lib/flows/assess-batch.js";
import { createInterpreter } from "../../lib/flows/interpret.js";
import type { Relatives } from "../../lib/flows/relatives.js";
import type { Lessons } from "../../lib/flows/sealed-cohorts.js";
import { createTracer } from "../../lib/flows/trace.js";
import type { Sink } from "../../lib/ports/sink.js";
import type { Outgoing, PutRecords } from "../../lib/ports/stream.js";
import type { Random } from "../../lib/sample/random.js";
import { hash64 } from "../../lib/stats/hash64.js";

/** The company is small, so less is enough to know somebody. */
export const config = (() => {
  const rarity = { findAtP: 0.05, watchAtP: 0.1, enoughScores: 200 };
  const checked = checkConfig({ policy: { ...rarity, youngCommands: 60, cohortCommands: 150 } });
  if (!checked.ok) throw new Error(checked.mistakes.join());
  return checked.config;
})();

/** A stream in memory, with what a Lambda event would say of its records. */
export interface TestStream {
  readonly put: PutRecords;
  readonly shards: ReadonlyMap<string, readonly KinesisStreamRecord[]>;
}

export function createTestStream(name: string): TestStream {
  const shards = new Map<string, KinesisStreamRecord[]>([0, 1].map((i) => [`shardId-00000000000${i}`, []]));
  const arn = `arn:aws:kinesis:us-east-1:000000000000:stream/${name}`;
  let sequence = 8; // soon one digit longer, and two: numbers, not texts
  return {
    shards,
    async put(records) {
      for (const { partitionKey, data } of records) {
        const shard = `shardId-00000000000${Number.parseInt(hash64(partitionKey).slice(0, 4), 16) % 2}`;
        sequence += 1;
        const record = { SequenceNumber: `${sequence}`, PartitionKey: partitionKey, Data: data };
        shards.get(shard)?.push(toEventRecord({ ...record, ApproximateArrivalTimestamp: new Date(0) }, shard, arn));
      }
    },
  };
}

/** Records as a producer puts them: scattered over all shards. */
export const scattered = (records: readonly (object | Uint8Array)[]): readonly Outgoing[] =>
  records.map((record, i) => ({
    partitionKey: hash64("scattered", i),
    data: record instanceof Uint8Array ? record : new TextEncoder().encode(JSON.stringify(record)),
  }));

/** How often the shard goes on that is furthest behind: shards run apart, but not by days. */
const turns = 0.7;
const furthestBehind = (
  [, [a]]: readonly [string, readonly KinesisStreamRecord[]],
  [, [b]]: readonly [string, readonly KinesisStreamRecord[]],
): number => Number(a?.kinesis.sequenceNumber) - Number(b?.kinesis.sequenceNumber);

const still = { now: () => 0, sleep: async () => {} };

/**
 * Delivers a stream as the event source mapping does, cut into batches at drawn places, the shards taking turns by the
 * draw. Something that fails is tried again, halved; now and then the whole run is killed instead, and starts again
 * behind its checkpoints with other cuts.
 */
export async function deliver(
  { shards }: TestStream,
  handler: StreamHandler,
  draw: Random,
  { most = 12, killed = 0 }: { readonly most?: number; readonly killed?: number } = {},
): Promise<void> {
  const checkpoints = new Map<string, string>();
  for (;;) {
    const run = new AbortController();
    const onError = () => {
      if (draw() < killed) run.abort();
    };
    const world = { handler, onError, checkpoints, clock: still, stopped: run.signal };
    const deliverBatch = createDelivery(world, { reportBatchItemFailures: true, bisectBatchOnError: true });
    const left = new Map([...shards].map(([shard, records]) => [shard, after(records, checkpoints.get(shard))]));
    while (!run.signal.aborted) {
      const waiting = [...left].filter(([, records]) => records.length > 0).sort(furthestBehind);
      const [shard, records] = waiting[draw() < turns ? 0 : waiting.length - 1] ?? [];
      if (shard === undefined || records === undefined) return;
      const size = 1 + Math.floor(draw() * most);
      left.set(shard, records.slice(size));
      await deliverBatch(shard, records.slice(0, size));
    }
  }
}

const after = (records: readonly KinesisStreamRecord[], checkpoint: string | undefined) =>
  records.slice(records.findIndex(({ kinesis }) => kinesis.sequenceNumber === checkpoint) + 1);

/** The road in memory; `wrap` may put faults between the handlers and the world. */
export function createRoad({
  cohorts = noCohorts,
  wrap = <Port extends object>(port: Port): Port => port,
  sink,
  settings = config,
}: {
  readonly cohorts?: Cohorts;
  readonly wrap?: <Port extends object>(port: Port) => Port;
  readonly sink?: Sink;
  readonly settings?: Config;
} = {}) {
  const observations = createTestStream("observations");
  const memories = createMemoryJournal<MemoryJson, ChangeJson>();
  const outbox = createMemoryFindings();
  const deadLetters = createMemoryDeadLetters();
  const contributions = createMemoryContributions<Lessons>();
  const kept: Finding[] = [];
  const arrived: Notice[] = [];
  // What the store says is new is all that the store has: nothing is ever deleted.
  const findings = {
    ...outbox,
    put: async (all: readonly Finding[]) => {
      const fresh = await outbox.put(all);
      kept.push(...fresh);
      return fresh;
    },
  };
  const toldTo: Sink =
    sink ??
    (async (notice) => {
      arrived.push(notice);
    });
  const interpreter = createInterpreter(settings);
  const lineage = createMemoryLineage<Relatives>();
  const sealed = async (): Promise<Cohorts> => cohorts;
  return {
    ...{ observations, memories, outbox, deadLetters, contributions, kept, arrived },
    interpret: createInterpret({
      interpreter,
      trace: createTracer(wrap(lineage), interpreter),
      inflate,
      deadLetters: wrap(deadLetters),
      putRecords: wrap(observations.put),
    }),
    assess: createAssess({
      memories: wrap(memories),
      findings: wrap(findings),
      contributions: wrap(contributions),
      deadLetters: wrap(deadLetters),
      cohorts: wrap(sealed),
      config: settings,
    }),
    notify: createNotify({
      findings: wrap(findings),
      sink: wrap(toldTo),
      tally: wrap(createMemoryTally()),
      telling: { ...settings.telling, alertsPerDay: 10_000 },
      now: () => 0,
    }),
    /** Everybody's memory as it would be kept; without marks where the places in the stream may differ. */
    async remembered({ marks = true } = {}): Promise<string> {
      const all = await Promise.all(
        ["ada", "grace", "margaret"].map(async (identity) => memoryOf(await memories.load(identity), config)),
      );
      return JSON.stringify(all.map((memory) => memoryToJson(marks ? memory : { ...memory, marks: new Map() })));
    },
  };
}

export type Road = ReturnType<typeof createRoad>;

/** Findings as bytes, in order of time. */
export const told = (findings: readonly Finding[]): string =>
  findings
    .toSorted((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : a.id < b.id ? -1 : 1))
    .map((finding) => JSON.stringify(finding))
    .join("\n");
