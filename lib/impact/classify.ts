import { read } from "../command/reading.js";
import type { Command, Understanding } from "../domain/command.js";
import type { Impact } from "../domain/impact.js";
import { defaultCatalogue } from "./catalogue/index.js";
import type { Catalogue, CompiledEntry } from "./compile.js";
import { looked, type Seen, windows } from "./conditions.js";
import type { CatalogueEntry } from "./entry.js";

/** An entry that holds for a command, with the tokens that decided. */
export interface Match {
  readonly entry: CatalogueEntry;
  readonly tokens: readonly string[];
}

/**
 * The impact of text that could not be parsed to its end: what is hidden weighs like something serious, and a text
 * made too long, too deep or too full to be read weighs as much as what is told without any history.
 */
export const notUnderstood = (why: NonNullable<Understanding["notUnderstood"]>): Impact => ({
  id: notUnderstoodId,
  class: "execution",
  weight: why === "syntax" ? 0.7 : 0.8,
  floor: false,
  attack: ["T1027"],
});

export const notUnderstoodId = "command.not-understood";

const look = (command: Command): Seen => ({
  command,
  reading: read(command),
  words: looked(command.argv.slice(command.dynamic ? 0 : 1)).flatMap(windows),
});

const tokensOf = (compiled: CompiledEntry, seen: Seen): readonly string[] | undefined => {
  const tokens = new Set<string>();
  for (const test of compiled.tests) {
    const found = test(seen);
    if (found === undefined) return undefined;
    for (const token of found) tokens.add(token);
  }
  return [...tokens];
};

const heaviestFirst = (a: Match, b: Match): number =>
  b.entry.weight - a.entry.weight || (a.entry.id < b.entry.id ? -1 : 1);

/** Every entry that holds for a command, heaviest first, with the tokens that decided. */
export const matchesOf = (command: Command, catalogue: Catalogue = defaultCatalogue): readonly Match[] => {
  const seen = look(command);
  const candidates = new Set([...(catalogue.byProgram.get(seen.reading.program) ?? []), ...catalogue.forAny]);
  const matches = [...candidates].flatMap((compiled): Match[] => {
    const tokens = tokensOf(compiled, seen);
    return tokens === undefined ? [] : [{ entry: compiled.entry, tokens }];
  });
  return matches.sort(heaviestFirst);
};

const impactOf = ({ id, class: kind, weight, floor, attack }: CatalogueEntry): Impact => ({
  id,
  class: kind,
  weight,
  floor,
  attack,
});

/** What one command could do if it was not meant, heaviest first; nothing means harmless. */
export const classify = (command: Command, catalogue: Catalogue = defaultCatalogue): readonly Impact[] =>
  matchesOf(command, catalogue).map(({ entry }) => impactOf(entry));
