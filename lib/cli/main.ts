import { createRequire } from "node:module";
import { Command, CommanderError } from "commander";
import { Misuse } from "../adapters/misuse.js";
import { agentsCommand } from "./agents.js";
import { baselineCommand } from "./baseline.js";
import { done, misuse } from "./exit.js";
import { explainCommand, quoteTheLine } from "./explain.js";
import { mistakeText } from "./mistake.js";
import { replayCommand } from "./replay.js";

const packageJson = createRequire(import.meta.url)("../../package.json") as { readonly version: string };

/** The command line: arguments to a flow to an exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  let code = done;
  const settle = (value: number) => {
    code = value;
  };
  const program = new Command("baseliner")
    .description("Finds high-impact commands that are out of character for an engineer or the AI agent acting as her.")
    .version(packageJson.version)
    .helpCommand(false)
    .addCommand(replayCommand(settle))
    .addCommand(explainCommand(settle))
    .addCommand(agentsCommand(settle))
    .addCommand(baselineCommand(settle));
  for (const command of [program, ...program.commands, ...program.commands.flatMap(({ commands }) => commands)])
    command.exitOverride().configureOutput({ outputError: () => {} });

  try {
    if (argv.length === 0) throw new Misuse("a command is needed", "try baseliner --help");
    await program.parseAsync(argv, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return done;
    const text = mistakeText(error, argv[0] === "explain" ? quoteTheLine : "try baseliner --help");
    if (text === undefined) throw error;
    process.stderr.write(`baseliner: ${text}\n`);
    return misuse;
  }
}
