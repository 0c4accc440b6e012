import { Duration } from "aws-cdk-lib";
import type { Table } from "aws-cdk-lib/aws-dynamodb";
import type { IGrantable } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";
import { tables } from "../../lib/tables.js";
import type { AlarmBell } from "../alarm-bell.js";
import { retainedTable } from "./retained-table.js";
import { grantOnTable } from "./table-grants.js";

/** Records that could not be read, with their bytes: no function of the pipeline may read them again. */
export class DeadLettersTable extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string, key: IKey | undefined, bell: AlarmBell) {
    super(scope, id);
    this.table = retainedTable(this, tables.deadLetters, key);
    bell.ringWhen(this, "Written", {
      // Whoever writes here writes a dead letter, and what expires costs no write: no metric of our own is needed.
      metric: this.table.metricConsumedWriteCapacityUnits({ statistic: "sum", period: Duration.minutes(5) }),
      atLeast: 1,
      periods: 1,
      because:
        "Telemetry came that could not be read: the dead letters say why, and what a sensor sends that it should not.",
    });
  }

  /** May set records aside, and not read what was set aside. */
  grantPut(grantee: IGrantable): void {
    grantOnTable(this.table, grantee, ["BatchWriteItem"]);
  }
}
