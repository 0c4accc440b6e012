import {
  type AttributeDefinition,
  CreateTableCommand,
  type CreateTableCommandInput,
  type DynamoDBClient,
  type KeySchemaElement,
  waitUntilTableExists,
} from "@aws-sdk/client-dynamodb";
import { type TableDefinition, type TableName, tables } from "../../tables.js";

/** Makes the tables in an embedded DynamoDB, under these names, and waits for them. In AWS the stack makes them. */
export async function createTables(client: DynamoDBClient, names: Readonly<Record<TableName, string>>): Promise<void> {
  for (const [name, definition] of Object.entries(tables)) {
    const TableName = names[name as TableName];
    await client.send(new CreateTableCommand({ TableName, ...shapeOf(definition) }));
    await waitUntilTableExists({ client, maxWaitTime: 10, minDelay: 0.01, maxDelay: 0.1 }, { TableName });
  }
}

function shapeOf({ partitionKey, sortKey, index }: TableDefinition): Omit<CreateTableCommandInput, "TableName"> {
  const keys = [partitionKey, sortKey, index?.partitionKey, index?.sortKey].filter((key) => typeof key === "string");
  return {
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: keys.map((AttributeName): AttributeDefinition => ({ AttributeName, AttributeType: "S" })),
    KeySchema: schemaOf(partitionKey, sortKey),
    ...(index !== null && {
      GlobalSecondaryIndexes: [
        {
          IndexName: index.name,
          KeySchema: schemaOf(index.partitionKey, index.sortKey),
          Projection: { ProjectionType: "KEYS_ONLY" },
        },
      ],
    }),
  };
}

const schemaOf = (partitionKey: string, sortKey: string | null): KeySchemaElement[] => [
  { AttributeName: partitionKey, KeyType: "HASH" },
  ...(sortKey === null ? [] : [{ AttributeName: sortKey, KeyType: "RANGE" as const }]),
];
