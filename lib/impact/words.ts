import { defaultCatalogue } from "./catalogue/index.js";
import type { CatalogueEntry } from "./entry.js";
import { notUnderstoodId } from "./not-understood.js";

type Words = Pick<CatalogueEntry, "because" | "whatToDo" | "falsePositives">;

const hidden: Words = {
  because: "could do anything: its text could not be followed to the end",
  whatToDo: "Read it on a machine that nobody needs, layer by layer; ask whoever ran it what it is for.",
  falsePositives: "a generated or very long script",
};

const known: ReadonlyMap<string, Words> = new Map([
  ...defaultCatalogue.entries.map((entry) => [entry.id, entry] as const),
  [notUnderstoodId, hidden] as const,
]);

/** What an impact could do, as a clause; of an entry of the configuration only its id is known here. */
export const because = (id: string): string =>
  known.get(id)?.because ?? `is what your own catalogue entry ${id} looks for`;

/** One sentence for an analyst at 3 a.m., then the honest work that also looks like this. */
export function whatToDo(id: string): string {
  const words = known.get(id);
  if (words === undefined) return "Ask whoever ran it whether it was meant.";
  return `${words.whatToDo} Honest use: ${words.falsePositives}.`;
}
