import { gunzipSync, gzipSync } from "node:zlib";
import { type DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
import type { Instant } from "../../domain/units.js";
import { day } from "../../domain/units.js";
import type { DeadLetters } from "../../ports/dead-letters.js";
import { type KeptLetter, keep } from "../kept-letter.js";
import { putAll } from "./batch.js";
import { expiryAt } from "./expiry.js";
import { safeKey } from "./safe-key.js";

export interface DeadLetterSettings {
  readonly client: DynamoDBClient;
  readonly table: string;
  readonly now: () => Instant;
}

/** Twice as long as the streams keep their records: time to notice, mend the reader and redrive. */
const keepFor = 14 * day;

/**
 * Dead letters in DynamoDB: an item each, its bytes gzipped, for fourteen days. A repeated batch writes over itself.
 *
 * A letter costs one write unit for each started kilobyte after gzip: a line of telemetry one, the largest, of noise
 * that does not shrink, 351.
 */
export function createDynamodbDeadLetters({ client, table, now }: DeadLetterSettings): DeadLetters {
  return {
    async put(letters) {
      const items = letters.map((letter) => {
        const { id, reason, bytes, cutBytes } = keep(letter);
        const attributes = { reason: { S: reason }, bytes: { B: gzipSync(bytes) }, cutBytes: { N: String(cutBytes) } };
        return [safeKey(id), { id: { S: safeKey(id) }, expires: expiryAt(now() + keepFor), ...attributes }] as const;
      });
      await putAll(client, table, [...new Map(items).values()]);
    },
  };
}

/** One dead letter, for a redrive. */
export async function readDeadLetter(
  { client, table }: Pick<DeadLetterSettings, "client" | "table">,
  id: string,
): Promise<KeptLetter | undefined> {
  const Key = { id: { S: safeKey(id) } };
  const { Item } = await client.send(new GetItemCommand({ TableName: table, Key, ConsistentRead: true }));
  if (Item === undefined) return undefined;
  const { reason, bytes, cutBytes } = Item;
  return {
    id,
    reason: reason?.S ?? "",
    bytes: new Uint8Array(gunzipSync(bytes?.B ?? new Uint8Array())),
    cutBytes: Number(cutBytes?.N),
  };
}
