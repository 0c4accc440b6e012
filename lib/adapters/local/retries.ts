import type { KinesisStreamBatchResponse, KinesisStreamRecord } from "aws-lambda";

type Records = readonly KinesisStreamRecord[];

/** Records that are handed to the function, and how often that was tried before. */
export interface Attempt {
  readonly records: Records;
  readonly retries: number;
  readonly invocations: number;
}

/** What an invocation said of its records; `failed` from one of them on means that those before it are done. */
export type Outcome =
  | { readonly kind: "done" }
  | { readonly kind: "failed from"; readonly index: number }
  | { readonly kind: "failed" };

/** What becomes of an attempt's records: done, tried again in this order, or given up. */
export interface Next {
  readonly done: Records;
  readonly again: readonly Attempt[];
  readonly discarded: Records;
}

/**
 * A function's answer as Lambda reads it when ReportBatchItemFailures is on: the lowest failed sequence number counts.
 *
 * Nothing, and a list that is empty, null or missing, mean success. An identifier that is no sequence number of the
 * batch (empty, null, under a wrong key) fails the whole batch.
 */
export function outcomeOf(answer: unknown, records: Records): Outcome {
  const failures = (answer as Partial<KinesisStreamBatchResponse> | null | undefined)?.batchItemFailures ?? [];
  if (failures.length === 0) return { kind: "done" };
  const places = new Map(records.map(({ kinesis }, index) => [kinesis.sequenceNumber, index]));
  const indexes = failures.map((failure) => places.get(failure?.itemIdentifier) ?? -1);
  const index = Math.min(...indexes);
  return index < 0 ? { kind: "failed" } : { kind: "failed from", index };
}

/**
 * What Lambda does after an invocation.
 *
 * With bisect, a failed batch is halved and one that failed from a record on is cut there; cutting uses up no retry.
 * What cannot be cut, or may not, is tried again as a whole until its retries are used up; then it is given up and the
 * shard goes on behind it. That an answer which names the first record cuts nothing, and that the retries of what is
 * left count on after a part was done, is not documented; it is the reading that gives up soonest.
 */
export function afterInvocation(
  { records, retries, invocations }: Attempt,
  outcome: Outcome,
  { bisectBatchOnError, retryAttempts }: { readonly bisectBatchOnError: boolean; readonly retryAttempts: number },
): Next {
  if (outcome.kind === "done") return { done: records, again: [], discarded: [] };
  const invoked = invocations + 1;
  const from = outcome.kind === "failed from" ? outcome.index : 0;
  const done = records.slice(0, from);
  const left = records.slice(from);
  if (bisectBatchOnError && from > 0) {
    return { done, again: [{ records: left, retries, invocations: invoked }], discarded: [] };
  }
  if (bisectBatchOnError && outcome.kind === "failed" && left.length > 1) {
    const middle = Math.ceil(left.length / 2);
    const halves = [left.slice(0, middle), left.slice(middle)];
    return { done, again: halves.map((half) => ({ records: half, retries, invocations: invoked })), discarded: [] };
  }
  return retries < retryAttempts
    ? { done, again: [{ records: left, retries: retries + 1, invocations: invoked }], discarded: [] }
    : { done, again: [], discarded: left };
}
