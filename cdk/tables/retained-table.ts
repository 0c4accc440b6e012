import { RemovalPolicy } from "aws-cdk-lib";
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from "aws-cdk-lib/aws-dynamodb";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";
import type { TableDefinition } from "../../lib/tables.js";

/**
 * A table as all of ours are, in the shape that `lib/tables.ts` gives it: encrypted, paid by request, recoverable to
 * any second of the last 35 days, and neither deleted with the stack nor by a slip of the hand.
 *
 * `Table` and not `TableV2`: emulators that the stack is tried on do not know the resource behind the second.
 */
export function retainedTable(scope: Construct, definition: TableDefinition, key: IKey | undefined): Table {
  const { partitionKey, sortKey, expires, index, stream } = definition;
  const table = new Table(scope, "Table", {
    partitionKey: text(partitionKey),
    ...(sortKey !== null && { sortKey: text(sortKey) }),
    ...(expires !== null && { timeToLiveAttribute: expires }),
    ...(stream !== null && { stream: StreamViewType[stream] }),
    ...(key === undefined
      ? { encryption: TableEncryption.AWS_MANAGED }
      : { encryption: TableEncryption.CUSTOMER_MANAGED, encryptionKey: key }),
    billingMode: BillingMode.PAY_PER_REQUEST,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  if (index !== null) {
    table.addGlobalSecondaryIndex({
      indexName: index.name,
      partitionKey: text(index.partitionKey),
      sortKey: text(index.sortKey),
      projectionType: ProjectionType.KEYS_ONLY,
    });
  }
  return table;
}

const text = (name: string) => ({ name, type: AttributeType.STRING });
