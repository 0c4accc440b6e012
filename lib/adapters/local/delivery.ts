import type { KinesisStreamRecord } from "aws-lambda";
import { type Millis, second } from "../../domain/units.js";
import { arrivalOf, type DiscardCondition, discardedBatch } from "./discarded-batch.js";
import { eventOf } from "./kinesis-event.js";
import type { MappingSettings, MappingWorld } from "./mapping.js";
import { type Attempt, afterInvocation, type Outcome, outcomeOf } from "./retries.js";

type Records = readonly KinesisStreamRecord[];

/** How long Lambda waits between retries is not documented; this is short enough to watch. */
const firstWait = second / 10;
const longestWait = 10 * second;

/** The wait before a batch is tried again: a tenth of a second, doubled with each retry up to ten seconds. */
const waitBefore = (retry: number): Millis => Math.min(firstWait * 2 ** (retry - 1), longestWait);

/** What a delivery needs; it is stopped between two invocations. */
type DeliveryWorld = Pick<MappingWorld, "handler" | "onError" | "onFailure"> &
  Required<Pick<MappingWorld, "checkpoints" | "clock">> & { readonly stopped: AbortSignal };

/** Hands one batch of a shard to the function until every record of it is done or given up, or the mapping is stopped. */
export function createDelivery(
  { handler, onError, onFailure, checkpoints, clock, stopped }: DeliveryWorld,
  {
    reportBatchItemFailures = false,
    bisectBatchOnError = false,
    retryAttempts = Number.POSITIVE_INFINITY,
    maxRecordAgeMs = Number.POSITIVE_INFINITY,
  }: MappingSettings,
): (shardId: string, batch: Records) => Promise<void> {
  return async function deliver(shardId, batch) {
    let attempts: readonly Attempt[] = [{ records: batch, retries: 0, invocations: 0 }];
    while (!stopped.aborted) {
      const [first, ...others] = attempts;
      if (first === undefined) return;
      const { invocations } = first;
      const records = await withoutExpired(shardId, first);
      if (records.length === 0) {
        attempts = others;
        continue;
      }
      const outcome = await invoke(records);
      const next = afterInvocation({ ...first, records }, outcome, { bisectBatchOnError, retryAttempts });
      checkpoint(shardId, next.done);
      await discard(shardId, next.discarded, "RetryAttemptsExhausted", invocations + 1);
      attempts = [...next.again, ...others];
      const retry = next.again[0]?.retries ?? 0;
      if (retry > first.retries) await clock.sleep(waitBefore(retry), stopped);
    }
  };

  async function invoke(records: Records): Promise<Outcome> {
    try {
      const answer = await handler(eventOf(records));
      return reportBatchItemFailures ? outcomeOf(answer, records) : { kind: "done" };
    } catch (error) {
      onError?.(error);
      return { kind: "failed" };
    }
  }

  /** Gives up the records that are too old; those behind them are younger. */
  async function withoutExpired(shardId: string, { records, invocations }: Attempt): Promise<Records> {
    const oldest = clock.now() - maxRecordAgeMs;
    const young = records.findIndex((record) => arrivalOf(record) >= oldest);
    const expired = young === -1 ? records.length : young;
    await discard(shardId, records.slice(0, expired), "RecordAgeExceeded", invocations);
    return records.slice(expired);
  }

  async function discard(shardId: string, records: Records, why: DiscardCondition, invocations: number): Promise<void> {
    const [first, ...rest] = records;
    if (first === undefined) return;
    await onFailure?.(discardedBatch([first, ...rest], shardId, why, invocations, clock.now()));
    checkpoint(shardId, records);
  }

  function checkpoint(shardId: string, done: Records): void {
    const last = done.at(-1);
    if (last !== undefined) checkpoints.set(shardId, last.kinesis.sequenceNumber);
  }
}
