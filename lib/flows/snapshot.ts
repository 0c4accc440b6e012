import { type CohortsJson, cohortsFromJson, cohortsToJson } from "../assess/cohorts-json.js";
import { type MemoryJson, memoryFromJson, memoryToJson } from "../assess/memory-json.js";
import type { Knowledge } from "./judge.js";

/** Everything that is known of everybody, as plain JSON: what a run leaves for the next one. */
export interface Snapshot {
  readonly what: "baseliner snapshot";
  readonly version: 1;
  readonly memories: readonly (readonly [string, MemoryJson])[];
  readonly cohorts: CohortsJson;
}

/**
 * Knowledge as a snapshot. Going on from it is the same as never having stopped: what waits in somebody's grace and the
 * hours that are not sealed yet are in it. Signatures and counts, no text of a command.
 */
export const snapshotOf = ({ memories, cohorts }: Knowledge): Snapshot => ({
  what: "baseliner snapshot",
  version: 1,
  memories: [...memories]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([identity, memory]) => [identity, memoryToJson(memory)]),
  cohorts: cohortsToJson(cohorts),
});

/** The knowledge in a snapshot; null for anything that is none, or one of a version that is not known here. */
export function knowledgeIn(written: unknown): Knowledge | null {
  if (!isSnapshot(written)) return null;
  return {
    memories: new Map(written.memories.map(([identity, memory]) => [identity, memoryFromJson(memory)])),
    cohorts: cohortsFromJson(written.cohorts),
  };
}

/** A snapshot is the operator's own file: its mark and version are looked at, not each of its counts. */
const isSnapshot = (written: unknown): written is Snapshot =>
  typeof written === "object" &&
  written !== null &&
  Reflect.get(written, "what") === "baseliner snapshot" &&
  Reflect.get(written, "version") === 1 &&
  Array.isArray(Reflect.get(written, "memories"));
