import { Aws, RemovalPolicy } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { type IKey, Key } from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";

/**
 * A key of your own for the streams and the tables: who may use it is then your decision, and written to CloudTrail.
 *
 * It is retained with the tables, which nobody could read without it.
 */
export class EncryptionKey extends Construct {
  readonly key: Key;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.key = new Key(this, "Key", {
      description: "Baseliner: process telemetry, baselines and findings",
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}

/** May read what a key encrypts, but only on the way through these services. */
export const decryptStatement = (key: IKey, ...services: readonly string[]): PolicyStatement =>
  statement(["kms:Decrypt", "kms:DescribeKey"], key, services);

/** May read and write what a key encrypts; the actions are what DynamoDB and Kinesis ask for on the caller's behalf. */
export const encryptStatement = (key: IKey, ...services: readonly string[]): PolicyStatement =>
  statement(
    [
      ...["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:ReEncryptFrom", "kms:ReEncryptTo"],
      ...["kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext"],
    ],
    key,
    services,
  );

const statement = (actions: string[], key: IKey, services: readonly string[]) =>
  new PolicyStatement({
    actions,
    resources: [key.keyArn],
    conditions: {
      StringEquals: { "kms:ViaService": services.map((service) => `${service}.${Aws.REGION}.amazonaws.com`) },
    },
  });
