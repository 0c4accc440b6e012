import { Misuse } from "../adapters/misuse.js";
import { readSnapshotFile, writeSnapshotFile } from "../adapters/snapshot-file.js";
import { type Knowledge, noKnowledge } from "../flows/judge.js";
import { knowledgeIn, snapshotOf } from "../flows/snapshot.js";
import { safeText } from "../render/safe-text.js";

/** What a snapshot file knows; nothing where none is named. */
export async function loadBaseline(file: string | undefined): Promise<Knowledge> {
  if (file === undefined) return noKnowledge;
  const knowledge = knowledgeIn(await readSnapshotFile(file));
  if (knowledge !== null) return knowledge;
  throw new Misuse(`${safeText(file)} is no snapshot of baselines`, "name a file that --save-baseline has written");
}

export const saveBaseline = (file: string, knowledge: Knowledge): Promise<void> =>
  writeSnapshotFile(file, snapshotOf(knowledge));
