import { UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { nothingTold, type Told } from "../../domain/telling.js";
import type { Tally } from "../../ports/tally.js";
import { getAll } from "./batch.js";
import type { FindingSettings } from "./findings.js";
import { fromPayload, toPayload } from "./payload.js";

/** No finding's id has a `#`. */
const key = { id: { S: "tally#told" } };

/**
 * The tally in DynamoDB: one item beside the findings it counts, which is no finding and in no index. A sweep that tells
 * something costs one read unit and one write unit for it.
 */
export const createDynamodbTally = ({ client, table }: FindingSettings): Tally => ({
  async read() {
    const [item] = await getAll(client, table, [key]);
    return item?.body === undefined ? nothingTold : fromPayload<Told>(item.body);
  },
  async write(told) {
    const change = { UpdateExpression: "SET body = :body", ExpressionAttributeValues: { ":body": toPayload(told) } };
    await client.send(new UpdateItemCommand({ TableName: table, Key: key, ...change }));
  },
});
