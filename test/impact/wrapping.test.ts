import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { understand } from "../../lib/command/understand.js";
import type { Impact } from "../../lib/domain/impact.js";
import { entries } from "../../lib/impact/catalogue/index.js";
import { classify } from "../../lib/impact/classify.js";
import type { CatalogueEntry } from "../../lib/impact/entry.js";
import { impactsOfRest } from "../../lib/impact/not-understood.js";
import { isSimple, prefixes, quotings, surroundings, variable, type Wrapping } from "./wrappings.js";

interface Line {
  readonly entry: CatalogueEntry;
  readonly text: string;
  readonly simple: boolean;
}

const lines: readonly Line[] = entries.flatMap((entry) =>
  entry.matches.map((text) => ({ entry, text, simple: isSimple(text) })),
);

const seen = (text: string) => {
  const { commands, notUnderstood: why } = understand({ kind: "script", text });
  const found = commands.flatMap((command) => classify(command));
  return { why, impacts: why === undefined ? found : [...found, ...impactsOfRest(text, why)] };
};

const heaviest = (impacts: readonly Impact[]): number => Math.max(0, ...impacts.map(({ weight }) => weight));

/** What falls short of an entry's own weight or floor. */
const shortfall = ({ weight, floor }: CatalogueEntry, impacts: readonly Impact[]): string | undefined => {
  if (heaviest(impacts) < weight) return `weighs ${heaviest(impacts)}, not ${weight}`;
  return floor && !impacts.some((impact) => impact.floor) ? "is no floor any more" : undefined;
};

/** Fixed, so that a run can be repeated; change it to look elsewhere. */
const seed = 20_261_126;
const each = { seed, numRuns: lines.length };

const applied = (line: Line, wrappings: readonly Wrapping[]): string => {
  let text = line.text;
  let simple = line.simple;
  for (const { wrap, simpleOnly } of wrappings) {
    if (simpleOnly && !simple) continue;
    text = wrap(text);
    simple &&= simpleOnly;
  }
  return text;
};

const anyOf = (wrappings: readonly Wrapping[], least: number, most: number) =>
  fc.array(fc.constantFrom(...wrappings), { minLength: least, maxLength: most });

const composed = fc
  .tuple(anyOf([variable], 0, 1), anyOf(quotings, 0, 1), anyOf(prefixes, 0, 3), anyOf(surroundings, 0, 2))
  .map(([inVariable, quoting, prefix, around]) => [
    ...inVariable,
    ...(inVariable.length > 0 ? [] : [...quoting, ...prefix]),
    ...around,
  ]);

describe("every line that the catalogue matches", () => {
  it("weighs at least as much in any composition of quoting, prefixes and wrappers", () => {
    const compositions = fc.sample(composed, each);
    const weaker = lines.flatMap((line, index) => {
      const text = applied(line, compositions[index] ?? []);
      const why = shortfall(line.entry, seen(text).impacts);
      return why === undefined ? [] : [`${line.entry.id}: ${text} ${why}`];
    });
    expect(weaker).toEqual([]);
  }, 60_000);

  // A text that is too long takes its time to read: one line of each entry would take minutes, a sample takes seconds.
  const some = lines.filter((_line, index) => index % 7 === seed % 7);

  it.each([
    ["too many layers", (text: string) => `${"sudo ".repeat(12)}bash -c '${text.replaceAll("'", "'\\''")}'`],
    ["too long a text", (text: string) => `${"# nothing\n".repeat(4_000)}${text}\n${"# nothing\n".repeat(4_000)}`],
    ["brackets too deep", (text: string) => `${"$(a ".repeat(80)}; ${text} ;${")".repeat(80)}`],
  ])(
    "is not understood behind %s, and weighs no less",
    (_name, hide) => {
      const weaker = some.flatMap(({ entry, text }) => {
        const { why, impacts } = seen(hide(text));
        const short = shortfall(entry, impacts) ?? (heaviest(impacts) < 0.7 ? "weighs less than 0.7" : undefined);
        if (why === undefined) return [`${entry.id}: ${text} was understood`];
        return short === undefined ? [] : [`${entry.id}: ${text} ${short}`];
      });
      expect(weaker).toEqual([]);
    },
    60_000,
  );
});
