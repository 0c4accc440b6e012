import { createDynamodbLineage } from "../../../lib/adapters/dynamodb/lineage.js";
import { startEmbedded } from "../../contracts/embedded.js";
import { lineageContract } from "../../contracts/lineage.js";

const { client, newTables } = await startEmbedded();
lineageContract("DynamoDB", async (now) => createDynamodbLineage({ client, table: (await newTables()).state, now }));
