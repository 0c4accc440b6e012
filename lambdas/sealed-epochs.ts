import { createDynamodbJournal, type JournalSettings } from "../lib/adapters/dynamodb/journal.js";
import type { SealedEpochs } from "../lib/flows/sealed-cohorts.js";

/** The sealed hours in the state table, as assess reads and rollup writes them. */
export const createSealedEpochs = (state: Omit<JournalSettings, "name">): SealedEpochs => ({
  parts: createDynamodbJournal({ ...state, name: "sealed-part" }),
  index: createDynamodbJournal({ ...state, name: "sealed-index" }),
});
