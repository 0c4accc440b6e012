import { Duration } from "aws-cdk-lib";
import { Rule, Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import { Construct } from "constructs";
import { environment } from "../../lib/environment.js";
import type { StateTable } from "../tables/state-table.js";
import { deployedFunction, type FunctionSurroundings } from "./deployed-function.js";

interface Neighbours {
  readonly state: StateTable;
}

/**
 * What each hour taught, added to everybody's part of her cohorts. May read and write memories and contributions.
 *
 * A run that fails is made up for by the next, an hour later: it takes up every hour since the last that was sealed.
 */
export class Rollup extends Construct {
  constructor(scope: Construct, id: string, { state }: Neighbours, surroundings: FunctionSurroundings) {
    super(scope, id);
    const variables = { [environment.stateTable]: state.table.tableName };
    const size = { memoryMiB: 512, timeout: Duration.minutes(5), environment: variables };
    const rollup = deployedFunction(this, "rollup", size, surroundings);
    state.grantRollUp(rollup);
    rollup.configureAsyncInvoke({ retryAttempts: 1, maxEventAge: Duration.minutes(30) });
    new Rule(this, "EveryHour", {
      description: "Baseliner: pools what the last hours have taught",
      schedule: Schedule.cron({ minute: "5" }),
      targets: [new LambdaFunction(rollup)],
    });
  }
}
