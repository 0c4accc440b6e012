import { Command } from "commander";
import { inventory } from "../flows/inventory.js";
import { inventoryText } from "../render/inventory-text.js";
import { jsonLine } from "../render/json.js";
import { exitCode, gatherInputs, type InputOptions, withInputs } from "./inputs.js";
import { loadConfig } from "./load-config.js";

interface Options extends InputOptions {
  readonly json?: true;
}

export const agentsCommand = (settle: (code: number) => void): Command =>
  withInputs(new Command("agents"))
    .description("Which agents run under which identities: since when, how much, and how we know.")
    .option("--json", "one JSON object a line for each identity and agent; agent is null for a person's own hands")
    .addHelpText(
      "after",
      "\nWhat deserves a second look has a ! before it: seen once, doubtful, started without approvals, not a person's account.",
    )
    .action(async (inputs: string[], options: Options) => settle(await agents(inputs, options)));

async function agents(paths: readonly string[], { format, config, json }: Options): Promise<number> {
  const gathered = await gatherInputs(paths, format, await loadConfig(config));
  const found = inventory(gathered.observed);
  const colour = process.stdout.isTTY === true;
  if (json) for (const row of found.rows) process.stdout.write(`${jsonLine(row)}\n`);
  else if (found.rows.length > 0) process.stdout.write(inventoryText(found, { colour }));
  return exitCode(gathered, format);
}
