import { median, quantile } from "simple-statistics";
import { inflate } from "../adapters/inflate.js";
import { defaultConfig } from "../config.js";
import { coverageOf } from "../flows/coverage.js";
import { gather, type Observed } from "../flows/gather.js";
import { judge, type Knowledge, noKnowledge } from "../flows/judge.js";
import { asInput } from "../flows/learn-company.js";
import type { SampleRecord } from "../sample/company.js";

/** What the stages cost in this process, beside parsing the same lines as JSON. */
export async function benchStages(records: readonly SampleRecord[], runs: number) {
  const lines = records.map(({ record }) => JSON.stringify(record));
  const gathered = () => gather(asInput("day", records), inflate, "auto", defaultConfig, () => {});
  const { observed } = await gathered();
  /** As they were shown; most of them stood in a shell's script. */
  const commands = observed.map(({ observation }) => observation.command);

  const { seconds: parse } = await timesOf(runs, () => lines.forEach((line) => void JSON.parse(line)));
  const { seconds: interpret } = await timesOf(runs, gathered);
  const { seconds: understand } = await timesOf(runs, () => coverageOf(commands));
  const { seconds: pipeline, processorMs } = await timesOf(runs, async () =>
    judge((await gathered()).observed, noKnowledge, defaultConfig, 0),
  );
  const decisions = decisionsOf(observed);

  const rounded = (microseconds: number) => Number(microseconds.toPrecision(3));
  const stage = (seconds: number) => ({
    eventsPerSecond: Math.round(lines.length / seconds),
    ratioToFloor: Number((seconds / parse).toFixed(1)),
  });
  return {
    commands: commands.length,
    bytesPerEvent: Math.round(lines.reduce((sum, line) => sum + Buffer.byteLength(line), 0) / lines.length),
    parseFloor: { eventsPerSecond: Math.round(lines.length / parse) },
    interpret: stage(interpret),
    understand: {
      microsecondsPerCommand: Number(((1e6 * understand) / commands.length).toFixed(1)),
      ratioToFloor: Number((understand / commands.length / (parse / lines.length)).toFixed(1)),
    },
    pipeline: { ...stage(pipeline), peakRssMiB: Math.round(process.resourceUsage().maxRSS / 1024) },
    decision: { p50us: rounded(quantile(decisions, 0.5)), p99us: rounded(quantile(decisions, 0.99)) },
    /** Of the processor, for all records, interpreted and judged; others who share it count for nothing. */
    processorMs,
  };
}

/** How long the median run takes, by the clock and of the processor, after one that only warms up. */
async function timesOf(runs: number, work: () => unknown) {
  await work();
  const seconds: number[] = [];
  const processorMs: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const began = process.hrtime.bigint();
    const used = process.cpuUsage();
    await work();
    seconds.push(Number(process.hrtime.bigint() - began) / 1e9);
    const { user, system } = process.cpuUsage(used);
    processorMs.push((user + system) / 1_000);
  }
  return { seconds: median(seconds), processorMs: median(processorMs) };
}

/** Microseconds of each decision, one command at a time. */
function decisionsOf(stream: readonly Observed[]): number[] {
  let knowledge: Knowledge = noKnowledge;
  return stream.map((one) => {
    const began = process.hrtime.bigint();
    ({ knowledge } = judge([one], knowledge, defaultConfig, 0));
    return Number(process.hrtime.bigint() - began) / 1_000;
  });
}
