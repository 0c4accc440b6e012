import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { systemClock } from "../../lib/adapters/clock.js";
import { createDynamodbFindings } from "../../lib/adapters/dynamodb/findings.js";
import { createDynamodbTally } from "../../lib/adapters/dynamodb/tally.js";
import { keepFresh } from "../../lib/adapters/keep-fresh.js";
import { createSlackSink } from "../../lib/adapters/slack.js";
import { readWebhook } from "../../lib/adapters/webhook-secret.js";
import { minute } from "../../lib/domain/units.js";
import { deployedConfig, setting } from "../settings.js";
import { createHandler } from "./handler.js";

const secrets = new SecretsManagerClient();
const secret = setting("slackWebhookSecretArn");

/** Asked for when there is something to tell; a webhook that was replaced is used after this long at the latest. */
const slack = keepFresh(async () => createSlackSink(await readWebhook(secrets, secret)), 15 * minute, systemClock.now);

const outbox = { client: new DynamoDBClient(), table: setting("findingsTable") };

export const handler = createHandler({
  findings: createDynamodbFindings(outbox),
  sink: async (notice) => (await slack())(notice),
  tally: createDynamodbTally(outbox),
  telling: deployedConfig().telling,
  now: systemClock.now,
});
