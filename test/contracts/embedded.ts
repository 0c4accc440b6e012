import type { AddressInfo } from "node:net";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import dynalite from "dynalite";
import { afterAll } from "vitest";
import { createTables } from "../../lib/adapters/dynamodb/create-tables.js";
import type { TableName } from "../../lib/tables.js";

export interface Embedded {
  readonly client: DynamoDBClient;
  /** New tables with nothing in them; gives their names. */
  readonly newTables: () => Promise<Readonly<Record<TableName, string>>>;
}

/** An embedded DynamoDB on a port of its own, for one test file; it stops after the file's last test. */
export async function startEmbedded(): Promise<Embedded> {
  const server = dynalite({ createTableMs: 0 });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  const client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: "eu-central-1",
    credentials: { accessKeyId: "embedded", secretAccessKey: "embedded" },
  });
  afterAll(async () => {
    client.destroy();
    await new Promise((closed) => server.close(closed));
  });
  let made = 0;
  const newTables = async (): Promise<Readonly<Record<TableName, string>>> => {
    made += 1;
    const names = { state: `state-${made}`, findings: `findings-${made}`, deadLetters: `dead-letters-${made}` };
    await createTables(client, names);
    return names;
  };
  return { client, newTables };
}
