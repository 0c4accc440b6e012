import { createDynamodbJournal } from "../../../lib/adapters/dynamodb/journal.js";
import { startEmbedded } from "../../contracts/embedded.js";
import { journalContract } from "../../contracts/journal.js";

const { client, newTables } = await startEmbedded();
journalContract("DynamoDB", async () =>
  createDynamodbJournal({ client, table: (await newTables()).state, name: "words", now: () => 0, keep: 1_000 }),
);
