import { RemovalPolicy } from "aws-cdk-lib";
import { ManagedPolicy, PolicyStatement } from "aws-cdk-lib/aws-iam";
import { type IStream, Stream } from "aws-cdk-lib/aws-kinesis";
import { type IKey, Key } from "aws-cdk-lib/aws-kms";
import { StartingPosition } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import type { Infrastructure } from "../../lib/config-infrastructure.js";
import { encryptStatement } from "../encryption-key.js";
import { encryptedStream } from "./encrypted-stream.js";

/** Where the sensors put their telemetry: a stream of ours, or one that is there already. */
export class TelemetryStream extends Construct {
  readonly stream: IStream;
  /** A stream of ours is read from its first record; of yours, which may hold a week of the past, only what is new. */
  readonly startAt: StartingPosition;
  /** Attach it to the role or user that a sensor runs under. */
  readonly producerPolicy: ManagedPolicy;

  constructor(scope: Construct, id: string, { telemetryStream, streams }: Infrastructure, key: IKey | undefined) {
    super(scope, id);
    if (telemetryStream === undefined) {
      const size = { mode: streams.mode, shards: streams.telemetryShards };
      this.stream = encryptedStream(this, size, key, RemovalPolicy.RETAIN);
      this.startAt = StartingPosition.TRIM_HORIZON;
    } else {
      this.stream = this.imported(telemetryStream);
      this.startAt = StartingPosition.LATEST;
    }
    this.producerPolicy = this.policyForProducers();
  }

  private imported({ arn, keyArn }: NonNullable<Infrastructure["telemetryStream"]>): IStream {
    const key = keyArn === undefined ? {} : { encryptionKey: Key.fromKeyArn(this, "ImportedKey", keyArn) };
    return Stream.fromStreamAttributes(this, "Imported", { streamArn: arn, ...key });
  }

  /** Putting, and the look at the shards that KPL and some agents take first; never reading. */
  private policyForProducers(): ManagedPolicy {
    const actions = ["kinesis:DescribeStreamSummary", "kinesis:ListShards", "kinesis:PutRecord", "kinesis:PutRecords"];
    const statements = [new PolicyStatement({ actions, resources: [this.stream.streamArn] })];
    if (this.stream.encryptionKey) statements.push(encryptStatement(this.stream.encryptionKey, "kinesis"));
    return new ManagedPolicy(this, "ProducerPolicy", {
      description: "Baseliner: may put process telemetry into its stream, and not read it",
      statements,
    });
  }
}
