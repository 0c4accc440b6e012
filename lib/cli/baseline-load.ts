import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { Command } from "commander";
import { createSealedEpochs } from "../../lambdas/sealed-epochs.js";
import { systemClock } from "../adapters/clock.js";
import { createDynamodbJournal } from "../adapters/dynamodb/journal.js";
import { Misuse } from "../adapters/misuse.js";
import { day } from "../domain/units.js";
import { number } from "../domain/wording.js";
import type { Memories } from "../flows/assess-batch.js";
import { warmStart } from "../flows/warm-start.js";
import { loadBaseline } from "./baseline-file.js";
import { done } from "./exit.js";
import { loadConfig } from "./load-config.js";

interface Options {
  readonly table: string;
  readonly config?: string;
  readonly endpoint?: string;
}

export const loadCommand = (settle: (code: number) => void): Command =>
  new Command("load")
    .description("Starts a deployment warm: puts the baselines of a replay into its state table. Overwrites nobody.")
    .argument("<file>", "what replay --save-baseline has written")
    .requiredOption("--table <name>", "the state table; its name is among the outputs of the deployment")
    .option("--config <file>", "the configuration that is deployed")
    .option("--endpoint <url>", "another DynamoDB than the one of your AWS profile")
    .action(async (file: string, options: Options) => settle(await load(file, options)));

async function load(file: string, { table, config: path, endpoint }: Options): Promise<number> {
  const [config, knowledge] = await Promise.all([loadConfig(path), loadBaseline(file)]);
  const client = new DynamoDBClient(endpoint === undefined ? {} : { endpoint });
  const state = { client, table, now: systemClock.now, keep: config.policy.learning.horizonDays * day };
  const memories: Memories = createDynamodbJournal({ ...state, name: "memories" });
  const { put, known } = await warmStart(knowledge, memories, createSealedEpochs(state)).catch((error: Error) => {
    throw new Misuse(
      `${table} does not take the baselines (${error.name}: ${error.message})`,
      "check the table's name, the region and your AWS credentials",
    );
  });
  client.destroy();
  const rest = known === 0 ? "" : `; ${number(known)} known there already and left as they are`;
  process.stderr.write(
    `put what is known of ${put === 1 ? "1 identity" : `${number(put)} identities`} into ${table}${rest}\n`,
  );
  return done;
}
