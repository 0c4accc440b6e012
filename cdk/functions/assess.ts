import { Duration } from "aws-cdk-lib";
import { StartingPosition } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import type { Infrastructure } from "../../lib/config-infrastructure.js";
import { environment } from "../../lib/environment.js";
import type { FailedBatches } from "../failed-batches.js";
import type { ObservationsStream } from "../streams/observations-stream.js";
import type { DeadLettersTable } from "../tables/dead-letters-table.js";
import type { FindingsTable } from "../tables/findings-table.js";
import type { StateTable } from "../tables/state-table.js";
import { feed } from "./batches.js";
import { deployedFunction, type FunctionSurroundings, ringWhenBehind } from "./deployed-function.js";

interface Neighbours {
  readonly observations: ObservationsStream;
  readonly state: StateTable;
  readonly findings: FindingsTable;
  readonly deadLetters: DeadLettersTable;
  readonly failedBatches: FailedBatches;
}

/** Observations to findings and memories. May remember, put findings and dead letters; reads no finding. */
export class Assess extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { observations, state, findings, deadLetters, failedBatches }: Neighbours,
    settings: Infrastructure["assess"],
    surroundings: FunctionSurroundings,
  ) {
    super(scope, id);
    const variables = {
      [environment.stateTable]: state.table.tableName,
      [environment.findingsTable]: findings.table.tableName,
      [environment.deadLettersTable]: deadLetters.table.tableName,
    };
    const size = { memoryMiB: settings.memoryMiB, timeout: Duration.minutes(1), environment: variables };
    const assess = deployedFunction(this, "assess", size, surroundings);
    state.grantRemember(assess);
    findings.grantPut(assess);
    deadLetters.grantPut(assess);
    feed(assess, observations.stream, StartingPosition.TRIM_HORIZON, settings, failedBatches);
    ringWhenBehind(this, assess, "assess", surroundings.bell);
  }
}
