import { basename } from "node:path";
import { Command } from "commander";
import { readInputs } from "../adapters/files.js";
import { inflate } from "../adapters/inflate.js";
import { inventedCorpora } from "../flows/injection/invented.js";
import { evaluateInjection } from "../flows/injection-evaluation.js";
import type { Input } from "../ports/replay.js";
import { withProgress } from "./inputs.js";
import { runScript } from "./script.js";

/** The first seed; intervals from 200 draws are steady to about a percent; an ablation is a comparison, a quarter tells it. */
const settings = { seed: 1, draws: 200, ablationEvery: 4 };

/** A corpus is named by its file without the ending. */
const corpusOf = (file: string): string => basename(file).replace(/\.[^.]+$/, "");

async function filesOf(paths: readonly string[]): Promise<readonly Input[]> {
  const inputs: Input[] = [];
  for await (const input of readInputs(paths)) inputs.push({ ...input, name: corpusOf(input.name) });
  return inputs;
}

interface Options {
  readonly benign?: readonly string[];
  readonly attacks?: readonly string[];
}

/** `npm run eval:injection`: how many attacks are told, and what that costs in ordinary work, as one JSON object. */
await runScript<Options>(
  new Command("eval:injection")
    .option("--benign <file...>", "ordinary histories, in any format; without any, the invented company's")
    .option(
      "--attacks <file...>",
      "attacks: JSON lines with a command, or one command a line; without any, invented ones",
    ),
  async (_, given) => {
    const invented = await inventedCorpora(settings.seed);
    const ordinary = given.benign === undefined ? invented.ordinary : await filesOf(given.benign);
    const attacks =
      given.attacks === undefined
        ? invented.attacks
        : (await filesOf(given.attacks)).map(({ name, bytes }) => ({
            corpus: name,
            text: new TextDecoder().decode(bytes),
          }));
    return withProgress((tell) => evaluateInjection(ordinary, attacks, settings, inflate, tell));
  },
);
