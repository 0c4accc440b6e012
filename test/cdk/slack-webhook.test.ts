import { describe, expect, it } from "vitest";
import { environment } from "../../lib/environment.js";
import { deployed } from "./deployed.js";
import { only } from "./resources.js";

describe("the secret of the webhook", () => {
  it("is made empty: a random password would be taken for a webhook", () => {
    const secret = only(deployed(), "AWS::SecretsManager::Secret");
    expect(secret).not.toHaveProperty("SecretString");
    expect(secret).not.toHaveProperty("GenerateSecretString");
  });

  it("stays when the stack goes", () =>
    deployed().hasResource("AWS::SecretsManager::Secret", { DeletionPolicy: "Retain" }));

  it("is not made when there is one", () => {
    const template = deployed({ slackWebhookSecret: { id: "baseliner/slack-webhook" } });
    template.resourceCountIs("AWS::SecretsManager::Secret", 0);
    expect(JSON.stringify(only(template, "AWS::Lambda::Function", "Notify").Environment)).toMatch(
      new RegExp(`${environment.slackWebhookSecretArn}.*:secret:baseliner/slack-webhook"`),
    );
  });
});
