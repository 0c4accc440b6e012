import type { Table } from "aws-cdk-lib/aws-dynamodb";
import type { IGrantable } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";
import { lineagePartitions, tables } from "../../lib/tables.js";
import { retainedTable } from "./retained-table.js";
import { grantOnPartitions, grantOnTable } from "./table-grants.js";

/** What is usual for everybody: memories as journals, and what each hour contributes to the cohorts. And who started whom. */
export class StateTable extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string, key: IKey | undefined) {
    super(scope, id);
    this.table = retainedTable(this, tables.state, key);
  }

  /** May load memories and add to them; nothing is ever deleted but by its time to live. */
  grantRemember(grantee: IGrantable): void {
    grantOnTable(this.table, grantee, ["BatchWriteItem", "PutItem", "Query"]);
  }

  /** May read what hosts' processes have left behind and add to it, and see nothing of anybody's memory. */
  grantTrace(grantee: IGrantable): void {
    grantOnPartitions(this.table, grantee, lineagePartitions, ["BatchWriteItem", "Query"]);
  }

  /** May read what the hours contributed and add it to the sealed parts. */
  grantRollUp(grantee: IGrantable): void {
    grantOnTable(this.table, grantee, ["PutItem", "Query"]);
  }
}
