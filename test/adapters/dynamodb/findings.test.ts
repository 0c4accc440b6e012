import { createDynamodbFindings } from "../../../lib/adapters/dynamodb/findings.js";
import { startEmbedded } from "../../contracts/embedded.js";
import { findingsContract } from "../../contracts/findings.js";

const { client, newTables } = await startEmbedded();
findingsContract("DynamoDB", async () => createDynamodbFindings({ client, table: (await newTables()).findings }));
