import { type AttributeValue, type DynamoDBClient, paginateQuery } from "@aws-sdk/client-dynamodb";
import type { Instant, Millis } from "../../domain/units.js";
import type { Contribution, Contributions } from "../../ports/contributions.js";
import { putAll } from "./batch.js";
import { expiryAt } from "./expiry.js";
import { fromPayload, toPayload } from "./payload.js";
import { safeKey } from "./safe-key.js";

export interface ContributionSettings {
  readonly client: DynamoDBClient;
  readonly table: string;
  readonly now: () => Instant;
  /** How long a contribution is kept; longer than the streams keep what could repeat it. */
  readonly keep: Millis;
}

/**
 * Contributions in DynamoDB: the hour is the partition, the id the item, so that an hour is one query and a repeated
 * batch writes over itself.
 *
 * A contribution costs one write unit for each started kilobyte of what `toPayload` makes of it, and the same again
 * when it is repeated. One hour takes at most 1,000 units a second, which is what a partition takes.
 */
export function createDynamodbContributions<Lesson>(settings: ContributionSettings): Contributions<Lesson> {
  const { client, table, now, keep } = settings;
  return {
    async put(contributions) {
      const items = contributions.map((one) => {
        const sk = safeKey(one.id);
        return [
          `${one.hour}#${sk}`,
          { pk: partitionOf(one.hour), sk: { S: sk }, expires: expiryAt(now() + keep), body: toPayload(one) },
        ] as const;
      });
      await putAll(client, table, [...new Map(items).values()]); // a batch may not hold one key twice
    },
    async of(hour) {
      const query = {
        TableName: table,
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: { ":pk": partitionOf(hour) },
        ConsistentRead: true,
      };
      const found: Contribution<Lesson>[] = [];
      for await (const { Items = [] } of paginateQuery({ client }, query))
        for (const { body } of Items) if (body !== undefined) found.push(fromPayload(body));
      return found.sort((a, b) => (a.id < b.id ? -1 : 1));
    },
  };
}

const partitionOf = (hour: number): AttributeValue => ({ S: `contributions#${hour}` });
