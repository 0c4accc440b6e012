import { readFile } from "node:fs/promises";
import { Command, Option } from "commander";
import { readInputs } from "../adapters/files.js";
import { inflate } from "../adapters/inflate.js";
import { Misuse } from "../adapters/misuse.js";
import { createProgress } from "../adapters/progress.js";
import { type Config, checkConfig, defaultConfig } from "../config.js";
import type { FormatName } from "../domain/event.js";
import type { Instant } from "../domain/units.js";
import { type Gathered, gather } from "../flows/gather.js";
import { judge, noKnowledge } from "../flows/judge.js";
import { findingText } from "../render/finding-text.js";
import { jsonLine } from "../render/json.js";
import { safeText } from "../render/safe-text.js";
import { summaryOfJudging, summaryOfReading } from "../render/summary.js";
import { formats } from "../telemetry/formats/index.js";
import { readTime } from "../telemetry/time.js";
import { done, misuse, unmet } from "./exit.js";

interface Options {
  readonly format: FormatName | "auto";
  readonly config?: string;
  readonly json?: true;
  readonly observations?: true;
  readonly learnUntil?: string;
  readonly failOnFinding?: true;
}

export const replayCommand = (settle: (code: number) => void): Command =>
  new Command("replay")
    .description("Runs the whole detector over recorded telemetry: findings on stdout, progress and summary on stderr.")
    .argument("<input...>", "files, folders, - for standard input; plain or gzip")
    .addOption(
      new Option("--format <name>", "the inputs' format; auto recognises it per record")
        .choices(["auto", ...formats.map(({ name }) => name)])
        .default("auto"),
    )
    .option("--config <file>", "the configuration that is deployed")
    .option("--json", "findings as one JSON object a line")
    .option("--observations", "instead of findings, one JSON line for every command understood")
    .option("--learn-until <time>", "learn silently before this instant, judge from it on")
    .option("--fail-on-finding", "exit 1 when there is a finding")
    .action(async (inputs: string[], options: Options) => settle(await replay(inputs, options)));

async function replay(paths: readonly string[], options: Options): Promise<number> {
  if (options.observations && options.failOnFinding)
    throw new Misuse("--observations judges nothing, so --fail-on-finding has no meaning", "leave one of them out");
  const config = await loadConfig(options.config);
  const judgeFrom = instantOf(options.learnUntil);
  const progress = createProgress(process.stderr);

  const gathered = await gather(readInputs(paths), inflate, options.format, config, progress.tell);
  progress.clear();
  process.stderr.write(summaryOfReading(gathered));

  if (options.observations) {
    for (const { observation } of gathered.observed) write(jsonLine(observation));
    return exitCode(gathered, false);
  }
  const judgement = judge(gathered.observed, noKnowledge, config, judgeFrom, progress.tell);
  progress.clear();
  for (const finding of judgement.findings) {
    write(options.json ? jsonLine(finding) : findingText(finding, { colour: process.stdout.isTTY === true }));
  }
  process.stderr.write(summaryOfJudging(judgement));
  if (gathered.observed.every(({ at }) => at < judgeFrom) && gathered.observed.length > 0)
    process.stderr.write("nothing was judged: everything is before --learn-until\n");
  return exitCode(gathered, options.failOnFinding === true && judgement.findings.length > 0);
}

const write = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

function exitCode({ opaque, records, recognised }: Gathered, found: boolean): number {
  for (const name of opaque) process.stderr.write(`nothing in ${safeText(name)} could be read\n`);
  if (records > 0 && recognised === 0) {
    process.stderr.write("baseliner: nothing could be read; try --format, or see the reasons above\n");
    return misuse;
  }
  return found ? unmet : done;
}

async function loadConfig(path: string | undefined): Promise<Config> {
  if (path === undefined) return defaultConfig;
  const text = await readFile(path, "utf8").catch(() => {
    throw new Misuse(`the configuration file ${path} cannot be read`, "check the path after --config");
  });
  const checked = checkConfig(parseJson(path, text));
  if (checked.ok) return checked.config;
  throw new Misuse(
    `${path} has ${checked.mistakes.length} mistake(s):\n  ${checked.mistakes.join("\n  ")}\n`,
    "correct them and try again",
  );
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    throw new Misuse(`${path} is not JSON`, "check it with a JSON editor");
  }
}

function instantOf(text: string | undefined): Instant {
  if (text === undefined) return Number.NEGATIVE_INFINITY;
  const time = readTime(text);
  if (time.ok) return time.value.at;
  throw new Misuse(`--learn-until got ${JSON.stringify(text)}`, "write a time like 2026-03-23T00:00:00Z");
}
