import { type DynamoDBClient, QueryCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import { describe, expect, it } from "vitest";
import { createDynamodbContributions } from "../../../lib/adapters/dynamodb/contributions.js";
import { createDynamodbDeadLetters } from "../../../lib/adapters/dynamodb/dead-letters.js";
import { createDynamodbFindings } from "../../../lib/adapters/dynamodb/findings.js";
import { createDynamodbJournal } from "../../../lib/adapters/dynamodb/journal.js";
import type { Instant } from "../../../lib/domain/units.js";
import { day } from "../../../lib/domain/units.js";
import { tables } from "../../../lib/tables.js";
import { startEmbedded } from "../../contracts/embedded.js";
import { found } from "../../contracts/finding.js";
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
