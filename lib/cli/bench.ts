import { Command } from "commander";
import { median } from "simple-statistics";
import { inflate } from "../adapters/inflate.js";
import { withBundles } from "../adapters/local/bundles.js";
import { coldStartMs } from "../adapters/local/cold-start.js";
import { defaultConfig } from "../config.js";
import { costOf } from "../evaluation/cost/cost.js";
import { gibSeconds, prices } from "../evaluation/cost/prices.js";
import { type Knowledge, noKnowledge } from "../flows/judge.js";
import { learnCompany } from "../flows/learn-company.js";
import { generateCompany, type SampleRecord } from "../sample/company.js";
import { benchStages } from "./bench-stages.js";
import { withProgress } from "./inputs.js";
import { startPipeline } from "./pipeline.js";
import { runScript } from "./script.js";

/** The invented company, whose day is what is measured. */
const seed = 1;
/** Each figure of time is the median of so many runs; with --quick of one, of so many of the day's records. */
const runs = 5;
const quickRecords = 200;
/** Records put at a time, as `npm start` does. */
const perPut = 200;

const node = process.version;

/** How the figures were made, beside them: nothing is decided by them. */
const method = {
  stages: "in this process; ratios to parsing the same lines as JSON hold on any machine, the rest is this one's",
  dynamodb:
    "the embedded pipeline, one record for each event, put as fast as it takes them: batches are full; where events trickle in, a batch holds few of one identity, and each event is worth a few writes; indexes and refused conditional writes are not counted",
  cost: "by use, in US dollars: streams and tables on demand, each stream read once, functions computing as long as this processor does for stage pipeline; without what is charged by the hour, storage, logs, waiting, notify's sweeps and rollup",
  bundleKiB: "the module that cdk synth makes, minified, unpacked, without its source map",
  coldStartMs: "a new process of this Node until it has imported the bundle; Lambda adds its own",
};

/** `npm run bench`: what a million events cost, in time and in money, as one JSON object. */
await runScript<{ readonly quick?: true }>(
  new Command("bench").option("--quick", "a few records, each run once: shows that it works, not how fast"),
  async (_, { quick = false }) => {
    process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";
    const records = [...generateCompany(seed).day].slice(0, quick ? quickRecords : undefined);
    const times = quick ? 1 : runs;
    const { processorMs, commands, ...stages } = await benchStages(records, times);
    const { batches, writeUnits, readUnits, telemetry, observations } = await trafficOf(records, await known(quick));
    const events = records.length;
    const perMillion = (units: number) => Math.round((units * 1e6) / events);
    return {
      ...stages,
      dynamodb: {
        writeUnitsPerMillionEvents: perMillion(writeUnits),
        readUnitsPerMillionEvents: perMillion(readUnits),
      },
      cost: costOf(
        {
          ...{ events, telemetry, observations, writeUnits, readUnits },
          ...{ invocations: batches, gibSeconds: gibSeconds(processorMs) },
        },
        prices,
      ),
      ...(await functionsOf(times)),
      settings: {
        seed,
        quick,
        weeksKnown: quick ? 0 : 3,
        runs: times,
        events,
        commands,
        batches,
        node,
        prices,
        method,
      },
    };
  },
);

/** What is known of everybody before the day; not learned before the stages, whose memory is measured. */
async function known(quick: boolean): Promise<Knowledge> {
  return quick ? noKnowledge : (await withProgress((tell) => learnCompany(seed, inflate, tell))).knowledge;
}

/** What passes through the embedded pipeline, which tells nobody. */
async function trafficOf(records: readonly SampleRecord[], knowledge: Knowledge) {
  const pipeline = await startPipeline(knowledge, defaultConfig, async () => {});
  const encoder = new TextEncoder();
  const outgoing = records.map(({ record }, index) => ({
    partitionKey: `${index}`, // scattered over all shards, as most producers do
    data: encoder.encode(JSON.stringify(record)),
  }));
  for (let i = 0; i < outgoing.length; i += perPut) await pipeline.put(outgoing.slice(i, i + perPut));
  await pipeline.drained();
  const traffic = pipeline.traffic();
  await pipeline.stop();
  return traffic;
}

/** How large each function is and how long it takes to start. */
function functionsOf(times: number) {
  return withBundles(async (bundles) => {
    const bundleKiB: Record<string, number> = {};
    const starts: Record<string, number> = {};
    for (const bundle of bundles) {
      bundleKiB[bundle.name] = Math.round(bundle.bytes / 1_024);
      const each: number[] = [];
      for (let time = 0; time < times; time += 1) each.push(await coldStartMs(bundle));
      starts[bundle.name] = Math.round(median(each));
    }
    return { bundleKiB, coldStartMs: starts };
  });
}
