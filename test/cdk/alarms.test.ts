import { describe, expect, it } from "vitest";
import { deployed, everythingSet } from "./deployed.js";
import { only } from "./resources.js";

const usual = deployed();
const withEmail = deployed({ alarmEmail: "security@example.com" });

describe("an alarm", () => {
  it.each(["Interpret", "Assess"])("rings when %s is a minute behind its stream for five minutes", (name) =>
    expect(only(usual, "AWS::CloudWatch::Alarm", `${name}Behind`)).toMatchObject({
      MetricName: "IteratorAge",
      Statistic: "Maximum",
      Threshold: 60_000,
      Period: 60,
      EvaluationPeriods: 5,
    }),
  );

  it.each(["Interpret", "Assess", "Notify"])("rings when %s fails for three minutes in a row", (name) =>
    expect(only(usual, "AWS::CloudWatch::Alarm", `${name}Failing`)).toMatchObject({
      MetricName: "Errors",
      Threshold: 1,
      Period: 60,
      EvaluationPeriods: 3,
    }),
  );

  it("rings when a record could not be read", () =>
    expect(only(usual, "AWS::CloudWatch::Alarm", "DeadLetters")).toMatchObject({
      MetricName: "ConsumedWriteCapacityUnits",
      Dimensions: [{ Name: "TableName", Value: { Ref: expect.stringMatching(/^DeadLettersTable/) } }],
      Threshold: 1,
    }));

  it("rings when a batch was given up", () =>
    expect(only(usual, "AWS::CloudWatch::Alarm", "FailedBatches")).toMatchObject({
      MetricName: "ApproximateNumberOfMessagesVisible",
      Threshold: 1,
    }));

  it("does not ring because nothing happens", () =>
    usual.allResourcesProperties("AWS::CloudWatch::Alarm", { TreatMissingData: "notBreaching" }));

  it("says what has happened", () => {
    for (const { Properties } of Object.values(usual.findResources("AWS::CloudWatch::Alarm")))
      expect(Properties.AlarmDescription).toBeTruthy();
  });
});

describe("the alarms", () => {
  it("ring in the console only, unless there is an address", () => {
    usual.resourceCountIs("AWS::SNS::Topic", 0);
    for (const { Properties } of Object.values(usual.findResources("AWS::CloudWatch::Alarm")))
      expect(Properties).not.toHaveProperty("AlarmActions");
  });

  it("are sent to your address, every one of them", () => {
    expect(only(withEmail, "AWS::SNS::Subscription")).toMatchObject({
      Protocol: "email",
      Endpoint: everythingSet.alarmEmail,
    });
    for (const { Properties } of Object.values(withEmail.findResources("AWS::CloudWatch::Alarm")))
      expect(Properties.AlarmActions).toEqual([{ Ref: expect.stringMatching(/^AlarmBellTopic/) }]);
  });
});
