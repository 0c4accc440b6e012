import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import { type IGrantable, PolicyStatement, type PolicyStatementProps } from "aws-cdk-lib/aws-iam";
import { encryptStatement } from "../encryption-key.js";

/** Lets a function do these things to a table and no more; the grants of `Table` itself come in larger pieces. */
export function grantOnTable(
  table: ITable,
  grantee: IGrantable,
  actions: readonly string[],
  conditions: PolicyStatementProps["conditions"] = {},
): void {
  grantOn(grantee, table.tableArn, actions, conditions);
  if (table.encryptionKey)
    grantee.grantPrincipal.addToPrincipalPolicy(encryptStatement(table.encryptionKey, "dynamodb"));
}

/** The same, but only to items whose partition begins so: of what others keep in the table it sees and changes nothing. */
export function grantOnPartitions(
  table: ITable,
  grantee: IGrantable,
  begins: string,
  actions: readonly string[],
): void {
  grantOnTable(table, grantee, actions, {
    "ForAllValues:StringLike": { "dynamodb:LeadingKeys": [`${begins}*`] },
  });
}

/** Lets a function ask one index of a table; not its others, and not the table. */
export const grantQueryOnIndex = (table: ITable, grantee: IGrantable, index: string): void =>
  grantOn(grantee, `${table.tableArn}/index/${index}`, ["Query"]);

/** What an event source mapping asks of a table's stream in the function's name. */
export const grantMappingOnStream = (streamArn: string, grantee: IGrantable): void =>
  grantOn(grantee, streamArn, ["DescribeStream", "GetRecords", "GetShardIterator", "ListStreams"]);

function grantOn(
  grantee: IGrantable,
  resource: string,
  names: readonly string[],
  conditions: PolicyStatementProps["conditions"] = {},
): void {
  const actions = names.map((name) => `dynamodb:${name}`);
  grantee.grantPrincipal.addToPrincipalPolicy(new PolicyStatement({ actions, resources: [resource], conditions }));
}
