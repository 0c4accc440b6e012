import { impactClasses } from "../domain/impact.js";
import type { CatalogueEntry } from "./entry.js";
import { type MakePattern, reviewed } from "./pattern.js";

/** A shape a field must have, and what is said when it has not. */
interface Rule {
  readonly field: string;
  readonly condition: string;
  holds(entry: CatalogueEntry): boolean;
  got(entry: CatalogueEntry): unknown;
}

const filled = (text: unknown): boolean => typeof text === "string" && text.trim() !== "";

const rule = (
  field: string,
  condition: string,
  got: (entry: CatalogueEntry) => unknown,
  holds: (entry: CatalogueEntry) => boolean,
): Rule => ({ field, condition, got, holds });

const patternsOf = (entry: CatalogueEntry): readonly string[] => [
  ...(entry.when.startedFrom ?? []),
  ...(entry.when.writesTo ?? []),
  ...(entry.when.anyArgument ?? []),
  ...(entry.when.andArgument ?? []),
  ...(entry.when.unlessArgument ?? []),
];

/** A star stands at the end of a word, or is not understood. */
const hasInnerStar = (words: string | readonly string[] = []): boolean =>
  (typeof words === "string" ? [words] : words).some((each) => /\*[^ ]/.test(each));

const isPattern = (source: string, make: MakePattern): boolean => {
  try {
    return typeof make(source).test === "function";
  } catch {
    return false;
  }
};

const badPattern = (entry: CatalogueEntry, make: MakePattern): string | undefined =>
  patternsOf(entry).find((source) => !isPattern(source, make));

const sentences = ["because", "falsePositives", "whatToDo"] as const;

const rules: readonly Rule[] = [
  rule(
    "id",
    "family.slug in lower case",
    (entry) => entry.id,
    (entry) => /^[a-z0-9-]+\.[a-z0-9-]+$/.test(entry.id),
  ),
  rule(
    "class",
    "a known impact class",
    (entry) => entry.class,
    (entry) => impactClasses.includes(entry.class),
  ),
  rule(
    "weight",
    "a number from 0 to 1",
    (entry) => entry.weight,
    ({ weight }) => weight >= 0 && weight <= 1,
  ),
  rule(
    "floor",
    "true or false",
    (entry) => entry.floor,
    (entry) => typeof entry.floor === "boolean",
  ),
  rule(
    "attack",
    "technique ids like T1234 or T1234.001",
    (entry) => entry.attack.join(","),
    (entry) => entry.attack.every((technique) => /^T\d{4}(\.\d{3})?$/.test(technique)),
  ),
  rule(
    "when",
    "at least one condition",
    () => "none",
    (entry) => Object.keys(entry.when).length > 0,
  ),
  rule(
    "when",
    "stars at the end of words only",
    () => "one inside",
    (entry) => !hasInnerStar(entry.when.verb) && !hasInnerStar(entry.when.program),
  ),
  ...sentences.map((field) =>
    rule(
      field,
      "some words",
      (entry) => entry[field],
      (entry) => filled(entry[field]),
    ),
  ),
  rule(
    "reference",
    "an https address",
    (entry) => entry.reference,
    (entry) => /^https:\/\/\S+$/.test(entry.reference),
  ),
  rule(
    "matches",
    "at least 2 command lines",
    ({ matches }) => matches.length,
    ({ matches }) => matches.length >= 2,
  ),
  rule(
    "ignores",
    "at least 2 command lines",
    ({ ignores }) => ignores.length,
    ({ ignores }) => ignores.length >= 2,
  ),
];

const compiles = (make: MakePattern): Rule =>
  rule(
    "when",
    "patterns that compile",
    (entry) => badPattern(entry, make),
    (entry) => badPattern(entry, make) === undefined,
  );

const repeatedIds = (entries: readonly CatalogueEntry[]): readonly string[] => {
  const seen = new Set<string>();
  return entries.map((entry) => entry.id).filter((id) => seen.has(id) || !seen.add(id));
};

/**
 * All mistakes in a catalogue at once, each with the entry's id and the field; none means it may be used.
 *
 * @example
 * checkEntries([]) // => []
 */
export const checkEntries = (
  entries: readonly CatalogueEntry[],
  retired: readonly string[] = [],
  make: MakePattern = reviewed,
): readonly string[] => [
  ...entries.flatMap((entry) =>
    [...rules, compiles(make)]
      .filter((each) => !each.holds(entry))
      .map((each) => `${entry.id}: ${each.field} requires ${each.condition}, got ${String(each.got(entry))}`),
  ),
  ...repeatedIds(entries).map((id) => `${id}: id requires to be unique, got it twice`),
  ...entries
    .filter((entry) => retired.includes(entry.id))
    .map(({ id }) => `${id}: id requires to be new, got a retired one`),
];
