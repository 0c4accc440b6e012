import { createDynamodbContributions } from "../../../lib/adapters/dynamodb/contributions.js";
import { contributionsContract } from "../../contracts/contributions.js";
import { startEmbedded } from "../../contracts/embedded.js";

const { client, newTables } = await startEmbedded();
contributionsContract("DynamoDB", async () =>
  createDynamodbContributions({ client, table: (await newTables()).state, now: () => 0, keep: 1_000 }),
);
