import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { systemClock } from "../../lib/adapters/clock.js";
import { createDynamodbDeadLetters } from "../../lib/adapters/dynamodb/dead-letters.js";
import { createDynamodbLineage } from "../../lib/adapters/dynamodb/lineage.js";
import { inflate } from "../../lib/adapters/inflate.js";
import { createKinesisClient, createPutRecords } from "../../lib/adapters/kinesis.js";
import { createInterpreter } from "../../lib/flows/interpret.js";
import { createTracer } from "../../lib/flows/trace.js";
import { deployedConfig, setting } from "../settings.js";
import { createHandler } from "./handler.js";

const client = new DynamoDBClient();
const { now } = systemClock;
const interpreter = createInterpreter(deployedConfig());

export const handler = createHandler({
  interpreter,
  trace: createTracer(createDynamodbLineage({ client, table: setting("stateTable"), now }), interpreter),
  inflate,
  deadLetters: createDynamodbDeadLetters({ client, table: setting("deadLettersTable"), now }),
  putRecords: createPutRecords(createKinesisClient(), setting("observationsStream"), systemClock),
});
