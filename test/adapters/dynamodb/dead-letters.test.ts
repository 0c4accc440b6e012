import { createDynamodbDeadLetters, readDeadLetter } from "../../../lib/adapters/dynamodb/dead-letters.js";
import { deadLettersContract } from "../../contracts/dead-letters.js";
import { startEmbedded } from "../../contracts/embedded.js";

const { client, newTables } = await startEmbedded();
deadLettersContract("DynamoDB", async () => {
  const { deadLetters: table } = await newTables();
  const letters = createDynamodbDeadLetters({ client, table, now: () => 0 });
  return { letters, read: (id) => readDeadLetter({ client, table }, id) };
});
