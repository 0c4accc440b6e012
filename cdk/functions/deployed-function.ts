import { fileURLToPath } from "node:url";
import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Architecture, type FunctionOptions, Runtime } from "aws-cdk-lib/aws-lambda";
import { NodejsFunction } from "aws-cdk-lib/aws-lambda-nodejs";
import { LogGroup, type RetentionDays } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import type { AlarmBell } from "../alarm-bell.js";
import { bundling } from "./bundling.js";
import type { ConfigurationLayer } from "./configuration-layer.js";

/** What every function shares with the others. */
export interface FunctionSurroundings {
  readonly configuration: ConfigurationLayer;
  readonly logRetentionDays: RetentionDays;
  readonly bell: AlarmBell;
}

export interface FunctionSettings extends Pick<FunctionOptions, "timeout" | "reservedConcurrentExecutions"> {
  readonly memoryMiB: number;
  readonly environment: Readonly<Record<string, string>>;
}

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * The function whose handler is `lambdas/<name>/index.ts`, as all of ours are: Node 24 on arm64, a role of its own
 * that may write to its own log and nothing else, and an alarm when it fails for three minutes in a row.
 *
 * Less is no reason to wake anybody: a batch that fails is tried again.
 */
export function deployedFunction(
  scope: Construct,
  name: "interpret" | "assess" | "notify" | "rollup",
  { memoryMiB, environment, ...settings }: FunctionSettings,
  { configuration, logRetentionDays, bell }: FunctionSurroundings,
): NodejsFunction {
  // The log holds counts and errors, never a command line; what must be kept is in the tables.
  const logGroup = new LogGroup(scope, "Log", { retention: logRetentionDays, removalPolicy: RemovalPolicy.DESTROY });
  // Without a role CDK makes one with an AWS managed policy, which may write to every log.
  const role = new Role(scope, "Role", { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
  logGroup.grantWrite(role);
  const deployed = new NodejsFunction(scope, "Function", {
    ...settings,
    entry: `${root}lambdas/${name}/index.ts`,
    projectRoot: root,
    depsLockFilePath: `${root}package-lock.json`,
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    bundling,
    memorySize: memoryMiB,
    environment: { ...environment, ...configuration.environment, NODE_OPTIONS: "--enable-source-maps" },
    layers: [...configuration.layers],
    awsSdkConnectionReuse: false, // a variable for the second version of the SDK, and we have the third
    role,
    logGroup,
  });
  bell.ringWhen(scope, "Failing", {
    metric: deployed.metricErrors({ period: Duration.minutes(1) }),
    atLeast: 1,
    periods: 3,
    because: `${name} has failed for three minutes: its log group ${logGroup.logGroupName} says why. Nothing is lost while the stream keeps it.`,
  });
  return deployed;
}

/** Rings when a function is more than a minute behind its stream: alerts should come within seconds. */
export const ringWhenBehind = (scope: Construct, deployed: NodejsFunction, what: string, bell: AlarmBell): void =>
  bell.ringWhen(scope, "Behind", {
    metric: deployed.metric("IteratorAge", { statistic: "max", period: Duration.minutes(1) }),
    atLeast: Duration.minutes(1).toMilliseconds(),
    periods: 5,
    because: `${what} has been more than a minute behind its stream for five minutes: give it more memory, more batches at a time, or the stream more shards.`,
  });
