import { type App, CfnResource, Stack } from "aws-cdk-lib";
import { Queue } from "aws-cdk-lib/aws-sqs";
import * as v from "valibot";
import { describe, expect, it, vi } from "vitest";
import { BaselinerStack } from "../../cdk/baseliner-stack.js";
import { checkApp } from "../../cdk/check-app.js";
import { infrastructure } from "../../lib/config-infrastructure.js";
import { everythingSet, templateOf, type Written } from "./deployed.js";

/** What the checks say when a stack is synthesised, which they print; nothing when they are content. */
function objections(stackIn: (app: App) => Stack): string {
  const said: string[] = [];
  const spy = vi.spyOn(console, "error").mockImplementation((...words) => void said.push(words.join(" ")));
  try {
    const checkedStackIn = (app: App) => {
      checkApp(app);
      return stackIn(app);
    };
    templateOf(checkedStackIn, { checked: true });
    return "";
  } catch (refusal) {
    return [...said, String(refusal)].join("\n");
  } finally {
    spy.mockRestore();
  }
}

const baseliner = (written: Written) => (app: App) =>
  new BaselinerStack(app, "Baseliner", { infrastructure: v.parse(infrastructure, written), text: undefined });

describe("AwsSolutions of cdk-nag, and CDK's own check of templates", () => {
  it.each<[string, Written]>([
    ["by default", {}],
    ["with everything set", everythingSet],
    ["with a key and streams of its own", { encryption: "own-key" }],
  ])("has nothing against the stack %s", (_how, written) => expect(objections(baseliner(written))).toBe(""), 120_000);

  it("is really asked: a queue that takes messages in the clear is refused", () => {
    const careless = (app: App) => {
      const stack = new Stack(app, "Careless");
      new Queue(stack, "Queue");
      return stack;
    };
    expect(objections(careless)).toContain("AwsSolutions-SQS4");
  });

  it("is really asked: a stream that CloudFormation would not make is refused", () => {
    const careless = (app: App) => {
      const stack = new Stack(app, "Careless");
      new CfnResource(stack, "Stream", { type: "AWS::Kinesis::Stream", properties: { ShardCount: "many" } });
      return stack;
    };
    expect(objections(careless)).toContain("ShardCount");
  });
});
