import { describe, expect, it } from "vitest";
import { deployed, everythingSet, keyArn } from "./deployed.js";
import { only } from "./resources.js";

const usual = deployed();
const withOwnKey = deployed({ encryption: "own-key" });

describe.each(["Telemetry", "Observations"])("the stream of %s", (name) => {
  it("is encrypted and kept for seven days", () =>
    expect(only(usual, "AWS::Kinesis::Stream", name)).toMatchObject({
      RetentionPeriodHours: 7 * 24,
      StreamEncryption: { EncryptionType: "KMS", KeyId: "alias/aws/kinesis" },
    }));

  it("grows by itself", () =>
    expect(only(usual, "AWS::Kinesis::Stream", name)).toMatchObject({
      StreamModeDetails: { StreamMode: "ON_DEMAND" },
    }));

  it("has as many shards as are asked for", () => {
    const template = deployed({ streams: { mode: "provisioned", telemetryShards: 3, observationsShards: 3 } });
    expect(only(template, "AWS::Kinesis::Stream", name)).toMatchObject({
      StreamModeDetails: { StreamMode: "PROVISIONED" },
      ShardCount: 3,
    });
  });

  it("is encrypted with a key of your own when you ask for one", () =>
    expect(only(withOwnKey, "AWS::Kinesis::Stream", name)).toMatchObject({
      StreamEncryption: { KeyId: { "Fn::GetAtt": [expect.stringMatching(/^EncryptionKey/), "Arn"] } },
    }));
});

describe("the telemetry stream", () => {
  it("stays when the stack goes, and is read from its first record", () => {
    usual.hasResource("AWS::Kinesis::Stream", { DeletionPolicy: "Retain" });
    expect(only(usual, "AWS::Lambda::EventSourceMapping", "Interpret")).toMatchObject({
      StartingPosition: "TRIM_HORIZON",
    });
  });

  describe("that is there already", () => {
    const template = deployed({ telemetryStream: { arn: everythingSet.telemetryStream?.arn ?? "", keyArn } });

    it("is not made again", () => template.resourceCountIs("AWS::Kinesis::Stream", 1));

    it("is read from now on, not a week of the past", () =>
      expect(only(template, "AWS::Lambda::EventSourceMapping", "Interpret")).toMatchObject({
        EventSourceArn: everythingSet.telemetryStream?.arn,
        StartingPosition: "LATEST",
      }));

    it("is what the outputs name", () =>
      expect(template.findOutputs("TelemetryStreamName")).toMatchObject({
        TelemetryStreamName: { Value: "process-events" },
      }));
  });
});

describe("a key of your own", () => {
  it("is turned over every year, and stays with what it encrypts", () =>
    withOwnKey.hasResource("AWS::KMS::Key", {
      Properties: { EnableKeyRotation: true },
      DeletionPolicy: "Retain",
    }));

  it("is not made, nor paid for, unless asked for", () => usual.resourceCountIs("AWS::KMS::Key", 0));
});

describe("the outputs", () => {
  it("name the stream and the policy for what puts into it", () =>
    expect(Object.keys(usual.findOutputs("*")).sort()).toEqual([
      "ProducerPolicyArn",
      "SlackWebhookSecretArn",
      "StateTableName",
      "TelemetryStreamArn",
      "TelemetryStreamName",
    ]));

  // An account is twelve digits on their own; the hash of a bundle may hold twelve in a row.
  it("are known in every account and region", () =>
    expect(JSON.stringify(usual.toJSON())).not.toMatch(/(?<![0-9a-f])\d{12}(?![0-9a-f])|(?:us|eu)-\w+-\d/));
});
