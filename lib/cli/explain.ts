import { Command } from "commander";
import { explain } from "../flows/explain.js";
import { catalogueWith } from "../impact/own.js";
import { explanationText } from "../render/explanation-text.js";
import { jsonLine } from "../render/json.js";
import { done } from "./exit.js";
import { loadConfig } from "./load-config.js";

/** Without quotes, the options of the command that is asked about look like those of explain. */
export const quoteTheLine = `put the command line in quotes, as in baseliner explain "sudo rm -rf build", or try baseliner --help`;

export const explainCommand = (settle: (code: number) => void): Command =>
  new Command("explain")
    .description("How one command line is understood: commands, wrappers, signature, impacts and what decided.")
    .argument("<command line>", "quoted, as one argument")
    .option("--json", "as one JSON object")
    .option("--config <file>", "the configuration that is deployed, with your own catalogue entries")
    .action(async (line: string, { json, config }: { readonly json?: true; readonly config?: string }) => {
      const explanation = explain(line, catalogueWith((await loadConfig(config)).catalogue));
      const colour = process.stdout.isTTY === true;
      process.stdout.write(json ? `${jsonLine(explanation)}\n` : explanationText(explanation, { colour }));
      settle(done);
    });
