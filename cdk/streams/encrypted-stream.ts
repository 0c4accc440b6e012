import { Duration, type RemovalPolicy, Validations } from "aws-cdk-lib";
import { Stream, StreamEncryption, StreamMode } from "aws-cdk-lib/aws-kinesis";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";

/** How large a stream is: `on-demand` grows by itself, `provisioned` has so many shards. */
export interface StreamSize {
  readonly mode: "on-demand" | "provisioned";
  readonly shards: number;
}

/** Long enough to mend over a holiday what failed, and to replay the week. */
const kept = Duration.days(7);

/** A stream as all of ours are: encrypted, and kept for seven days. */
export function encryptedStream(
  scope: Construct,
  { mode, shards }: StreamSize,
  key: IKey | undefined,
  removalPolicy: RemovalPolicy,
): Stream {
  const stream = new Stream(scope, "Stream", {
    retentionPeriod: kept,
    removalPolicy,
    ...(mode === "on-demand"
      ? { streamMode: StreamMode.ON_DEMAND }
      : { streamMode: StreamMode.PROVISIONED, shardCount: shards }),
    ...(key === undefined
      ? { encryption: StreamEncryption.MANAGED }
      : { encryption: StreamEncryption.KMS, encryptionKey: key }),
  });
  if (key !== undefined) {
    Validations.of(stream).acknowledge({
      id: "AwsSolutions-KDS3",
      reason:
        "The configuration asks for a key of its own, which decides who may read; AWS's key would be open to the account.",
    });
  }
  return stream;
}
