import { expect, it } from "vitest";
import { createDynamodbFindings } from "../../../lib/adapters/dynamodb/findings.js";
import { createDynamodbTally } from "../../../lib/adapters/dynamodb/tally.js";
import { startEmbedded } from "../../contracts/embedded.js";
import { tallyContract } from "../../contracts/tally.js";

const { client, newTables } = await startEmbedded();
tallyContract("DynamoDB", async () => createDynamodbTally({ client, table: (await newTables()).findings }));

it("a tally is no finding", async () => {
  const table = (await newTables()).findings;
  await createDynamodbTally({ client, table }).write({ day: 1, alerts: 2, digestAt: 3 });
  expect(await createDynamodbFindings({ client, table }).unsent(10)).toEqual([]);
});
