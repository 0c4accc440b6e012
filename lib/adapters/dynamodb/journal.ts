import { type AttributeValue, type DynamoDBClient, PutItemCommand, paginateQuery } from "@aws-sdk/client-dynamodb";
import type { Instant, Millis } from "../../domain/units.js";
import type { Journal, Saved } from "../../ports/journal.js";
import type { Item } from "./batch.js";
import { tookEffect } from "./condition.js";
import { expiryAt, isExpired } from "./expiry.js";
import { fromPayload, toPayload } from "./payload.js";
import { safeKey } from "./safe-key.js";

export interface JournalSettings {
  readonly client: DynamoDBClient;
  readonly table: string;
  /** Several journals share a table; this one's name. */
  readonly name: string;
  readonly now: () => Instant;
  /**
   * How long a write is kept. It must be at least as long as what is written matters (for memories: the horizon):
   * somebody who is away may come back to entries that no snapshot has taken up yet.
   */
  readonly keep: Millis;
}

/** Items read at a time, newest first. Half a page is read in vain behind the snapshot; a shorter page asks more often. */
const pageSize = 16;
const neverWritten = "attribute_not_exists(pk)";

/**
 * A journal in DynamoDB: a numbered item for each write, an entry or a snapshot, and one condition for both - that
 * nobody has written that number. Reading goes backwards to the newest snapshot. Snapshots and entries are plain JSON.
 *
 * A write costs one unit for each started kilobyte of what `toPayload` makes of it: an entry below 768 bytes one, a
 * memory of 10 KB of JSON about three. A load costs one read unit for each started 4 KB of the pages it reads.
 * Nothing is ever deleted or written twice: what is `keep` old is no longer read, and DynamoDB drops it.
 */
export function createDynamodbJournal<Snapshot, Entry>(settings: JournalSettings): Journal<Snapshot, Entry> {
  const { client, table, name, now, keep } = settings;
  const pk = (key: string): AttributeValue => ({ S: `${name}#${safeKey(key)}` });
  const write = async (key: string, version: number, what: Item): Promise<Saved> => {
    const Item = { pk: pk(key), sk: numbered(version), expires: expiryAt(now() + keep), ...what };
    const put = new PutItemCommand({ TableName: table, Item, ConditionExpression: neverWritten });
    return (await tookEffect(client.send(put))) ? "saved" : "conflict";
  };
  return {
    append: (key, version, entry) => write(key, version + 1, { entry: toPayload(entry) }),
    replace: (key, version, snapshot) => write(key, version + 1, { snapshot: toPayload(snapshot) }),
    async load(key) {
      const entries: Entry[] = [];
      let version = 0;
      for await (const { sk, expires, snapshot, entry } of newestFirst(client, table, pk(key))) {
        version ||= Number(sk?.S); // also of an item past its time: its number is taken
        if (isExpired(expires, now())) break;
        if (snapshot !== undefined) return { snapshot: fromPayload(snapshot), entries: entries.reverse(), version };
        if (entry !== undefined) entries.push(fromPayload(entry));
      }
      return { snapshot: null, entries: entries.reverse(), version };
    },
  };
}

/** Numbers as texts that sort as numbers do; twelve digits are enough for a write every millisecond for thirty years. */
const numbered = (version: number): AttributeValue => ({ S: String(version).padStart(12, "0") });

async function* newestFirst(client: DynamoDBClient, table: string, pk: AttributeValue): AsyncIterable<Item> {
  const query = {
    TableName: table,
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: { ":pk": pk },
    ScanIndexForward: false,
    ConsistentRead: true,
  };
  for await (const { Items = [] } of paginateQuery({ client, pageSize }, query)) yield* Items;
}
