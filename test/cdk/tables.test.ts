import { describe, expect, it } from "vitest";
import { tables } from "../../lib/tables.js";
import { deployed } from "./deployed.js";
import { only } from "./resources.js";

const usual = deployed();
const withOwnKey = deployed({ encryption: "own-key" });
const all = [
  ["State", tables.state],
  ["Findings", tables.findings],
  ["DeadLetters", tables.deadLetters],
] as const;

describe.each(all)("the table of %s", (name, definition) => {
  const table = only(usual, "AWS::DynamoDB::Table", name);

  it("is encrypted with a key that the account can see", () =>
    expect(table).toMatchObject({ SSESpecification: { SSEEnabled: true } }));

  it("can be brought back to any second of the last weeks", () =>
    expect(table).toMatchObject({ PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } }));

  it("is not deleted by a slip of the hand", () => expect(table).toMatchObject({ DeletionProtectionEnabled: true }));

  it("has the keys that the adapters write", () =>
    expect(table.KeySchema).toEqual([
      { AttributeName: definition.partitionKey, KeyType: "HASH" },
      ...(definition.sortKey === null ? [] : [{ AttributeName: definition.sortKey, KeyType: "RANGE" }]),
    ]));

  it("forgets what is past its time, if anything is", () =>
    expect(table.TimeToLiveSpecification).toEqual(
      definition.expires === null ? undefined : { AttributeName: definition.expires, Enabled: true },
    ));

  it("is paid by request", () => expect(table).toMatchObject({ BillingMode: "PAY_PER_REQUEST" }));

  it("is encrypted with a key of your own when you ask for one", () =>
    expect(only(withOwnKey, "AWS::DynamoDB::Table", name)).toMatchObject({
      SSESpecification: { SSEType: "KMS", KMSMasterKeyId: expect.anything() },
    }));
});

describe("every table", () => {
  it("stays when the stack goes", () =>
    usual.allResources("AWS::DynamoDB::Table", { DeletionPolicy: "Retain", UpdateReplacePolicy: "Retain" }));
});

describe("the table of findings", () => {
  const table = only(usual, "AWS::DynamoDB::Table", "Findings");

  it("tells of new findings without their text", () =>
    expect(table).toMatchObject({ StreamSpecification: { StreamViewType: tables.findings.stream } }));

  it("has an index of what nobody has been told", () =>
    expect(table.GlobalSecondaryIndexes).toMatchObject([
      {
        IndexName: tables.findings.index?.name,
        KeySchema: [{ AttributeName: tables.findings.index?.partitionKey }, { AttributeName: "place" }],
      },
    ]));
});
