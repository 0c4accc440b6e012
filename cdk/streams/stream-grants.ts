import { type IGrantable, PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { IStream } from "aws-cdk-lib/aws-kinesis";
import { decryptStatement, encryptStatement } from "../encryption-key.js";

/** What an event source mapping asks of a stream in the function's name; `stream.grantRead` gives more. */
export function grantMapping(stream: IStream, grantee: IGrantable): void {
  const actions = ["DescribeStream", "DescribeStreamSummary", "GetRecords", "GetShardIterator", "ListShards"];
  grant(stream, grantee, actions);
  if (stream.encryptionKey)
    grantee.grantPrincipal.addToPrincipalPolicy(decryptStatement(stream.encryptionKey, "kinesis"));
}

/** Puts records, and nothing else. */
export function grantPutRecords(stream: IStream, grantee: IGrantable): void {
  grant(stream, grantee, ["PutRecords"]);
  if (stream.encryptionKey)
    grantee.grantPrincipal.addToPrincipalPolicy(encryptStatement(stream.encryptionKey, "kinesis"));
}

const grant = (stream: IStream, grantee: IGrantable, actions: readonly string[]) =>
  grantee.grantPrincipal.addToPrincipalPolicy(
    new PolicyStatement({ actions: actions.map((action) => `kinesis:${action}`), resources: [stream.streamArn] }),
  );
