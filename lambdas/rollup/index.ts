import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { systemClock } from "../../lib/adapters/clock.js";
import { createDynamodbContributions } from "../../lib/adapters/dynamodb/contributions.js";
import { day } from "../../lib/domain/units.js";
import { createSealedEpochs } from "../sealed-epochs.js";
import { contributionsKept, deployedConfig, setting } from "../settings.js";
import { createHandler } from "./handler.js";

const { now } = systemClock;
const { learning } = deployedConfig().policy;
const state = { client: new DynamoDBClient(), table: setting("stateTable"), now, keep: learning.horizonDays * day };

export const handler = createHandler({
  epochs: createSealedEpochs(state),
  contributions: createDynamodbContributions({ ...state, keep: contributionsKept }),
  now,
});
