import type { Command } from "commander";
import { CommanderError } from "commander";
import { done, misuse } from "./exit.js";
import { mistakeText } from "./mistake.js";

/**
 * Runs what an npm script measures, and prints its report as one JSON object; a mistake at the keyboard ends as those of
 * the command line do.
 *
 * @param report from the arguments, as far as they are, and the options
 */
export async function runScript<Options extends object>(
  script: Command,
  report: (paths: readonly string[], options: Options) => Promise<object> | object,
): Promise<void> {
  script.exitOverride().configureOutput({ outputError: () => {} });
  try {
    const { args } = script.parse();
    process.stdout.write(`${JSON.stringify(await report(args, script.opts<Options>()), null, 2)}\n`);
  } catch (error) {
    process.exitCode = codeOf(error, script.name());
  }
}

function codeOf(error: unknown, name: string): number {
  if (error instanceof CommanderError && error.exitCode === 0) return done;
  const text = mistakeText(error, `try npm run ${name} -- --help`);
  if (text === undefined) throw error;
  process.stderr.write(`${name}: ${text}\n`);
  return misuse;
}
