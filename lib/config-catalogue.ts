import * as v from "valibot";
import { listOf, oneOf, textLike, within, yesOrNo } from "./config-values.js";
import { impactClasses } from "./domain/impact.js";
import { targetClasses } from "./domain/reading.js";
import type { CatalogueEntry } from "./impact/entry.js";
import { mistakesIn, noOwnEntries, type OwnEntries } from "./impact/own.js";

const id = textLike(/^[a-z0-9-]+\.[a-z0-9-]+$/, "family.slug in lower case", 'for example "acme.drop-tenant"');
const some = (example: string) => textLike(/\S/, "some words", `for example "${example}"`);
const words = (example: string) => v.optional(listOf(some(example), `for example ["${example}"]`));
const oneOrSome = (example: string) =>
  v.optional(
    v.union(
      [some(example), listOf(some(example), `for example ["${example}"]`)],
      `must be a text or a list of texts; for example "${example}"`,
    ),
  );
const targets = v.optional(listOf(oneOf(targetClasses, 'for example "path:system"'), 'for example ["path:system"]'));
const weight = within(0, 1, "0.3 is notable, from 0.8 it is told while nobody's history is known");
const floor = yesOrNo("true finds it every time, however routine");
const attack = listOf(
  textLike(/^T\d{4}(\.\d{3})?$/, "a technique's id", 'for example "T1485"'),
  'for example ["T1485"]',
);
const lines = (example: string) =>
  v.pipe(
    listOf(some(example), `for example ["${example}", "sudo ${example}"]`),
    v.minLength(2, ({ received }) => `must be at least 2 command lines, got ${received}; one of them wrapped`),
  );

const when = v.strictObject({
  program: oneOrSome("acme"),
  verb: oneOrSome("tenant drop"),
  anyFlag: words("--force"),
  allFlags: words("--force"),
  unlessFlag: words("--dry-run"),
  target: targets,
  unlessTarget: targets,
  writes: targets,
  startedFrom: words("^/tmp/"),
  writesTo: words("\\.conf$"),
  anyArgument: words("^prod-"),
  andArgument: words("^prod-"),
  unlessArgument: words("^--help$"),
  upstream: words("curl"),
  downstream: words("sh"),
  wrapper: words("sudo"),
  minOperands: v.optional(within(1, 100, "2 wants two operands")),
});

const entry = v.strictObject(
  {
    id,
    when,
    class: oneOf(impactClasses, 'for example "destroy"'),
    weight,
    floor,
    because: some("drops a tenant with all its data"),
    attack,
    falsePositives: some("clean-up after a demonstration"),
    whatToDo: some("Ask the platform team for the ticket."),
    reference: textLike(/^https:\/\/\S+$/, "an https address", 'for example "https://wiki.example/acme"'),
    matches: lines("acme tenant drop shop"),
    ignores: lines("acme tenant list"),
  },
  ({ received }) =>
    received === "undefined"
      ? "is missing; docs/catalogue.md has an example with all that an entry needs"
      : `must be an object, got ${received}; docs/catalogue.md has an example`,
);

const change = v.strictObject({ weight: v.optional(weight), floor: v.optional(floor), attack: v.optional(attack) });

/** An organisation's own entries, and what it changes of the built-in ones, as written. */
export const catalogue = v.optional(
  v.strictObject({
    add: v.optional(listOf(entry, "each an entry like those of docs/catalogue.md")),
    override: v.optional(v.record(id, change)),
    retire: v.optional(listOf(id, 'for example ["files.remove-folder"]')),
  }),
);

type Written = v.InferOutput<typeof catalogue>;

/** The settings of each part, by its place. */
export const catalogueParts: readonly (readonly [place: RegExp, entries: object])[] = [
  [/^catalogue$/, { add: 0, override: 0, retire: 0 }],
  [/^catalogue\.add\.\d+$/, entry.entries],
  [/^catalogue\.add\.\d+\.when$/, when.entries],
  [/^catalogue\.override\..+$/, change.entries],
];

/** The changes, as used. */
export const ownEntriesOf = (written: Written): OwnEntries => ({
  ...noOwnEntries,
  ...(written as Partial<OwnEntries> | undefined),
  add: (written?.add ?? []) as readonly CatalogueEntry[],
});

/** Entries that do not do what their lines say, and ids that mean nothing. */
export const mistakesInCatalogue = (written: Written): readonly string[] =>
  mistakesIn(ownEntriesOf(written)).map(({ path, message }) => `catalogue.${path}: ${message}`);
