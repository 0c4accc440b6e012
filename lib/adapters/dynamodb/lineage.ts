import { type AttributeValue, type DynamoDBClient, paginateQuery } from "@aws-sdk/client-dynamodb";
import { type Instant, type Millis, second } from "../../domain/units.js";
import type { Lineage, Packet } from "../../ports/lineage.js";
import { lineagePartitions } from "../../tables.js";
import { readAnew, termOf } from "../lineage-terms.js";
import { type Item, putAll } from "./batch.js";
import { expiryAt } from "./expiry.js";
import { fromPayload, toPayload } from "./payload.js";
import { safeKey } from "./safe-key.js";

export interface LineageSettings {
  readonly client: DynamoDBClient;
  readonly table: string;
  readonly now: () => Instant;
}

/** A write that took longer is written again under a new time: a reader could have gone past the old one. */
const slowest: Millis = 10 * second;
const mostAttempts = 3;
/** So much before the last look is read again: a write may have been under way for the slowest, and clocks differ. */
const overlap: Millis = slowest + 5 * second;
/** Pages of a megabyte that one look takes of a term, the newest first: tens of thousands of processes of one host. */
const mostPages = 4;

/**
 * Lineage in DynamoDB: the host is the partition, the time of writing the sort key, so that what is new is one query.
 *
 * A packet costs one write unit for each started kilobyte of what `toPayload` makes of it; a look one read unit for each
 * started 4 KB of what is new, and at least one.
 */
export function createDynamodbLineage<Content>({ client, table, now }: LineageSettings): Lineage<Content> {
  async function read(host: string, term: Packet<Content>["term"], from: Instant): Promise<readonly Packet<Content>[]> {
    const query = {
      TableName: table,
      KeyConditionExpression: "pk = :pk AND sk BETWEEN :from AND :to",
      ExpressionAttributeValues: {
        ":pk": partitionOf(host),
        ":from": { S: `${term}#${stamp(from)}` },
        ":to": { S: `${term}#~` },
      },
      ScanIndexForward: false,
      ConsistentRead: true,
    };
    const found: Packet<Content>[] = [];
    let pages = 0;
    for await (const { Items = [] } of paginateQuery({ client }, query)) {
      for (const { body } of Items) if (body !== undefined) found.push(fromPayload(body));
      pages += 1;
      if (pages === mostPages) break;
    }
    return found.reverse();
  }

  return {
    async put(packets) {
      if (packets.length === 0) return;
      for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
        const at = now();
        const items = packets.map((packet) => itemOf(packet, at));
        // A batch may not hold one key twice.
        const each = new Map(items.map((item) => [`${item.pk?.S} ${item.sk?.S}`, item]));
        await putAll(client, table, [...each.values()]);
        if (now() - at <= slowest) return;
      }
      throw new Error(`put requires a table that takes packets within ${slowest} ms, was slower ${mostAttempts} times`);
    },
    async since(host, cursor) {
      const at = now();
      const [readAt = Number.NEGATIVE_INFINITY, from = 0] = cursor?.split("/").map(Number) ?? [];
      const whole = at - readAt >= readAnew;
      const lasting = whole ? await read(host, "lasting", at - termOf.lasting) : [];
      const brief = await read(host, "brief", Math.max(whole ? 0 : from, at - termOf.brief));
      return { packets: [...lasting, ...brief], cursor: `${whole ? at : readAt}/${at - overlap}`, whole };
    },
  };
}

const itemOf = (packet: Packet<unknown>, at: Instant): Item => ({
  pk: partitionOf(packet.host),
  sk: { S: `${packet.term}#${stamp(at)}#${safeKey(packet.id)}` },
  expires: expiryAt(at + termOf[packet.term]),
  body: toPayload(packet),
});

const partitionOf = (host: string): AttributeValue => ({ S: `${lineagePartitions}${safeKey(host)}` });

/** Milliseconds as texts that sort as numbers do. */
const stamp = (at: Instant): string => String(Math.max(at, 0)).padStart(15, "0");
