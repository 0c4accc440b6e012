import type { KinesisStreamBatchResponse, KinesisStreamEvent } from "aws-lambda";
import { recordsOf } from "../../lib/adapters/lambda.js";
import type { Cohorts } from "../../lib/assess/cohorts.js";
import type { Config } from "../../lib/config.js";
import { assessBatch, type Memories } from "../../lib/flows/assess-batch.js";
import type { Lessons } from "../../lib/flows/sealed-cohorts.js";
import { unpackRecords } from "../../lib/flows/unpack-records.js";
import type { Contributions } from "../../lib/ports/contributions.js";
import type { DeadLetters } from "../../lib/ports/dead-letters.js";
import type { Findings } from "../../lib/ports/findings.js";

export interface Wiring {
  readonly memories: Memories;
  readonly findings: Findings;
  readonly contributions: Contributions<Lessons>;
  readonly deadLetters: DeadLetters;
  /** The newest sealed cohorts. */
  readonly cohorts: () => Promise<Cohorts>;
  readonly config: Config;
}

/** Observations in, findings and memories out; one writer for each identity. */
export const createHandler =
  ({ memories, findings, contributions, deadLetters, cohorts, config }: Wiring) =>
  async (event: KinesisStreamEvent): Promise<KinesisStreamBatchResponse> => {
    const { observed, letters } = unpackRecords(recordsOf(event));
    await deadLetters.put(letters);
    await assessBatch(observed, { memories, findings, contributions, cohorts: await cohorts() }, config);
    return { batchItemFailures: [] };
  };
