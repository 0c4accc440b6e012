import { describe, expect, it } from "vitest";
import { createDynamodbContributions } from "../../../lib/adapters/dynamodb/contributions.js";
import { createDynamodbDeadLetters } from "../../../lib/adapters/dynamodb/dead-letters.js";
import { createDynamodbFindings } from "../../../lib/adapters/dynamodb/findings.js";
import { createDynamodbJournal } from "../../../lib/adapters/dynamodb/journal.js";
import { meter } from "../../../lib/adapters/dynamodb/meter.js";
import { startEmbedded } from "../../contracts/embedded.js";
import { found } from "../../contracts/finding.js";
import { noise } from "../../contracts/noise.js";

const { client, newTables } = await startEmbedded();
const names = await newTables();
const units = meter(client);
const common = { client, now: () => 0, keep: 1_000 };
const journal = createDynamodbJournal<unknown, unknown>({ ...common, table: names.state, name: "memory" });
const contributions = createDynamodbContributions<unknown>({ ...common, table: names.state });
const findings = createDynamodbFindings({ client, table: names.findings });
const letters = createDynamodbDeadLetters({ ...common, table: names.deadLetters });

/** What an act costs; the embedded DynamoDB leaves out the index of unsent findings: one more for each put and mark. */
async function priceOf(act: () => Promise<unknown>): Promise<{ readonly write: number; readonly read: number }> {
  const before = units();
  await act();
  return { write: units().write - before.write, read: units().read - before.read };
}

/** Counts under short names until the JSON has so many characters; it shrinks to a quarter, as true memories do. */
function counts(characters: number): unknown {
  const rows: unknown[] = [];
  const chance = noise(characters);
  for (let i = 0; JSON.stringify(rows).length < characters; i += 4) {
    const [program = 0, verb = 0, flag = 0, count = 0] = chance.subarray(i, i + 4);
    rows.push([`program-${program % 32}/verb-${verb}/flag-${flag}`, { n: [2_930 + (count % 8), count * program] }]);
  }
  return rows;
}

describe("the price in DynamoDB", () => {
  it("of an entry is one write unit, also when its JSON is somewhat longer than a kilobyte", async () => {
    expect(await priceOf(() => journal.append("ada", 0, counts(700)))).toEqual({ write: 1, read: 0 });
    expect(await priceOf(() => journal.append("ada", 1, counts(2_500)))).toEqual({ write: 1, read: 0 });
  });

  it("of a memory of 10 KB is three write units, a third of what its text would cost", async () =>
    expect(await priceOf(() => journal.replace("grace", 0, counts(10_000)))).toEqual({ write: 3, read: 0 }));

  it("of a load is one read unit for each started 4 KB", async () => {
    await journal.replace("linus", 0, counts(10_000));
    expect(await priceOf(() => journal.load("linus"))).toEqual({ write: 0, read: 1 });
    for (const version of [1, 2, 3, 4, 5, 6]) await journal.append("linus", version, counts(2_500));
    expect(await priceOf(() => journal.load("linus"))).toEqual({ write: 0, read: 2 });
  });

  it("of a contribution is one write unit up to a kilobyte", async () => {
    const some = [1, 2, 3].map((i) => ({ hour: 1, id: `ada:${i}`, lesson: counts(600) }));
    expect(await priceOf(() => contributions.put(some))).toEqual({ write: 3, read: 0 });
  });

  it("of a finding is one write unit to put and one to mark", async () => {
    expect(await priceOf(() => findings.put([found("f1")]))).toEqual({ write: 1, read: 0 });
    expect(await priceOf(() => findings.unsent(10))).toEqual({ write: 0, read: 1.5 });
    expect(await priceOf(() => findings.markSent(["f1"]))).toEqual({ write: 1, read: 0 });
  });

  it("of a dead letter is one write unit for a line, and 351 for the largest", async () => {
    const line = { id: "line", reason: "bad-json", bytes: noise(600) };
    expect(await priceOf(() => letters.put([line]))).toEqual({ write: 1, read: 0 });
    const largest = { id: "large", reason: "bad-json", bytes: noise(1_000_000) };
    expect(await priceOf(() => letters.put([largest]))).toEqual({ write: 351, read: 0 });
  });
});
