import { type DynamoDBClient, PutItemCommand, QueryCommand, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import type { Finding } from "../../domain/finding.js";
import type { Findings } from "../../ports/findings.js";
import { unsentIndex } from "../../tables.js";
import { outboxPlace } from "../outbox-place.js";
import { getAll, type Item } from "./batch.js";
import { chunksOf } from "./chunks.js";
import { tookEffect } from "./condition.js";
import { fromPayload, toPayload } from "./payload.js";
import { safeKey } from "./safe-key.js";

export interface FindingSettings {
  readonly client: DynamoDBClient;
  readonly table: string;
}

/** Writes on their way at a time: findings are few, and a flood of them must not take all connections. */
const atOnce = 25;
const neverWritten = "attribute_not_exists(id)";
const isThere = "attribute_exists(id)";
const stillUnsent = "attribute_exists(unsent)";

/**
 * Findings in DynamoDB: an item each, with the attribute `unsent` until it is sent. The index of unsent findings holds
 * just the items that have it.
 *
 * The index lags behind the table, so what it names is read from the table: nothing that was sent is told again, and
 * what is new may come a moment later. A put costs one write unit for each started kilobyte, also when the finding is
 * there already, and one for the index; a mark costs the same. What `put` gives back as new may miss a finding whose
 * first put lost its reply: it is in the outbox all the same.
 */
export function createDynamodbFindings({ client, table }: FindingSettings): Findings {
  const put = (finding: Finding): Promise<boolean> => {
    const id = safeKey(finding.id);
    const place = { S: outboxPlace({ ...finding, id }) };
    const Item = { id: { S: id }, body: toPayload(finding), unsent: { S: unsentIndex.partitionKey }, place };
    return tookEffect(client.send(new PutItemCommand({ TableName: table, Item, ConditionExpression: neverWritten })));
  };
  const revise = (finding: Finding): Promise<boolean> => {
    const Key = { id: { S: safeKey(finding.id) } };
    const change = { UpdateExpression: "SET body = :body", ConditionExpression: isThere };
    const ExpressionAttributeValues = { ":body": toPayload(finding) };
    return tookEffect(
      client.send(new UpdateItemCommand({ TableName: table, Key, ...change, ExpressionAttributeValues })),
    );
  };
  const markSent = (id: string): Promise<boolean> => {
    const Key = { id: { S: safeKey(id) } };
    const change = { UpdateExpression: "REMOVE unsent", ConditionExpression: stillUnsent };
    return tookEffect(client.send(new UpdateItemCommand({ TableName: table, Key, ...change })));
  };
  return {
    async put(findings) {
      const fresh: Finding[] = [];
      const each = new Map<string, Finding>();
      for (const finding of findings) if (!each.has(finding.id)) each.set(finding.id, finding);
      for (const chunk of chunksOf(atOnce, [...each.values()])) {
        const isNew = await Promise.all(chunk.map(put));
        fresh.push(...chunk.filter((_, i) => isNew[i]));
      }
      return fresh;
    },
    async revise(findings) {
      const last = [...new Map(findings.map((finding) => [finding.id, finding])).values()];
      const absent = new Set<string>();
      for (const chunk of chunksOf(atOnce, last)) {
        const took = await Promise.all(chunk.map(revise));
        for (const [place, finding] of chunk.entries()) if (!took[place]) absent.add(finding.id);
      }
      return findings.filter(({ id }) => absent.has(id));
    },
    async unsent(limit) {
      const found: Finding[] = [];
      let after: Item | undefined;
      while (found.length < limit) {
        const page = await client.send(new QueryCommand(oldest(table, limit - found.length, after)));
        found.push(...(await readUnsent(client, table, page.Items ?? [])));
        after = page.LastEvaluatedKey;
        if (after === undefined) break;
      }
      return found;
    },
    async markSent(ids) {
      for (const chunk of chunksOf(atOnce, ids)) await Promise.all(chunk.map(markSent));
    },
  };
}

const oldest = (table: string, limit: number, after: Item | undefined) => ({
  TableName: table,
  IndexName: unsentIndex.name,
  KeyConditionExpression: "unsent = :unsent",
  ExpressionAttributeValues: { ":unsent": { S: unsentIndex.partitionKey } },
  Limit: Math.min(limit, 100),
  ExclusiveStartKey: after,
});

/** The findings that these index entries name and that are unsent in truth, in the index's order. */
async function readUnsent(client: DynamoDBClient, table: string, named: readonly Item[]): Promise<readonly Finding[]> {
  const keys = named.flatMap(({ id }) => (id === undefined ? [] : [{ id }]));
  const items = new Map((await getAll(client, table, keys)).map((item) => [item.id?.S, item]));
  return keys.flatMap(({ id }) => {
    const { body, unsent } = items.get(id.S) ?? {};
    return body === undefined || unsent === undefined ? [] : [fromPayload<Finding>(body)];
  });
}
