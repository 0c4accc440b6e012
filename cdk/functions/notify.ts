import { Duration } from "aws-cdk-lib";
import { Rule, Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import { type Function as DeployedLambda, FilterCriteria, FilterRule, StartingPosition } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import type { Infrastructure } from "../../lib/config-infrastructure.js";
import { environment } from "../../lib/environment.js";
import type { SlackWebhook } from "../slack-webhook.js";
import type { FindingsTable } from "../tables/findings-table.js";
import { deployedFunction, type FunctionSurroundings } from "./deployed-function.js";

interface Neighbours {
  readonly findings: FindingsTable;
  readonly webhook: SlackWebhook;
}

/**
 * Findings to Slack. May read what was not told, mark it as told, and fetch the webhook.
 *
 * Two of it at once would tell the same finding twice, so it runs alone: woken by new findings, and every minute by the
 * clock, which is what makes sure. That is why a wake-up that fails is soon given up, and needs no queue.
 */
export class Notify extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { findings, webhook }: Neighbours,
    { memoryMiB, alone }: Infrastructure["notify"],
    surroundings: FunctionSurroundings,
  ) {
    super(scope, id);
    const variables = {
      [environment.findingsTable]: findings.table.tableName,
      [environment.slackWebhookSecretArn]: webhook.arn,
    };
    // Long enough for a Slack that asks to wait; nothing else waits for it.
    const size = { memoryMiB, timeout: Duration.minutes(2), environment: variables };
    const settings = alone ? { ...size, reservedConcurrentExecutions: 1 } : size;
    const notify = deployedFunction(this, "notify", settings, surroundings);
    findings.grantTell(notify);
    webhook.grantFetch(notify);
    this.wakeOnFindings(notify, findings);
    this.sweepEveryMinute(notify);
  }

  private wakeOnFindings(notify: DeployedLambda, findings: FindingsTable): void {
    notify.addEventSourceMapping("NewFindings", {
      eventSourceArn: findings.streamArn,
      startingPosition: StartingPosition.LATEST,
      // A finding that is marked as sent changes too, and must not wake whoever marked it.
      filters: [FilterCriteria.filter({ eventName: FilterRule.isEqual("INSERT") })],
      batchSize: 100,
      maxBatchingWindow: Duration.seconds(1),
      retryAttempts: 1,
      maxRecordAge: Duration.minutes(1),
    });
  }

  private sweepEveryMinute(notify: DeployedLambda): void {
    notify.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.minutes(1) }); // the next minute comes anyway
    new Rule(this, "EveryMinute", {
      description: "Baseliner: tells what nobody has been told yet",
      schedule: Schedule.rate(Duration.minutes(1)),
      targets: [new LambdaFunction(notify)],
    });
  }
}
