import { Duration } from "aws-cdk-lib";
import { Construct } from "constructs";
import type { Infrastructure } from "../../lib/config-infrastructure.js";
import { environment } from "../../lib/environment.js";
import type { FailedBatches } from "../failed-batches.js";
import type { ObservationsStream } from "../streams/observations-stream.js";
import { grantPutRecords } from "../streams/stream-grants.js";
import type { TelemetryStream } from "../streams/telemetry-stream.js";
import type { DeadLettersTable } from "../tables/dead-letters-table.js";
import type { StateTable } from "../tables/state-table.js";
import { feed } from "./batches.js";
import { deployedFunction, type FunctionSurroundings, ringWhenBehind } from "./deployed-function.js";

interface Neighbours {
  readonly telemetry: TelemetryStream;
  readonly observations: ObservationsStream;
  readonly state: StateTable;
  readonly deadLetters: DeadLettersTable;
  readonly failedBatches: FailedBatches;
}

/** Telemetry to observations. May put observations and dead letters, and of the tables read only who started whom. */
export class Interpret extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { telemetry, observations, state, deadLetters, failedBatches }: Neighbours,
    settings: Infrastructure["interpret"],
    surroundings: FunctionSurroundings,
  ) {
    super(scope, id);
    const variables = {
      [environment.observationsStream]: observations.stream.streamName,
      [environment.stateTable]: state.table.tableName,
      [environment.deadLettersTable]: deadLetters.table.tableName,
    };
    const size = { memoryMiB: settings.memoryMiB, timeout: Duration.minutes(1), environment: variables };
    const interpret = deployedFunction(this, "interpret", size, surroundings);
    grantPutRecords(observations.stream, interpret);
    state.grantTrace(interpret);
    deadLetters.grantPut(interpret);
    feed(interpret, telemetry.stream, telemetry.startAt, settings, failedBatches);
    ringWhenBehind(this, interpret, "interpret", surroundings.bell);
  }
}
