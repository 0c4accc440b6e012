import { type Command, Option } from "commander";
import { readInputs } from "../adapters/files.js";
import { inflate } from "../adapters/inflate.js";
import { createProgress } from "../adapters/progress.js";
import { isNobodyKnown } from "../attribution/identity.js";
import type { Config } from "../config.js";
import type { FormatName } from "../domain/event.js";
import { type Gathered, gather } from "../flows/gather.js";
import type { Progress } from "../ports/replay.js";
import { safeText } from "../render/safe-text.js";
import { summaryOfReading } from "../render/summary.js";
import { formats } from "../telemetry/formats/index.js";
import { done, misuse } from "./exit.js";

/** What every command that reads telemetry is told about it. */
export interface InputOptions {
  readonly format: FormatName | "auto";
  readonly config?: string;
}

/** A command that reads telemetry: its inputs, and how to read them. */
export const withInputs = (command: Command): Command =>
  command
    .argument("<input...>", "files, folders, globs, - for standard input; plain, gzip, zlib or zstd")
    .addOption(
      new Option("--format <name>", "the inputs' format; auto recognises it per record")
        .choices(["auto", ...formats.map(({ name }) => name)])
        .default("auto"),
    )
    .option("--config <file>", "the configuration that is deployed");

/** Gathers everything from the inputs and says on stderr what was read. */
export async function gatherInputs(paths: readonly string[], format: InputOptions["format"], config: Config) {
  const gathered = await withProgress((tell) => gather(readInputs(paths), inflate, format, config, tell));
  const nobodys = gathered.observed.filter(({ observation }) => isNobodyKnown(observation.identity)).length;
  process.stderr.write(summaryOfReading(gathered, nobodys));
  return gathered;
}

/** Long work that shows on stderr how far it is, and leaves nothing of that behind. */
export async function withProgress<Done>(work: (tell: Progress) => Done | Promise<Done>): Promise<Done> {
  const progress = createProgress(process.stderr);
  const result = await work(progress.tell);
  progress.clear();
  return result;
}

/** Done, unless there were records and none could be read. */
export function exitCode({ opaque, records, recognised }: Gathered, format: InputOptions["format"]): number {
  const as = format === "auto" ? "" : ` as ${format}`;
  for (const name of opaque) process.stderr.write(`nothing in ${safeText(name)} could be read${as}\n`);
  if (records === 0 || recognised > 0) return done;
  const next = format === "auto" ? "try --format" : "try without --format";
  process.stderr.write(`baseliner: nothing could be read${as}; ${next}, or see the reasons above\n`);
  return misuse;
}
