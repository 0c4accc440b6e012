import { setTimeout } from "node:timers/promises";
import {
  type AttributeValue,
  BatchGetItemCommand,
  BatchWriteItemCommand,
  type DynamoDBClient,
} from "@aws-sdk/client-dynamodb";
import { chunksOf } from "./chunks.js";

export type Item = Record<string, AttributeValue>;

/** Seven waits that double from 50 ms are six seconds: long enough for a burst to pass, short beside a Lambda's timeout. */
const mostAttempts = 8;
const doubling = (attempt: number): Promise<void> => setTimeout(25 * 2 ** attempt);

/**
 * Asks, and asks again for what was left undone, until nothing is left. DynamoDB leaves parts of a batch undone when
 * it is throttled or an answer grows too large; the SDK retries only what failed as a whole.
 */
export async function insist<Request>(
  request: Request,
  ask: (request: Request) => Promise<Request | undefined>,
  pause: (attempt: number) => Promise<void> = doubling,
): Promise<void> {
  let left: Request | undefined = request;
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    if (attempt > 1) await pause(attempt - 1);
    left = await ask(left);
    if (left === undefined) return;
  }
  throw new Error(`insist requires a table that takes the whole batch, got parts of it refused ${mostAttempts} times`);
}

/** Puts items, over what is there: one write unit for each started kilobyte of each item. A batch takes 25. */
export async function putAll(client: DynamoDBClient, table: string, items: readonly Item[]): Promise<void> {
  for (const chunk of chunksOf(25, items)) {
    const requests = { [table]: chunk.map((Item) => ({ PutRequest: { Item } })) };
    await insist(requests, async (RequestItems) => {
      const { UnprocessedItems } = await client.send(new BatchWriteItemCommand({ RequestItems }));
      return rest(UnprocessedItems) as typeof requests | undefined;
    });
  }
}

/** Reads items as of now, in no order; those that are not there are left out. A batch takes 100. */
export async function getAll(client: DynamoDBClient, table: string, keys: readonly Item[]): Promise<readonly Item[]> {
  const found: Item[] = [];
  for (const Keys of chunksOf(100, keys)) {
    const requests = { [table]: { Keys, ConsistentRead: true } };
    await insist(requests, async (RequestItems) => {
      const { Responses, UnprocessedKeys } = await client.send(new BatchGetItemCommand({ RequestItems }));
      found.push(...(Responses?.[table] ?? []));
      return rest(UnprocessedKeys) as typeof requests | undefined;
    });
  }
  return found;
}

const rest = <Left extends object>(left: Left | undefined): Left | undefined =>
  left !== undefined && Object.keys(left).length > 0 ? left : undefined;
