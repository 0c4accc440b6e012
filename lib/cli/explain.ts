import { Command } from "commander";
import { explain } from "../flows/explain.js";
import { explanationText } from "../render/explanation-text.js";
import { jsonLine } from "../render/json.js";
import { done } from "./exit.js";

export const explainCommand = (settle: (code: number) => void): Command =>
  new Command("explain")
    .description("How one command line is understood: commands, wrappers, signature, impacts and what decided.")
    .argument("<command line>", "quoted, as one argument")
    .option("--json", "as one JSON object")
    .action((line: string, { json }: { readonly json?: true }) => {
      const explanation = explain(line);
      const colour = process.stdout.isTTY === true;
      process.stdout.write(json ? `${jsonLine(explanation)}\n` : explanationText(explanation, { colour }));
      settle(done);
    });
