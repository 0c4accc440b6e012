import { RemovalPolicy } from "aws-cdk-lib";
import type { Stream } from "aws-cdk-lib/aws-kinesis";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";
import type { Infrastructure } from "../../lib/config-infrastructure.js";
import { encryptedStream } from "./encrypted-stream.js";

/**
 * Observations in one order for each identity; interpret fills it and assess reads it.
 *
 * It goes with the stack: everything in it can be interpreted again from the telemetry.
 */
export class ObservationsStream extends Construct {
  readonly stream: Stream;

  constructor(scope: Construct, id: string, { streams }: Infrastructure, key: IKey | undefined) {
    super(scope, id);
    const size = { mode: streams.mode, shards: streams.observationsShards };
    this.stream = encryptedStream(this, size, key, RemovalPolicy.DESTROY);
  }
}
