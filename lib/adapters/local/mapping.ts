import type { KinesisClient } from "@aws-sdk/client-kinesis";
import type { KinesisStreamEvent } from "aws-lambda";
import type { Millis } from "../../domain/units.js";
import type { Clock } from "../clock.js";
import type { DiscardedBatch } from "./discarded-batch.js";

/** A Lambda function as the mapping sees it; what it answers is read as Lambda reads it. */
export type StreamHandler = (event: KinesisStreamEvent) => Promise<unknown>;

/** The settings by the names that CDK has for them, with Lambda's defaults. */
export interface MappingSettings {
  /** Records of an invocation at most; 100. */
  readonly batchSize?: number;
  /** How long records are gathered before an invocation; 0. */
  readonly maxBatchingWindowMs?: Millis;
  /** Whether the function's answer says which records failed; no. */
  readonly reportBatchItemFailures?: boolean;
  /** Whether a batch that failed is cut in two; no. */
  readonly bisectBatchOnError?: boolean;
  /** Retries before records are given up; without end. */
  readonly retryAttempts?: number;
  /** The age at which records are given up; without end. */
  readonly maxRecordAgeMs?: Millis;
}

/** What the mapping needs from the world. */
export interface MappingWorld {
  readonly client: KinesisClient;
  readonly streamName: string;
  readonly handler: StreamHandler;
  /** Told what the function threw, as its log would be; the batch is tried again. */
  readonly onError?: (error: unknown) => void;
  /** Told of records that were given up; what it throws ends the mapping. */
  readonly onFailure?: (discarded: DiscardedBatch) => Promise<void>;
  /** By shard, the last sequence number that is done with: where to go on, and kept up to date. */
  readonly checkpoints?: Map<string, string>;
  readonly clock?: Clock;
  /** How often an idle shard is looked at; every second, as Lambda does. */
  readonly pollEveryMs?: Millis;
}

export interface RunningMapping {
  /**
   * Resolves when every shard has been read to its tip, once since this was called, and all of it is done with;
   * rejects when the mapping ended before.
   */
  readonly drained: () => Promise<void>;
  /** Resolves when nothing runs any more: an invocation under way is waited for, what it leaves is not tried again. */
  readonly stop: () => Promise<void>;
}
