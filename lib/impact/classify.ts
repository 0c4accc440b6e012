import { read } from "../command/reading.js";
import type { Command } from "../domain/command.js";
import type { Impact } from "../domain/impact.js";
import { defaultCatalogue } from "./catalogue/index.js";
import type { Catalogue, CompiledEntry } from "./compile.js";
import { type Seen, seenIn } from "./conditions.js";
import type { CatalogueEntry } from "./entry.js";
import { globPattern } from "./glob.js";

/** An entry that holds for a command, with the tokens that decided. */
export interface Match {
  readonly entry: CatalogueEntry;
  readonly tokens: readonly string[];
}

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

/** More programs that a name with a glob could mean are not tried. */
const mostMeant = 32;

/**
 * The command as it would be if its name's glob meant a program of the catalogue: `/bin/r?` may be `rm`. A name that is
 * otherwise computed could be anything, and is only itself.
 */
const meanings = (command: Command, catalogue: Catalogue): readonly Command[] => {
  const [name = "", ...rest] = command.argv;
  if (!command.dynamic || !/^[\w./?*[\]-]{2,64}$/.test(name) || !/[?[]|\w\*|\*\w/.test(name)) return [command];
  const pattern = globPattern(name.slice(name.lastIndexOf("/") + 1));
  const meant = [...catalogue.programs].filter((program) => pattern.test(program)).slice(0, mostMeant);
  return [command, ...meant.map((program) => ({ ...command, argv: [program, ...rest] }))];
};

/** Every entry that holds for a command, heaviest first, with the tokens that decided. */
export const matchesOf = (command: Command, catalogue: Catalogue = defaultCatalogue): readonly Match[] => {
  if (!command.dynamic) return matchesIn(command, catalogue);
  const all = meanings(command, catalogue).flatMap((one) => matchesIn(one, catalogue));
  return [...new Map(all.map((match) => [match.entry.id, match])).values()].sort(heaviestFirst);
};

const matchesIn = (command: Command, catalogue: Catalogue): readonly Match[] => {
  const seen = seenIn(command, read(command));
  const matches: Match[] = [];
  for (const compiled of catalogue.forProgram(seen.reading.program)) {
    const tokens = tokensOf(compiled, seen);
    if (tokens !== undefined) matches.push({ entry: compiled.entry, tokens });
  }
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
