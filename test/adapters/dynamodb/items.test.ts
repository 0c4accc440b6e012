import { BatchWriteItemCommand, type DynamoDBClient, QueryCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import { describe, expect, it } from "vitest";
import { createDynamodbContributions } from "../../../lib/adapters/dynamodb/contributions.js";
import { createDynamodbDeadLetters } from "../../../lib/adapters/dynamodb/dead-letters.js";
import { createDynamodbFindings } from "../../../lib/adapters/dynamodb/findings.js";
import { createDynamodbJournal } from "../../../lib/adapters/dynamodb/journal.js";
import { createDynamodbLineage } from "../../../lib/adapters/dynamodb/lineage.js";
import type { Instant } from "../../../lib/domain/units.js";
import { day, hour, second } from "../../../lib/domain/units.js";
import { tables } from "../../../lib/tables.js";
import { startEmbedded } from "../../contracts/embedded.js";
import { found } from "../../contracts/finding.js";
import { noiseText } from "../../contracts/noise.js";
import { monday } from "../../observations.js";

const { client, newTables } = await startEmbedded();
const itemsOf = async (TableName: string) => (await client.send(new ScanCommand({ TableName }))).Items ?? [];
const expiryOf = async (TableName: string): Promise<readonly unknown[]> =>
  (await itemsOf(TableName)).map(({ expires }) => expires?.N);

/** A journal that keeps for a week, with a clock that a test sets. */
async function openJournal() {
  const { state: table } = await newTables();
  const clock: { now: Instant } = { now: monday };
  const settings = { client, table, now: () => clock.now, keep: 7 * day };
  const journal = createDynamodbJournal<string, string>({ ...settings, name: "words" });
  return { table, clock, settings, journal };
}

describe("an item in DynamoDB", () => {
  it("expires, in seconds, when a journal has kept it long enough", async () => {
    const { journal, table } = await openJournal();
    await journal.append("ada", 0, "git");
    await journal.replace("ada", 1, "all");
    expect(tables.state.expires).toBe("expires");
    expect(await expiryOf(table)).toEqual([`${(monday + 7 * day) / 1_000}`, `${(monday + 7 * day) / 1_000}`]);
  });

  it("of a contribution expires", async () => {
    const { state: table } = await newTables();
    const contributions = createDynamodbContributions({ client, table, now: () => monday, keep: 7 * day });
    await contributions.put([{ hour: 1, id: "ada:1", lesson: "git" }]);
    expect(await expiryOf(table)).toEqual([`${(monday + 7 * day) / 1_000}`]);
  });

  it("of lineage expires after an hour or after three days, and stands where no other part of the table does", async () => {
    const { state: table } = await newTables();
    const lineage = createDynamodbLineage<string>({ client, table, now: () => monday });
    await lineage.put([packet("ls", "brief"), packet("claude", "lasting")]);
    const items = await itemsOf(table);
    expect(items.map(({ pk }) => pk?.S)).toEqual(["lineage#web-1", "lineage#web-1"]);
    expect(items.map(({ expires }) => Number(expires?.N)).sort()).toEqual(
      [hour, 3 * day].map((kept) => (monday + kept) / 1_000),
    );
  });

  it("of a dead letter expires after fourteen days", async () => {
    const { deadLetters: table } = await newTables();
    const letters = createDynamodbDeadLetters({ client, table, now: () => monday + 1 });
    await letters.put([{ id: "a", reason: "bad-json", bytes: new Uint8Array(1) }]);
    expect(tables.deadLetters.expires).toBe("expires");
    expect(await expiryOf(table)).toEqual([`${(monday + 14 * day) / 1_000 + 1}`]);
  });

  it("of a finding stays, and leaves the outbox when it is sent", async () => {
    const { findings: table } = await newTables();
    const findings = createDynamodbFindings({ client, table });
    await findings.put([found("f1")]);
    expect(Object.keys((await itemsOf(table))[0] ?? {}).sort()).toEqual(["body", "id", "place", "unsent"]);
    await findings.markSent(["f1"]);
    expect(Object.keys((await itemsOf(table))[0] ?? {}).sort()).toEqual(["body", "id", "place"]);
  });
});

const packet = (content: string, term: "brief" | "lasting" = "brief") => ({
  ...{ host: "web-1", id: content.slice(0, 20), term, content },
});

describe("lineage in DynamoDB", () => {
  /** A lineage whose writes take so long each, one after the other. */
  async function openSlow(...delays: Instant[]) {
    const { state: table } = await newTables();
    const clock = { now: monday };
    const send = async (command: object) => {
      if (command instanceof BatchWriteItemCommand) clock.now += delays.shift() ?? 0;
      return client.send(command as QueryCommand);
    };
    const slow = { send, config: client.config } as unknown as DynamoDBClient;
    const open = (of: DynamoDBClient) => createDynamodbLineage<string>({ client: of, table, now: () => clock.now });
    return { clock, lineage: open(slow), others: open(client) };
  }

  it("that was written slowly is written again, so that no reader has gone past it", async () => {
    const { clock, lineage, others } = await openSlow(20 * second, 20 * second);
    const writing = lineage.put([packet("bash")]);
    const { cursor } = await others.since("web-1", null);
    await writing;
    const first = await others.since("web-1", cursor);
    clock.now += 10 * second;
    expect((await others.since("web-1", first.cursor)).packets).toContainEqual(packet("bash"));
  });

  it("is no more than tried when the table is too slow each time: then the batch is tried again", async () => {
    const { lineage } = await openSlow(...Array.from({ length: 9 }, () => 11 * second));
    await expect(lineage.put([packet("bash")])).rejects.toThrow("takes packets within 10000 ms, was slower 3 times");
  });

  it("that was on its way during a look is seen at the next", async () => {
    const { clock, lineage, others } = await openSlow();
    const { cursor } = await others.since("web-1", null);
    await lineage.put([packet("bash")]);
    clock.now += 14 * second;
    const { packets, cursor: next } = await others.since("web-1", cursor);
    expect(packets).toEqual([packet("bash")]);
    expect((await others.since("web-1", next)).packets).toEqual([packet("bash")]);
  });

  it("of a flood is read back for some megabytes, the newest", async () => {
    const { clock, others } = await openSlow();
    for (let i = 0; i < 24; i += 1) {
      await others.put([{ ...packet(noiseText(300_000, i + 1)), id: `${i}` }]);
      clock.now += second;
    }
    const ids = (await others.since("web-1", null)).packets.map(({ id }) => Number(id));
    expect(ids.length).toBeGreaterThan(10);
    expect(ids).toEqual(Array.from({ length: ids.length }, (_, i) => 24 - ids.length + i));
  });
});

describe("an index that lags behind its table", () => {
  it("tells nothing again that was sent", async () => {
    const { findings: table } = await newTables();
    const findings = createDynamodbFindings({ client, table });
    await findings.put([found("f1"), found("f2"), found("f3")]);
    let page: unknown;
    const send = async (command: QueryCommand) => {
      if (!(command instanceof QueryCommand)) return client.send(command);
      page ??= await client.send(command);
      return page;
    };
    const lagging = createDynamodbFindings({ client: { send } as unknown as DynamoDBClient, table });
    expect(await lagging.unsent(10)).toHaveLength(3);
    await findings.markSent(["f2"]);
    expect((await lagging.unsent(10)).map(({ id }) => id)).toEqual(["f1", "f3"]);
  });
});

describe("a journal in DynamoDB", () => {
  it("shares its table with another of a different name", async () => {
    const { journal, settings } = await openJournal();
    const other = createDynamodbJournal<string, string>({ ...settings, name: "others" });
    await journal.append("ada", 0, "git");
    await other.append("ada", 0, "npm");
    expect((await journal.load("ada")).entries).toEqual(["git"]);
    expect((await other.load("ada")).entries).toEqual(["npm"]);
  });

  it("forgets what is past its time, though DynamoDB has not deleted it yet", async () => {
    const { journal, clock } = await openJournal();
    await journal.replace("ada", 0, "all");
    await journal.append("ada", 1, "git");
    clock.now += 3 * day;
    await journal.append("ada", 2, "npm");
    clock.now += 5 * day;
    expect(await journal.load("ada")).toEqual({ snapshot: null, entries: ["npm"], version: 3 });
  });

  it("goes on counting where everything has been forgotten", async () => {
    const { journal, clock } = await openJournal();
    await journal.append("ada", 0, "git");
    clock.now += 8 * day;
    expect(await journal.load("ada")).toEqual({ snapshot: null, entries: [], version: 1 });
    expect(await journal.append("ada", 1, "npm")).toBe("saved");
    expect(await journal.load("ada")).toEqual({ snapshot: null, entries: ["npm"], version: 2 });
  });

  it("throws what is no conflict", async () => {
    const settings = { client, table: "no-such-table", name: "words", now: () => 0, keep: day };
    const journal = createDynamodbJournal<string, string>(settings);
    await expect(journal.append("ada", 0, "git")).rejects.toThrow("resource not found");
    await expect(journal.load("ada")).rejects.toThrow("resource not found");
  });
});
