import { median, quantile } from "simple-statistics";
import { inflate } from "../adapters/inflate.js";
import { defaultConfig } from "../config.js";
import { coverageOf } from "../flows/coverage.js";
import { gather, type Observed } from "../flows/gather.js";
import { judge, type Knowledge, noKnowledge } from "../flows/judge.js";
import { asInput } from "../flows/learn-company.js";
import { generateCompany } from "../sample/company.js";

/** Every stage is run so often; the median counts, after one run that only warms up. */
const runs = 5;
/** The invented company, whose day is what is measured. */
const seed = 1;

/**
 * `npm run bench`: what the stages cost, as one JSON object. Ratios to parsing the same lines as JSON hold on any machine;
 * the rest depends on this one, and nothing is decided by it.
 */
const records = [...generateCompany(seed).day];
const lines = records.map(({ record }) => JSON.stringify(record));
const gathered = () => gather(asInput("day", records), inflate, "auto", defaultConfig, () => {});
const { observed } = await gathered();
/** As they were shown; most of them stood in a shell's script. */
const commands = observed.map(({ observation }) => observation.command);

const parse = await secondsOf(() => lines.forEach((line) => void JSON.parse(line)));
const interpret = await secondsOf(gathered);
const understand = await secondsOf(() => coverageOf(commands));
const pipeline = await secondsOf(async () => judge((await gathered()).observed, noKnowledge, defaultConfig, 0));
const decisions = decisionsOf(observed);

const rounded = (microseconds: number) => Number(microseconds.toPrecision(3));
const stage = (seconds: number) => ({
  eventsPerSecond: Math.round(lines.length / seconds),
  ratioToFloor: Number((seconds / parse).toFixed(1)),
});
const report = {
  bytesPerEvent: Math.round(lines.reduce((sum, line) => sum + Buffer.byteLength(line), 0) / lines.length),
  parseFloor: { eventsPerSecond: Math.round(lines.length / parse) },
  interpret: stage(interpret),
  understand: {
    microsecondsPerCommand: Number(((1e6 * understand) / commands.length).toFixed(1)),
    ratioToFloor: Number((understand / commands.length / (parse / lines.length)).toFixed(1)),
  },
  pipeline: { ...stage(pipeline), peakRssMiB: Math.round(process.resourceUsage().maxRSS / 1024) },
  decision: { p50us: rounded(quantile(decisions, 0.5)), p99us: rounded(quantile(decisions, 0.99)) },
  settings: { seed, runs, events: lines.length, commands: commands.length, node: process.version },
};
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);

/** Seconds of the median run. */
async function secondsOf(work: () => unknown): Promise<number> {
  await work();
  const seconds: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const began = process.hrtime.bigint();
    await work();
    seconds.push(Number(process.hrtime.bigint() - began) / 1e9);
  }
  return median(seconds);
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
