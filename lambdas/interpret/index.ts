import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { systemClock } from "../../lib/adapters/clock.js";
import { createDynamodbDeadLetters } from "../../lib/adapters/dynamodb/dead-letters.js";
import { inflate } from "../../lib/adapters/inflate.js";
import { createKinesisClient, createPutRecords } from "../../lib/adapters/kinesis.js";
import { createInterpreter } from "../../lib/flows/interpret.js";
import { deployedConfig, setting } from "../settings.js";
import { createHandler } from "./handler.js";

export const handler = createHandler({
  interpret: createInterpreter(deployedConfig()),
  inflate,
  deadLetters: createDynamodbDeadLetters({
    client: new DynamoDBClient(),
    table: setting("deadLettersTable"),
    now: systemClock.now,
  }),
  putRecords: createPutRecords(createKinesisClient(), setting("observationsStream"), systemClock),
});
