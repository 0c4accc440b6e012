import { defaultCatalogue } from "./catalogue/index.js";
import { notUnderstoodId } from "./classify.js";

const clauses = new Map([
  ...defaultCatalogue.entries.map(({ id, because }) => [id, because] as const),
  [notUnderstoodId, "could do anything: its text could not be followed to the end"] as const,
]);

/** What an impact could do, as a clause; its id where nothing is written about it. */
export const because = (id: string): string => clauses.get(id) ?? id;
