import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createHandler as createAssess } from "../../lambdas/assess/handler.js";
import { createHandler as createInterpret } from "../../lambdas/interpret/handler.js";
import { createHandler as createNotify } from "../../lambdas/notify/handler.js";
import { createSealedEpochs } from "../../lambdas/sealed-epochs.js";
import { contributionsKept } from "../../lambdas/settings.js";
import { systemClock } from "../adapters/clock.js";
import { createDynamodbContributions } from "../adapters/dynamodb/contributions.js";
import { createTables } from "../adapters/dynamodb/create-tables.js";
import { createDynamodbDeadLetters } from "../adapters/dynamodb/dead-letters.js";
import { createDynamodbFindings } from "../adapters/dynamodb/findings.js";
import { createDynamodbJournal } from "../adapters/dynamodb/journal.js";
import { createDynamodbLineage } from "../adapters/dynamodb/lineage.js";
import { meter } from "../adapters/dynamodb/meter.js";
import { createDynamodbTally } from "../adapters/dynamodb/tally.js";
import { inflate } from "../adapters/inflate.js";
import { createKinesisClient, createPutRecords } from "../adapters/kinesis.js";
import { startEmulators } from "../adapters/local/emulators.js";
import { startEventSourceMapping } from "../adapters/local/event-source-mapping.js";
import type { MappingSettings, StreamHandler } from "../adapters/local/mapping.js";
import type { Config } from "../config.js";
import type { Telling } from "../domain/telling.js";
import { day } from "../domain/units.js";
import { type Carried, carried } from "../evaluation/cost/cost.js";
import type { Memories } from "../flows/assess-batch.js";
import { createInterpreter } from "../flows/interpret.js";
import type { Knowledge } from "../flows/judge.js";
import { createCohortReader, type Lessons } from "../flows/sealed-cohorts.js";
import { createTracer } from "../flows/trace.js";
import { warmStart } from "../flows/warm-start.js";
import type { Sink } from "../ports/sink.js";
import type { PutRecords } from "../ports/stream.js";

const streams = { telemetry: 2, observations: 2 };
const names = { state: "state", findings: "findings", deadLetters: "dead-letters" };

/** What ran, in numbers. */
export interface Traffic {
  readonly records: number;
  readonly batches: number;
  readonly writeUnits: number;
  readonly readUnits: number;
  /** What was put into each stream. */
  readonly telemetry: Carried;
  readonly observations: Carried;
}

/** The deployed pipeline on this machine: embedded streams and tables, and between them the very handlers. */
export interface Pipeline {
  readonly put: PutRecords;
  /** Resolves when everything that was put has been interpreted, assessed and told; rejects when telling it fails. */
  readonly drained: () => Promise<void>;
  readonly traffic: () => Traffic;
  readonly stop: () => Promise<void>;
}

/**
 * Starts the pipeline with what is known already.
 *
 * The embedded DynamoDB has no stream, so the assess function's mapping wakes notify as that stream would.
 */
export async function startPipeline(knowledge: Knowledge, config: Config, sink: Sink): Promise<Pipeline> {
  const emulators = await startEmulators(streams);
  const kinesis = createKinesisClient({ endpoint: emulators.kinesis });
  const dynamodb = new DynamoDBClient({
    endpoint: emulators.dynamodb,
    region: "us-east-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  await createTables(dynamodb, names);

  const { now } = systemClock;
  const state = { client: dynamodb, table: names.state, now, keep: config.policy.learning.horizonDays * day };
  const memories: Memories = createDynamodbJournal({ ...state, name: "memories" });
  const epochs = createSealedEpochs(state);
  const contributions = createDynamodbContributions<Lessons>({ ...state, keep: contributionsKept });
  const findings = createDynamodbFindings({ client: dynamodb, table: names.findings });
  const tally = createDynamodbTally({ client: dynamodb, table: names.findings });
  const deadLetters = createDynamodbDeadLetters({ client: dynamodb, table: names.deadLetters, now });
  await warmStart(knowledge, memories, epochs);

  const units = meter(dynamodb);
  const traffic = { records: 0, batches: 0 };
  const counted =
    (handler: StreamHandler): StreamHandler =>
    async (event) => {
      traffic.records += event.Records.length;
      traffic.batches += 1;
      return handler(event);
    };

  const telemetryPut = sizing(createPutRecords(kinesis, "telemetry", systemClock));
  const observationsPut = sizing(createPutRecords(kinesis, "observations", systemClock));
  const interpreter = createInterpreter(config);
  const trace = createTracer(createDynamodbLineage({ client: dynamodb, table: names.state, now }), interpreter);
  const interpret = createInterpret({ interpreter, trace, inflate, deadLetters, putRecords: observationsPut.put });
  const assess = createAssess({
    memories,
    cohorts: createCohortReader(epochs, config, now),
    findings,
    contributions,
    deadLetters,
    config,
  });
  const onError = (error: unknown) => console.error(error);
  const notify = createNotify({ findings, sink, tally, telling: promptly(config.telling), now });
  // Deployed, notify runs alone: two sweeps at once would tell the same finding twice.
  let lastSweep = Promise.resolve();
  const sweep = () => {
    lastSweep = lastSweep.catch(() => {}).then(notify);
    return lastSweep;
  };
  const assessAndWake: StreamHandler = async (event) => {
    const answer = await assess(event);
    await sweep().catch(onError); // deployed, it would not fail the batch either
    return answer;
  };

  const world = { client: kinesis, pollEveryMs: 50, onError };
  const [telemetry, observations] = [
    await startEventSourceMapping(
      { ...world, streamName: "telemetry", handler: counted(interpret) },
      settingsOf(config.infrastructure.interpret),
    ),
    await startEventSourceMapping(
      { ...world, streamName: "observations", handler: counted(assessAndWake) },
      settingsOf(config.infrastructure.assess),
    ),
  ];
  return {
    put: telemetryPut.put,
    async drained() {
      await telemetry.drained();
      await observations.drained();
      do await sweep();
      while ((await findings.unsent(1)).length > 0);
    },
    traffic: () => ({
      ...traffic,
      ...{ writeUnits: units().write, readUnits: units().read },
      ...{ telemetry: carried(telemetryPut.sizes), observations: carried(observationsPut.sizes) },
    }),
    async stop() {
      await Promise.all([telemetry.stop(), observations.stop()]);
      kinesis.destroy();
      dynamodb.destroy();
      await emulators.stop();
    },
  };
}

/** Puts records, and keeps how large they were. */
function sizing(put: PutRecords): { readonly put: PutRecords; readonly sizes: readonly number[] } {
  const sizes: number[] = [];
  return {
    sizes,
    async put(records) {
      await put(records);
      sizes.push(...records.map(({ data }) => data.length));
    },
  };
}

/** As deployed, but for the windows: who watches does not want to wait five seconds for every batch. */
const settingsOf = ({ batchSize }: { readonly batchSize: number }): MappingSettings => ({
  batchSize,
  maxBatchingWindowMs: 100,
  reportBatchItemFailures: true,
  bisectBatchOnError: true,
});

/** Who watches does not want to wait an hour for the digest either. */
const promptly = (telling: Telling): Telling => ({ ...telling, digestEveryMs: 0 });
