import { notable } from "../../domain/impact.js";
import { entries } from "../../impact/catalogue/index.js";
import type { Input } from "../../ports/replay.js";
import { generateCompany } from "../../sample/company.js";
import type { AttackFile } from "../injection-evaluation.js";
import { asInput } from "../learn-company.js";

/** What to measure with in a checkout that has no real histories. */
export interface Invented {
  readonly ordinary: readonly Input[];
  readonly attacks: readonly AttackFile[];
}

/** A few days of everybody: enough for each to have a history, and measured in two minutes. */
const records = 12_000;

/**
 * The first days of the invented company, and lines to put into them: what is planted in its judged day, and the first
 * example of each entry of the catalogue that is notable.
 *
 * It shows that the harness runs and that nothing broke; what it says of recall it says of lines that the catalogue was
 * written with.
 */
export async function inventedCorpora(seed: number): Promise<Invented> {
  const { history, truth } = generateCompany(seed);
  const ordinary: Input[] = [];
  for await (const input of asInput("invented-company", [...history].slice(0, records))) ordinary.push(input);
  const examples = entries.filter(({ weight }) => weight >= notable).map(({ matches }) => matches[0] ?? "");
  const planted = truth.incidents.map(({ text }) => text);
  return {
    ordinary,
    attacks: [
      { corpus: "planted", text: planted.join("\n") },
      { corpus: "catalogue", text: examples.map((command) => JSON.stringify({ command })).join("\n") },
    ],
  };
}
