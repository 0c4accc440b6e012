import {
  GetSecretValueCommand,
  ResourceNotFoundException,
  type SecretsManagerClient,
} from "@aws-sdk/client-secrets-manager";
import { Misuse } from "./misuse.js";

/** Reads Slack's webhook from its secret. One that is not there, or still empty, is for the operator to put right. */
export async function readWebhook(client: SecretsManagerClient, secret: string): Promise<string> {
  const { SecretString = "" } = await client
    .send(new GetSecretValueCommand({ SecretId: secret }))
    .catch((error: unknown) => {
      // A secret that was made but never filled is answered like one that was never made.
      if (error instanceof ResourceNotFoundException) return { SecretString: "" };
      throw error;
    });
  const webhook = SecretString.trim();
  if (webhook !== "") return webhook;
  throw new Misuse(
    `the secret ${secret} holds no Slack webhook`,
    "put the URL of Slack's incoming webhook into it; findings wait until then",
  );
}
