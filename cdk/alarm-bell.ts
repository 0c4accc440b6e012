import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { Construct } from "constructs";

/** When an alarm rings: a metric that is at least so much for so many periods in a row. */
export interface AlarmWhen {
  readonly metric: IMetric;
  readonly atLeast: number;
  readonly periods: number;
  /** What has happened and what to look at: it is the text of the e-mail. */
  readonly because: string;
}

/** Where the alarms ring: an e-mail address, or without one only the CloudWatch console. */
export class AlarmBell extends Construct {
  private readonly topic: Topic | undefined;

  constructor(scope: Construct, id: string, email: string | undefined) {
    super(scope, id);
    if (email === undefined) return;
    this.topic = new Topic(this, "Topic", { displayName: "Baseliner alarms", enforceSSL: true });
    this.topic.addSubscription(new EmailSubscription(email));
  }

  /** Puts an alarm beside the thing it watches. No measurement is no alarm: a quiet stream is not a broken one. */
  ringWhen(scope: Construct, id: string, { metric, atLeast, periods, because }: AlarmWhen): void {
    const alarm = new Alarm(scope, id, {
      metric,
      threshold: atLeast,
      evaluationPeriods: periods,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: because,
    });
    if (this.topic !== undefined) alarm.addAlarmAction(new SnsAction(this.topic));
  }
}
