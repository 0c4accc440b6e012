import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { Command } from "commander";
import { systemClock } from "../adapters/clock.js";
import { createDynamodbJournal } from "../adapters/dynamodb/journal.js";
import { Misuse } from "../adapters/misuse.js";
import type { Memory } from "../assess/memory.js";
import { portraitOf } from "../assess/portrait.js";
import type { Config } from "../config.js";
import type { Principal } from "../domain/principal.js";
import { day } from "../domain/units.js";
import { type Memories, memoryOf } from "../flows/assess-batch.js";
import { jsonLine } from "../render/json.js";
import { portraitText } from "../render/portrait-text.js";
import { loadBaseline } from "./baseline-file.js";
import { done } from "./exit.js";
import { loadConfig } from "./load-config.js";

interface Options {
  readonly baseline?: string;
  readonly table?: string;
  readonly config?: string;
  readonly json?: true;
}

export const showCommand = (settle: (code: number) => void): Command =>
  new Command("show")
    .description("What is usual for a principal: ada, or ada/claude-code for her agent.")
    .argument("<principal>", "an identity, or identity/agent")
    .option("--baseline <file>", "look into what replay --save-baseline has written")
    .option("--table <name>", "look into the state table of a deployment")
    .option("--config <file>", "the configuration that is deployed")
    .option("--json", "as one JSON object")
    .action(async (principal: string, options: Options) => settle(await show(principal, options)));

async function show(principal: Principal, options: Options): Promise<number> {
  const config = await loadConfig(options.config);
  const [identity = ""] = principal.split("/");
  const { memory, others } = await look(identity, options, config);
  const baseline = memory?.baselines.get(principal);
  if (baseline === undefined) {
    const known = [...(memory?.baselines.keys() ?? others)].slice(0, 10);
    const hint = known.length === 0 ? "look for the names with baseliner agents" : `known are ${known.join(", ")}`;
    throw new Misuse(`nothing is known of ${principal}`, hint);
  }
  const portrait = portraitOf(principal, baseline, config.policy);
  const colour = process.stdout.isTTY === true;
  process.stdout.write(options.json ? `${jsonLine(portrait)}\n` : portraitText(portrait, { colour }));
  return done;
}

interface Look {
  readonly memory: Memory | undefined;
  /** Who else is known, where that can be said. */
  readonly others: readonly string[];
}

async function look(identity: string, { baseline, table }: Options, config: Config): Promise<Look> {
  if ((baseline === undefined) === (table === undefined))
    throw new Misuse("baseline show needs one place to look into", "give --baseline FILE or --table NAME");
  if (table === undefined) {
    const { memories } = await loadBaseline(baseline);
    return { memory: memories.get(identity), others: [...memories.keys()] };
  }
  const client = new DynamoDBClient();
  const keep = config.policy.learning.horizonDays * day;
  const journal: Memories = createDynamodbJournal({ client, table, name: "memories", now: systemClock.now, keep });
  const kept = await journal.load(identity).catch((error: Error) => {
    throw new Misuse(
      `${table} cannot be read (${error.name}: ${error.message})`,
      "check the table's name, the region and your AWS credentials",
    );
  });
  client.destroy();
  return { memory: kept.version === 0 ? undefined : memoryOf(kept, config), others: [] };
}
