import { basename, resolve } from "node:path";
import { Command } from "commander";
import { readMasqueradeFiles } from "../adapters/masquerade-files.js";
import { Misuse } from "../adapters/misuse.js";
import { readCorpus } from "../evaluation/masquerade/corpus.js";
import { defaultInvention, inventCorpus } from "../evaluation/masquerade/invented.js";
import { masqueradeReport } from "../evaluation/masquerade/report.js";
import { runScript } from "./script.js";

/** `npm run eval:masquerade -- DIR`: how well somebody else under an identity is told, as one JSON object. */
await runScript(
  new Command("eval:masquerade").argument("[folder]", "User1 ... UserN and label.txt; without it, an invented corpus"),
  async ([folder]) =>
    folder === undefined
      ? masqueradeReport(inventCorpus(defaultInvention), "invented")
      : masqueradeReport(await corpusIn(folder), basename(resolve(folder))),
);

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
