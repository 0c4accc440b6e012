import type { Template } from "aws-cdk-lib/assertions";
import { describe, expect, it } from "vitest";
import { lineagePartitions } from "../../lib/tables.js";
import { deployed, everythingSet, keyArn } from "./deployed.js";
import { type Statement, statementsOf } from "./resources.js";

const usual = deployed();
const large = deployed(everythingSet);
const functions = ["Interpret", "Assess", "Rollup", "Notify"];

const may = (actions: readonly string[], ...resources: readonly string[]): Statement => ({ actions, resources });
const readStream = ["DescribeStream", "DescribeStreamSummary", "GetRecords", "GetShardIterator", "ListShards"];
const kinesis = readStream.map((action) => `kinesis:${action}`);
const log = (name: string) => may(["logs:CreateLogStream", "logs:PutLogEvents"], `${name}Log.Arn`);
const queue = may(["sqs:SendMessage", "sqs:GetQueueAttributes", "sqs:GetQueueUrl"], "FailedBatchesQueue.Arn");
const setAside = may(["dynamodb:BatchWriteItem"], "DeadLettersTable.Arn");

const policiesOf = (template: Template) => [
  ...Object.values(template.findResources("AWS::IAM::Policy")),
  ...Object.values(template.findResources("AWS::IAM::ManagedPolicy")),
];

/** The same statements in any order of theirs, of actions and of resources. */
const unordered = (statements: readonly Statement[]) =>
  statements
    .map(({ actions, resources, partitions = [] }) =>
      [[...actions].sort().join(" "), [...resources].sort().join(" "), ...partitions].join(" on "),
    )
    .sort();

describe("interpret", () => {
  it("may read telemetry, put observations, trace processes and set aside what it cannot read, and nothing else", () =>
    expect(unordered(statementsOf(usual, "Interpret"))).toEqual(
      unordered([
        may(kinesis, "TelemetryStream.Arn"),
        may(["kinesis:PutRecords"], "ObservationsStream.Arn"),
        { ...may(["dynamodb:BatchWriteItem", "dynamodb:Query"], "StateTable.Arn"), partitions: ["lineage#*"] },
        setAside,
        queue,
        log("Interpret"),
      ]),
    ));
});

describe("assess", () => {
  it("may read observations, remember, put findings and set aside what it cannot read, and nothing else", () =>
    expect(unordered(statementsOf(usual, "Assess"))).toEqual(
      unordered([
        may(kinesis, "ObservationsStream.Arn"),
        may(["dynamodb:BatchWriteItem", "dynamodb:PutItem", "dynamodb:Query"], "StateTable.Arn"),
        may(["dynamodb:PutItem"], "FindingsTable.Arn"),
        setAside,
        queue,
        log("Assess"),
      ]),
    ));
});

describe("rollup", () => {
  it("may read and add to the state table, and nothing else", () =>
    expect(unordered(statementsOf(usual, "Rollup"))).toEqual(
      unordered([may(["dynamodb:PutItem", "dynamodb:Query"], "StateTable.Arn"), log("Rollup")]),
    ));
});

describe("notify", () => {
  it("may read what was not told, mark it as told and fetch the webhook, and nothing else", () =>
    expect(unordered(statementsOf(usual, "Notify"))).toEqual(
      unordered([
        may(["dynamodb:BatchGetItem", "dynamodb:UpdateItem"], "FindingsTable.Arn"),
        may(["dynamodb:Query"], "FindingsTable.Arn/index/unsent"),
        may(
          ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams"],
          "FindingsTable.StreamArn",
        ),
        may(["secretsmanager:GetSecretValue"], "SlackWebhookSecret"),
        log("Notify"),
      ]),
    ));
});

