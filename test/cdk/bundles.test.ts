/// <reference path="../../lib/adapters/local/emulator-packages.d.ts" />
import { DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTables } from "../../lib/adapters/dynamodb/create-tables.js";
import { createKinesisClient } from "../../lib/adapters/kinesis.js";
import { startEmulators } from "../../lib/adapters/local/emulators.js";
import { eventOf, toEventRecord } from "../../lib/adapters/local/kinesis-event.js";
import { createShardReader, describeStream } from "../../lib/adapters/local/shard-reader.js";
import { environment } from "../../lib/environment.js";
import { unpackObservations } from "../../lib/flows/packing.js";
import { startStubSlack } from "../adapters/stub-slack.js";
import { invoke, type Outcome } from "./invoke.js";
import { startStubSecrets } from "./stub-secrets.js";
import { type Synthesised, synthesise } from "./synthesised.js";

const destroyed = {
  id: "e1",
  time: "2026-03-20T10:00:00Z",
  user: "ada.l",
  agent: "claude-code",
  session: "s1",
  host: "web-1.example.com",
  pid: 4711,
  ppid: 4700,
  command: "terraform destroy -auto-approve",
};
/** What started it, and comes later. */
const shell = { ...destroyed, id: "e0", time: "2026-03-20T09:59:59Z", pid: 4700, ppid: 1, command: "bash deploy.sh" };
const arn = "arn:aws:kinesis:us-east-1:000000000000:stream/telemetry";
/** Telemetry as Lambda hands it over. */
const telemetry = (...texts: readonly string[]) =>
  eventOf(
    texts.map((text, index) =>
      toEventRecord({ SequenceNumber: `4950${index}`, PartitionKey: "any", Data: Buffer.from(text) }, "shardId-0", arn),
    ),
  );
/** One record that can be read and one that cannot. */
const first = telemetry(JSON.stringify(destroyed), "no telemetry");

let synthesised: Synthesised;
const closing: (() => unknown)[] = [];
afterAll(async () => {
  for (const close of closing.reverse()) await close();
});

/** Everything in one journey: what one deployed function leaves behind is what the next one is handed. */
async function journey() {
  synthesised = await synthesise({ identities: { aliases: { "ada.l": "ada" } } });
  closing.push(synthesised.remove);
  const [interpret, assess, rollup, notify] = ["Interpret", "Assess", "Rollup", "Notify"].map(synthesised.bundle);
  if (!interpret || !assess || !rollup || !notify) throw new Error("journey requires four bundles");
  const stream = interpret.variables[environment.observationsStream] ?? "";
  const tables = {
    state: assess.variables[environment.stateTable] ?? "",
    findings: assess.variables[environment.findingsTable] ?? "",
    deadLetters: assess.variables[environment.deadLettersTable] ?? "",
  };

  const emulators = await startEmulators({ [stream]: 1 });
  const dynamodb = new DynamoDBClient({
    endpoint: emulators.dynamodb,
    region: "us-east-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  const kinesis = createKinesisClient({ endpoint: emulators.kinesis });
  const slack = await startStubSlack();
  const secrets = await startStubSecrets(null, slack.url);
  closing.push(
    emulators.stop,
    () => dynamodb.destroy(),
    () => kinesis.destroy(),
    slack.close,
    secrets.close,
  );
  await createTables(dynamodb, tables);
  const itemsOf = async (TableName: string) => (await dynamodb.send(new ScanCommand({ TableName }))).Items ?? [];
  const endpoints = {
    AWS_ENDPOINT_URL_KINESIS: emulators.kinesis,
    AWS_ENDPOINT_URL_DYNAMODB: emulators.dynamodb,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.url,
  };

  const interpreted = [
    ...(await invoke(interpret, endpoints, first)),
    ...(await invoke(interpret, endpoints, telemetry(JSON.stringify(shell)))),
  ];
  const lineage = await itemsOf(tables.state);
  const { arn: streamArn, shardIds } = await describeStream(kinesis, stream);
  const [shardId = ""] = shardIds;
  const { records } = await createShardReader(kinesis, stream, shardId, undefined)();
  const deadLetters = await itemsOf(tables.deadLetters);

  const observations = eventOf(records.map((record) => toEventRecord(record, shardId, streamArn)));
  const assessed = await invoke(assess, endpoints, observations, observations);
  const findings = await itemsOf(tables.findings);
  const rolledUp = await invoke(rollup, endpoints, {});
  const notified = await invoke(notify, endpoints, {}, {});
  // The tally of what a channel was told stands beside the findings.
  const told = (await itemsOf(tables.findings)).filter(({ id }) => !id?.S?.includes("#"));
  const messages = slack.messages;
  return { interpreted, lineage, records, deadLetters, assessed, findings, rolledUp, notified, told, messages };
}

const well: Outcome = { answer: { batchItemFailures: [] } };

describe("the bundles that `npx cdk synth` makes, without an account and a network", () => {
  let seen: Awaited<ReturnType<typeof journey>>;
  beforeAll(async () => {
    seen = await journey();
  }, 180_000);

  it("interpret puts an observation into the stream, of the identity that the deployed configuration names", () => {
    expect(seen.interpreted).toEqual([well, well]);
    const [record] = seen.records.map(({ Data = new Uint8Array() }) => unpackObservations(Data));
    expect(record).toMatchObject({
      ok: true,
      value: [{ identity: "ada", agent: "claude-code", event: { id: "e1" }, sighting: { revision: 0 } }],
    });
  });

  it("interpret says it again in another process when that has read what started it", () => {
    expect(new Set(seen.lineage.map(({ pk }) => pk?.S))).toEqual(new Set(["lineage#web-1.example.com"]));
    const [, again] = seen.records.map(({ Data = new Uint8Array() }) => unpackObservations(Data));
    expect(again).toMatchObject({ ok: true, value: [{ event: { id: "e1" } }, { event: { id: "e0" } }] });
    const [{ sighting } = { sighting: null }] = again?.ok ? again.value : [];
    expect(sighting).toMatchObject({ line: [expect.any(String), expect.any(String)], withdrawn: false });
  });

  it("interpret sets aside what it cannot read", () => expect(seen.deadLetters).toHaveLength(1));

  it("assess puts a finding into its table, once for two deliveries", () => {
    expect(seen.assessed).toEqual([well, well]);
    expect(seen.findings).toMatchObject([{ unsent: { S: "unsent" } }]);
  });

  it("rollup runs", () => expect(seen.rolledUp).toEqual([{ answer: null }]));

  it("notify says what is missing while the secret is empty, and asks for it again at the next invocation", () =>
    expect(seen.notified).toEqual([
      {
        error: expect.stringMatching(
          /^AggregateError: 1 incident did not arrive.*SlackWebhook\w+ holds no Slack webhook; put the URL/,
        ),
      },
      { answer: null },
    ]));

  it("notify tells Slack and marks what it has told", () => {
    expect(seen.messages).toEqual([expect.stringContaining("terraform destroy -auto-approve")]);
    expect(seen.told).toHaveLength(1);
    expect(seen.told[0]).not.toHaveProperty("unsent");
  });
});
