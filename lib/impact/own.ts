import { understand } from "../command/understand.js";
import { entries as builtIn, retired as retiredIds } from "./catalogue/index.js";
import { checkEntries } from "./check.js";
import { classify } from "./classify.js";
import { type Catalogue, compileCatalogue } from "./compile.js";
import type { CatalogueEntry } from "./entry.js";
import { linear } from "./pattern.js";

/** What an organisation changes of the catalogue. */
export interface OwnEntries {
  readonly add: readonly CatalogueEntry[];
  /** What a built-in entry weighs here, by its id; what it means never changes. */
  readonly override: Readonly<Record<string, Partial<Pick<CatalogueEntry, "weight" | "floor" | "attack">>>>;
  /** Ids of built-in entries that do not hold here. */
  readonly retire: readonly string[];
}

export const noOwnEntries: OwnEntries = { add: [], override: {}, retire: [] };

/** A mistake, and where in the list of changes it is: `add.0.matches.1`. */
export interface Mistake {
  readonly path: string;
  readonly message: string;
}

const knownIds: ReadonlySet<string> = new Set(builtIn.map(({ id }) => id));

/** The catalogue with an organisation's changes, ready for use. */
export function catalogueWith({ add, override, retire }: OwnEntries): Catalogue {
  const kept = builtIn.filter(({ id }) => !retire.includes(id)).map((entry) => ({ ...entry, ...override[entry.id] }));
  return compileCatalogue(kept, add);
}

/**
 * All mistakes in changes of the right shape: what an entry must be, each of its lines tried, ids that mean nothing.
 *
 * @example
 * mistakesIn({ add: [], override: {}, retire: ["no.such"] }) // => [{ path: "retire.0", message: "must be the id of a built-in entry, got no.such; docs/catalogue.md lists them" }]
 * mistakesIn({ add: [], override: {}, retire: [] }) // => []
 */
export function mistakesIn({ add, override, retire }: OwnEntries): readonly Mistake[] {
  const unknown = (path: string, id: string): readonly Mistake[] =>
    knownIds.has(id)
      ? []
      : [{ path, message: `must be the id of a built-in entry, got ${id}; docs/catalogue.md lists them` }];
  return [
    ...add.flatMap((entry, at) => mistakesOf(entry, `add.${at}`, add.slice(0, at))),
    ...Object.keys(override).flatMap((id) => unknown(`override.${id}`, id)),
    ...retire.flatMap((id, at) => unknown(`retire.${at}`, id)),
  ];
}

function mistakesOf(entry: CatalogueEntry, path: string, before: readonly CatalogueEntry[]): readonly Mistake[] {
  const shape = checkEntries([entry], retiredIds, linear).map((said) => {
    const [, field = "", rest = ""] = /^\S+: (\w+) requires (.*)$/s.exec(said) ?? [];
    return { path: `${path}.${field}`, message: `must be ${rest}; docs/catalogue.md has examples` };
  });
  if (knownIds.has(entry.id))
    shape.push({
      path: `${path}.id`,
      message: `must be new, got ${entry.id}, a built-in one; change that with override`,
    });
  if (before.some(({ id }) => id === entry.id))
    shape.push({ path: `${path}.id`, message: `must be unique, got ${entry.id} twice; write it once` });
  return shape.length > 0 ? shape : linesOf(entry, path);
}

/** Every matching line must be found, every near miss must not. */
function linesOf(entry: CatalogueEntry, path: string): readonly Mistake[] {
  const alone = compileCatalogue([], [entry]);
  const holds = (text: string): boolean =>
    understand({ kind: "script", text }).commands.some((command) => classify(command, alone).length > 0);
  const wrong = (field: "matches" | "ignores", at: number, message: string) => ({
    path: `${path}.${field}.${at}`,
    message,
  });
  return [
    ...entry.matches.flatMap((line, at) =>
      holds(line)
        ? []
        : [wrong("matches", at, "must be found by the entry, but is not; loosen when, or mend the line")],
    ),
    ...entry.ignores.flatMap((line, at) =>
      holds(line)
        ? [wrong("ignores", at, "must not be found by the entry, but is; tighten when, or mend the line")]
        : [],
    ),
  ];
}
