import { inflate } from "../adapters/inflate.js";
import { createProgress } from "../adapters/progress.js";
import { demonstrate } from "../flows/demonstrate.js";
import { demonstrationText } from "../render/demonstration-text.js";
import { findingText } from "../render/finding-text.js";
import { summaryOfJudging, summaryOfReading } from "../render/summary.js";
import { main } from "./main.js";

/** The invented company whose day `npm start` tells. */
const seed = 1;

/** `npm start`: the whole detector on an invented company; `npm start -- FILE...`: on your own telemetry. */
async function start(paths: readonly string[]): Promise<number> {
  if (paths.length > 0) return main(["replay", ...paths]);
  process.stderr.write("learning three weeks of an invented company, then judging its next day\n");
  const progress = createProgress(process.stderr);
  const demonstration = await demonstrate(seed, inflate, progress.tell);
  progress.clear();
  const { gathered, judgement, incidents } = demonstration;
  const colour = process.stdout.isTTY === true;
  for (const finding of judgement.findings) process.stdout.write(`${findingText(finding, { colour })}\n`);
  process.stdout.write(`${demonstrationText(demonstration, { colour })}\n`);
  process.stderr.write(summaryOfReading(gathered) + summaryOfJudging(judgement));
  return incidents.every(({ found }) => found) ? 0 : 1;
}

process.exitCode = await start(process.argv.slice(2));
