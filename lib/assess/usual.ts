import { unusualCommand } from "../detectors/unusual-command.js";
import { number } from "../domain/wording.js";
import { emptyTree } from "../stats/count-tree.js";
import { total } from "../stats/epoch-counts.js";
import type { Baseline } from "./baseline.js";

/** What fits into an alert. */
const shown = 5;

/**
 * What a principal runs most, with its share of what was learned of her: "git status (31 %)".
 *
 * Programs and verbs only, never arguments. The most frequent first; among equals the one that sorts first.
 */
export function usualFor({ counts }: Baseline): readonly string[] {
  const tree = counts.get(unusualCommand.id) ?? emptyTree;
  const all = total(tree.counts);
  const commands = [...tree.children].flatMap(([program, { children }]) =>
    [...children].map(([verb, node]) => ({
      words: verb === "-" ? program : `${program} ${verb.replaceAll(".", " ")}`,
      count: total(node.counts),
    })),
  );
  return commands
    .sort((a, b) => b.count - a.count || (a.words < b.words ? -1 : 1))
    .slice(0, shown)
    .map(({ words, count }) => `${words} (${number((100 * count) / all)} %)`);
}
