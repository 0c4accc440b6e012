import { describe, expect, it } from "vitest";
import { environment } from "../../lib/environment.js";
import { deployed, everythingSet } from "./deployed.js";
import { only } from "./resources.js";

const usual = deployed();
const large = deployed(everythingSet);

describe.each(["Interpret", "Assess", "Notify"])("%s", (name) => {
  it("runs on Node 24 and arm64", () =>
    expect(only(usual, "AWS::Lambda::Function", name)).toMatchObject({
      Runtime: "nodejs24.x",
      Architectures: ["arm64"],
    }));

  it("has a log of its own that is kept for a month, or as long as you say", () => {
    expect(only(usual, "AWS::Logs::LogGroup", name)).toMatchObject({ RetentionInDays: 30 });
    expect(only(large, "AWS::Logs::LogGroup", name)).toMatchObject({ RetentionInDays: 90 });
  });

  it("has as much memory as you say", () =>
    expect(only(large, "AWS::Lambda::Function", name)).toMatchObject({ MemorySize: name === "Notify" ? 512 : 2048 }));

  it("has no configuration but the defaults when there is no file", () => {
    const { Layers, Environment } = only(usual, "AWS::Lambda::Function", name);
    expect(Layers).toBeUndefined();
    expect(Environment).not.toHaveProperty(`Variables.${environment.config}`);
  });
});

describe.each([
  ["Interpret", 500, 1],
  ["Assess", 200, 5],
])("%s", (name, batch, window) => {
  it(`is given up to ${batch} records as soon as ${window} s are over`, () =>
    expect(only(usual, "AWS::Lambda::EventSourceMapping", name)).toMatchObject({
      BatchSize: batch,
      MaximumBatchingWindowInSeconds: window,
      ParallelizationFactor: 1,
    }));

  it("says which records failed, and gets a failing batch in halves", () =>
    expect(only(usual, "AWS::Lambda::EventSourceMapping", name)).toMatchObject({
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ["ReportBatchItemFailures"],
    }));

  it("gives a batch up after ten tries or a day, and names it in a queue", () =>
    expect(only(usual, "AWS::Lambda::EventSourceMapping", name)).toMatchObject({
      MaximumRetryAttempts: 10,
      MaximumRecordAgeInSeconds: 24 * 60 * 60,
      DestinationConfig: {
        OnFailure: { Destination: { "Fn::GetAtt": [expect.stringMatching(/^FailedBatches/), "Arn"] } },
      },
    }));
});

describe("interpret", () => {
  it("knows the tables that it writes to", () =>
    expect(only(usual, "AWS::Lambda::Function", "Interpret")).toMatchObject({
      Environment: {
        Variables: {
          [environment.stateTable]: { Ref: expect.stringMatching(/^StateTable/) },
          [environment.deadLettersTable]: { Ref: expect.stringMatching(/^DeadLettersTable/) },
        },
      },
    }));
});

describe("notify", () => {
  it("is woken by new findings only, not by those it marks as sent", () =>
    expect(only(usual, "AWS::Lambda::EventSourceMapping", "Notify")).toMatchObject({
      FilterCriteria: { Filters: [{ Pattern: JSON.stringify({ eventName: ["INSERT"] }) }] },
    }));

  it("looks every minute at what nobody has been told", () =>
    expect(only(usual, "AWS::Events::Rule", "Notify")).toMatchObject({
      ScheduleExpression: "rate(1 minute)",
      State: "ENABLED",
      Targets: [{ Arn: { "Fn::GetAtt": [expect.stringMatching(/^NotifyFunction/), "Arn"] } }],
    }));

  it("is never there twice at once, unless the account cannot promise that", () => {
    expect(only(usual, "AWS::Lambda::Function", "Notify")).toMatchObject({ ReservedConcurrentExecutions: 1 });
    expect(only(large, "AWS::Lambda::Function", "Notify")).not.toHaveProperty("ReservedConcurrentExecutions");
  });

  it("knows the secret's name and not the webhook", () =>
    expect(only(usual, "AWS::Lambda::Function", "Notify")).toMatchObject({
      Environment: {
        Variables: { [environment.slackWebhookSecretArn]: { Ref: expect.stringMatching(/^SlackWebhook/) } },
      },
    }));
});
