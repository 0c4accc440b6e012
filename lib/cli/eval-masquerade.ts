import { basename, resolve } from "node:path";
import { Command } from "commander";
import { readMasqueradeFiles } from "../adapters/masquerade-files.js";
import { Misuse } from "../adapters/misuse.js";
import { readCorpus } from "../evaluation/masquerade/corpus.js";
import { defaultInvention, inventCorpus } from "../evaluation/masquerade/invented.js";
import { masqueradeReport } from "../evaluation/masquerade/report.js";
import { misuse } from "./exit.js";

/** `npm run eval:masquerade -- DIR`: how well somebody else under an identity is told, as one JSON object. */
const [folder] = new Command("eval:masquerade")
  .argument("[folder]", "User1 ... UserN and label.txt; without it, an invented corpus")
  .parse().args;

try {
  const report =
    folder === undefined
      ? masqueradeReport(inventCorpus(defaultInvention), "invented")
      : masqueradeReport(await corpusIn(folder), basename(resolve(folder)));
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
} catch (error) {
  if (!(error instanceof Misuse)) throw error;
  process.stderr.write(`eval:masquerade: ${error.message}\n`);
  process.exitCode = misuse;
}

async function corpusIn(folder: string) {
  const { texts, table } = await readMasqueradeFiles(folder);
  try {
    return readCorpus(texts, table);
  } catch (error) {
    throw new Misuse(
      (error as Error).message,
      "give a corpus with 5,000 clean commands, then a label for each hundred",
    );
  }
}
