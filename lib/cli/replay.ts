import { Command } from "commander";
import { Misuse } from "../adapters/misuse.js";
import { checkFolder } from "../adapters/snapshot-file.js";
import type { Instant } from "../domain/units.js";
import { judge } from "../flows/judge.js";
import { findingText } from "../render/finding-text.js";
import { jsonLine } from "../render/json.js";
import { summaryOfJudging } from "../render/summary.js";
import { readTime } from "../telemetry/time.js";
import { loadBaseline, saveBaseline } from "./baseline-file.js";
import { done, unmet } from "./exit.js";
import { exitCode, gatherInputs, type InputOptions, withInputs, withProgress } from "./inputs.js";
import { loadConfig } from "./load-config.js";

interface Options extends InputOptions {
  readonly json?: true;
  readonly observations?: true;
  readonly learnUntil?: string;
  readonly failOnFinding?: true;
  readonly baseline?: string;
  readonly saveBaseline?: string;
}

export const replayCommand = (settle: (code: number) => void): Command =>
  withInputs(new Command("replay"))
    .description("Runs the whole detector over recorded telemetry: findings on stdout, progress and summary on stderr.")
    .option("--json", "findings as one JSON object a line")
    .option(
      "--observations",
      "instead of findings, one JSON object a line for every command understood, with or without --json",
    )
    .option("--learn-until <time>", "learn silently before this instant, judge from it on")
    .option("--baseline <file>", "start from what an earlier replay knew")
    .option("--save-baseline <file>", "keep what is known at the end; gzipped where the name ends in .gz")
    .option("--fail-on-finding", "exit 1 when there is a finding")
    .action(async (inputs: string[], options: Options) => settle(await replay(inputs, options)));

async function replay(paths: readonly string[], options: Options): Promise<number> {
  const judging = [
    options.failOnFinding && "--fail-on-finding",
    options.baseline && "--baseline",
    options.saveBaseline && "--save-baseline",
  ].find((option) => typeof option === "string");
  if (options.observations && judging !== undefined)
    throw new Misuse(`--observations judges nothing, so ${judging} has no meaning`, "leave one of them out");
  const config = await loadConfig(options.config);
  const judgeFrom = instantOf(options.learnUntil);
  const knowledge = await loadBaseline(options.baseline);
  if (options.saveBaseline !== undefined) await checkFolder(options.saveBaseline);
  const gathered = await gatherInputs(paths, options.format, config);

  if (options.observations) {
    for (const { observation } of gathered.observed) write(jsonLine(observation));
    return exitCode(gathered, options.format);
  }
  const judgement = await withProgress((tell) => judge(gathered.observed, knowledge, config, judgeFrom, tell));
  for (const finding of judgement.findings) {
    write(options.json ? jsonLine(finding) : findingText(finding, { colour: process.stdout.isTTY === true }));
  }
  process.stderr.write(summaryOfJudging(judgement));
  if (options.saveBaseline !== undefined) await saveBaseline(options.saveBaseline, judgement.knowledge);
  if (gathered.observed.every(({ at }) => at < judgeFrom) && gathered.observed.length > 0)
    process.stderr.write("nothing was judged: everything is before --learn-until\n");
  const code = exitCode(gathered, options.format);
  return code === done && options.failOnFinding && judgement.findings.length > 0 ? unmet : code;
}

const write = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

function instantOf(text: string | undefined): Instant {
  if (text === undefined) return Number.NEGATIVE_INFINITY;
  const time = readTime(text);
  if (time.ok) return time.value.at;
  throw new Misuse(`--learn-until got ${JSON.stringify(text)}`, "write a time like 2026-03-23T00:00:00Z");
}
