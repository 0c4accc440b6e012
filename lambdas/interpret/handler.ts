import type { KinesisStreamBatchResponse, KinesisStreamEvent } from "aws-lambda";
import { recordsOf } from "../../lib/adapters/lambda.js";
import type { Event } from "../../lib/domain/event.js";
import type { Observation } from "../../lib/domain/observation.js";
import { interpretRecords } from "../../lib/flows/interpret-records.js";
import { packObservations } from "../../lib/flows/packing.js";
import type { DeadLetters } from "../../lib/ports/dead-letters.js";
import type { Inflate } from "../../lib/ports/inflate.js";
import type { PutRecords } from "../../lib/ports/stream.js";

export interface Wiring {
  readonly interpret: (event: Event) => readonly Observation[];
  readonly inflate: Inflate;
  readonly deadLetters: DeadLetters;
  readonly putRecords: PutRecords;
}

/** Telemetry in, observations out; what cannot be read is set aside and acknowledged. */
export const createHandler =
  ({ interpret, inflate, deadLetters, putRecords }: Wiring) =>
  async (event: KinesisStreamEvent): Promise<KinesisStreamBatchResponse> => {
    const { observations, letters } = interpretRecords(recordsOf(event), interpret, inflate);
    await deadLetters.put(letters);
    await putRecords(packObservations(observations));
    return { batchItemFailures: [] };
  };
