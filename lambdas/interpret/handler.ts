import type { KinesisStreamBatchResponse, KinesisStreamEvent } from "aws-lambda";
import { recordsOf } from "../../lib/adapters/lambda.js";
import type { Interpreter } from "../../lib/flows/interpret.js";
import { interpretRecords } from "../../lib/flows/interpret-records.js";
import { packObservations } from "../../lib/flows/packing.js";
import type { Tracer } from "../../lib/flows/trace.js";
import type { DeadLetters } from "../../lib/ports/dead-letters.js";
import type { Inflate } from "../../lib/ports/inflate.js";
import type { PutRecords } from "../../lib/ports/stream.js";

export interface Wiring {
  readonly interpreter: Interpreter;
  readonly trace: Tracer;
  readonly inflate: Inflate;
  readonly deadLetters: DeadLetters;
  readonly putRecords: PutRecords;
}

/** Telemetry in, observations out; what cannot be read is set aside and acknowledged. */
export const createHandler =
  ({ interpreter, trace, inflate, deadLetters, putRecords }: Wiring) =>
  async (event: KinesisStreamEvent): Promise<KinesisStreamBatchResponse> => {
    const records = recordsOf(event);
    const { drafts, letters } = interpretRecords(records, interpreter, inflate);
    await deadLetters.put(letters);
    await putRecords(packObservations(await trace(drafts, records[0]?.place ?? "")));
    return { batchItemFailures: [] };
  };
