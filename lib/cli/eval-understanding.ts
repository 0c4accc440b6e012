import { basename, extname } from "node:path";
import { Command } from "commander";
import { readInputs } from "../adapters/files.js";
import { Misuse } from "../adapters/misuse.js";
import { type Corpus, readCorpus } from "../flows/corpus.js";
import { type Coverage, coverageOf } from "../flows/coverage.js";
import { runScript } from "./script.js";

/** What one corpus shows; where its lines are labelled, each label for itself too. */
interface CorpusReport extends Coverage {
  readonly unreadable: number;
  readonly labels?: Readonly<Record<string, Coverage>>;
  /** For one command, parsed and classified, with no memo; it depends on the machine, so that nothing is decided by it. */
  readonly microsecondsPerCommand: number;
}

/** `npm run eval:understanding -- FILE...`: how much of some commands is understood and covered, as one JSON object. */
await runScript(
  new Command("eval:understanding").argument(
    "[file...]",
    "one command a line, or plain telemetry where the name ends in .jsonl",
  ),
  async (files) => {
    if (files.length === 0)
      throw new Misuse(
        "there is no file to read commands from",
        "npm run eval:understanding -- commands.txt reads one",
      );
    const report: Record<string, CorpusReport> = {};
    for await (const { name, bytes } of readInputs(files))
      report[basename(name, extname(name))] = reportOf(readCorpus(name, new TextDecoder().decode(bytes)));
    return report;
  },
);

function reportOf({ lines, unreadable }: Corpus): CorpusReport {
  const began = process.hrtime.bigint();
  const all = coverageOf(lines.map(({ command }) => command));
  const microseconds = Number(process.hrtime.bigint() - began) / 1_000;
  const microsecondsPerCommand = Math.round(microseconds / Math.max(1, lines.length));
  const labels = new Set(lines.map(({ label }) => label).filter((label) => label !== null));
  if (labels.size === 0) return { ...all, unreadable, microsecondsPerCommand };
  const each = [...labels].map((label) => {
    const own = lines.filter((line) => line.label === label).map(({ command }) => command);
    return [label, coverageOf(own)] as const;
  });
  return { ...all, unreadable, labels: Object.fromEntries(each), microsecondsPerCommand };
}
