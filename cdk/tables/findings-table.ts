import type { Table } from "aws-cdk-lib/aws-dynamodb";
import type { IGrantable } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";
import { tables, unsentIndex } from "../../lib/tables.js";
import { retainedTable } from "./retained-table.js";
import { grantMappingOnStream, grantOnTable, grantQueryOnIndex } from "./table-grants.js";

/** The findings, and the outbox of those that nobody has been told; its stream wakes notify. */
export class FindingsTable extends Construct {
  readonly table: Table;
  readonly streamArn: string;

  constructor(scope: Construct, id: string, key: IKey | undefined) {
    super(scope, id);
    this.table = retainedTable(this, tables.findings, key);
    if (this.table.tableStreamArn === undefined)
      throw new Error("FindingsTable requires a table with a stream, got none");
    this.streamArn = this.table.tableStreamArn;
  }

  /** May put findings, and read none. */
  grantPut(grantee: IGrantable): void {
    grantOnTable(this.table, grantee, ["PutItem"]);
  }

  /** May read what was not told yet and mark it as told, and is woken by what is new. */
  grantTell(grantee: IGrantable): void {
    grantOnTable(this.table, grantee, ["BatchGetItem", "UpdateItem"]);
    grantQueryOnIndex(this.table, grantee, unsentIndex.name);
    grantMappingOnStream(this.streamArn, grantee);
  }
}