describe("no function", () => {
  const tablesOf = (name: string) =>
    new Set(
      statementsOf(usual, name)
        .flatMap(({ resources }) => resources)
        .flatMap((resource) => /^(\w+)Table\./.exec(resource)?.[1] ?? []),
    );

  it("may touch another's table", () => {
    expect(tablesOf("Interpret")).toEqual(new Set(["State", "DeadLetters"]));
    expect(tablesOf("Assess")).toEqual(new Set(["State", "Findings", "DeadLetters"]));
    expect(tablesOf("Rollup")).toEqual(new Set(["State"]));
    expect(tablesOf("Notify")).toEqual(new Set(["Findings"]));
  });

  it("but assess and rollup may see a memory", () => {
    const widely = (name: string) =>
      statementsOf(usual, name).some(
        ({ resources, partitions }) => resources.includes("StateTable.Arn") && partitions === undefined,
      );
    expect(functions.filter(widely)).toEqual(["Assess", "Rollup"]);
  });

  it("may read a dead letter", () => {
    for (const name of functions)
      for (const { actions, resources } of statementsOf(usual, name))
        if (resources.includes("DeadLettersTable.Arn")) expect(actions).toEqual(["dynamodb:BatchWriteItem"]);
  });

  it("but notify may read a secret", () => {
    for (const name of ["Interpret", "Assess", "Rollup"])
      expect(JSON.stringify(statementsOf(large, name))).not.toContain("secretsmanager");
  });

  it("runs under a policy that AWS wrote for everybody", () => {
    for (const { Properties } of Object.values(usual.findResources("AWS::IAM::Role")))
      expect(Properties).not.toHaveProperty("ManagedPolicyArns");
  });
});

describe.each([
  ["by default", usual],
  ["with everything set", large],
])("%s", (_how, template) => {
  it("no policy has a star in its actions or resources: each service here allows narrower", () => {
    expect(policiesOf(template).length).toBeGreaterThan(functions.length);
    const statements = policiesOf(template).flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
    for (const { Action, Resource } of statements) expect(JSON.stringify([Action, Resource])).not.toContain("*");
  });

  it("the one star in a condition narrows interpret to the partitions of hosts", () => {
    const stars = JSON.stringify(policiesOf(template)).match(/[^"]*\*[^"]*/g);
    expect(stars).toEqual([`${lineagePartitions}*`]);
  });

  it("a producer may put records and not read them", () => {
    const [policy] = Object.values(template.findResources("AWS::IAM::ManagedPolicy"));
    expect(policy?.Properties.PolicyDocument.Statement[0]).toMatchObject({
      Action: ["kinesis:DescribeStreamSummary", "kinesis:ListShards", "kinesis:PutRecord", "kinesis:PutRecords"],
    });
  });
});

describe("a secret that is there already", () => {
  const webhook = ({ id }: { readonly id: string }) =>
    statementsOf(deployed({ slackWebhookSecret: { id } }), "Notify").find(({ actions }) =>
      actions.includes("secretsmanager:GetSecretValue"),
    )?.resources;

  it("is the only one that notify may read, named by its ARN", () => {
    const id = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:baseliner/slack-webhook-a1B2c3";
    expect(webhook({ id })).toEqual([id]);
  });

  it("is the only one that notify may read, named by its name", () =>
    expect(webhook({ id: "baseliner/slack-webhook" })).toEqual([
      expect.stringMatching(/:secret:baseliner\/slack-webhook-\?{6}$/),
    ]));
});

describe("a key of your own", () => {
  it.each(functions)("may be used by %s, which could read nothing without it", (name) =>
    expect(statementsOf(large, name).some(({ resources }) => resources.includes("EncryptionKey.Arn"))).toBe(true),
  );

  it("may be used on the way through a service only", () => {
    const statements = policiesOf(large).flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
    const onKeys = statements.filter(({ Action }) => JSON.stringify(Action).includes("kms:"));
    expect(onKeys.length).toBeGreaterThan(functions.length);
    for (const { Condition } of onKeys) expect(Condition).toHaveProperty(["StringEquals", "kms:ViaService"]);
  });

  it("of a stream that is there already may be used by interpret, to read", () =>
    expect(statementsOf(large, "Interpret")).toContainEqual(may(["kms:Decrypt", "kms:DescribeKey"], keyArn)));
});
