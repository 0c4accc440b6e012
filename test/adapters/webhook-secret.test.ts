import { ResourceNotFoundException, type SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { describe, expect, it } from "vitest";
import { readWebhook } from "../../lib/adapters/webhook-secret.js";

const read = (send: () => Promise<unknown>) =>
  readWebhook({ send } as unknown as SecretsManagerClient, "baseliner/slack-webhook");
const holding = (SecretString?: string) => read(async () => ({ SecretString }));

describe("the webhook in a secret", () => {
  it("is what the secret holds, without a line break that came along", async () =>
    expect(await holding("https://slack.example.com/services/T0/B0/x\n")).toBe(
      "https://slack.example.com/services/T0/B0/x",
    ));

  it.each([
    ["empty", () => holding("")],
    ["of blanks", () => holding(" \n")],
    ["without a text", () => holding()],
    [
      "never filled",
      () =>
        read(async () => {
          throw new ResourceNotFoundException({ message: "can't find AWSCURRENT", $metadata: {} });
        }),
    ],
  ])("that is %s is asked for by name", async (_how, reading) =>
    expect(reading()).rejects.toThrow(
      "the secret baseliner/slack-webhook holds no Slack webhook; put the URL of Slack's incoming webhook into it",
    ),
  );

  it("that may not be read fails with the service's own words", async () => {
    const denied = new Error("AccessDeniedException");
    await expect(read(() => Promise.reject(denied))).rejects.toBe(denied);
  });
});
