import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { systemClock } from "../../lib/adapters/clock.js";
import { createDynamodbContributions } from "../../lib/adapters/dynamodb/contributions.js";
import { createDynamodbDeadLetters } from "../../lib/adapters/dynamodb/dead-letters.js";
import { createDynamodbFindings } from "../../lib/adapters/dynamodb/findings.js";
import { createDynamodbJournal } from "../../lib/adapters/dynamodb/journal.js";
import { day } from "../../lib/domain/units.js";
import { createCohortReader } from "../../lib/flows/sealed-cohorts.js";
import { createSealedEpochs } from "../sealed-epochs.js";
import { contributionsKept, deployedConfig, setting } from "../settings.js";
import { createHandler } from "./handler.js";

const client = new DynamoDBClient();
const { now } = systemClock;
const config = deployedConfig();
const state = { client, table: setting("stateTable"), now, keep: config.policy.learning.horizonDays * day };

export const handler = createHandler({
  memories: createDynamodbJournal({ ...state, name: "memories" }),
  cohorts: createCohortReader(createSealedEpochs(state), config, now),
  contributions: createDynamodbContributions({ ...state, keep: contributionsKept }),
  findings: createDynamodbFindings({ client, table: setting("findingsTable") }),
  deadLetters: createDynamodbDeadLetters({ client, table: setting("deadLettersTable"), now }),
  config,
});
