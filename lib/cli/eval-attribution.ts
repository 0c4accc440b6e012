import { Command, InvalidArgumentError } from "commander";
import { inflate } from "../adapters/inflate.js";
import { attributionAccuracy } from "../flows/attribution-accuracy.js";
import { withProgress } from "./inputs.js";
import { runScript } from "./script.js";

/** Enough for an interval of some tenths of a percent, and done within a minute. */
const enough = 6;

const counted = (text: string): number => {
  const trees = Number(text);
  if (Number.isInteger(trees) && trees > 0) return trees;
  throw new InvalidArgumentError("write how many, as 8");
};

/** `npm run eval:attribution`: how well it is told who acted, as one JSON object. */
await runScript<{ readonly trees: number }>(
  new Command("eval:attribution").option("--trees <number>", "how many invented afternoons", counted, enough),
  (_, { trees }) => withProgress((tell) => attributionAccuracy(trees, inflate, tell)),
);
