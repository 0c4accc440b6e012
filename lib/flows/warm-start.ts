import { memoryToJson } from "../assess/memory-json.js";
import type { Memories } from "./assess-batch.js";
import type { Knowledge } from "./judge.js";
import { type SealedEpochs, saveCohorts } from "./sealed-cohorts.js";

/** What a warm start did. */
export interface Warmed {
  /** Identities whose memory was put. */
  readonly put: number;
  /** Identities that were known already, and are left as they are. */
  readonly known: number;
}

/** Identities put at a time. */
const atOnce = 10;

/**
 * Puts what a replay knows where a deployment that knows nothing yet looks for it, so that it starts warm.
 *
 * Nobody's memory is ever overwritten: who is known already stays as she is, so it can be run again where it was cut off.
 */
export async function warmStart(knowledge: Knowledge, memories: Memories, epochs: SealedEpochs): Promise<Warmed> {
  const all = [...knowledge.memories];
  let put = 0;
  for (let i = 0; i < all.length; i += atOnce) {
    const saved = await Promise.all(
      all.slice(i, i + atOnce).map(([identity, memory]) => memories.replace(identity, 0, memoryToJson(memory))),
    );
    put += saved.filter((one) => one === "saved").length;
  }
  await saveCohorts(epochs, knowledge.cohorts, principalsOf(knowledge));
  return { put, known: all.length - put };
}

/** Everybody who is known: each identity with her own hands and each of her agents. */
const principalsOf = ({ memories }: Knowledge) =>
  [...memories].flatMap(([identity, { baselines }]) =>
    [...baselines.keys()].map((principal) => ({
      identity,
      agent: principal === identity ? null : principal.slice(identity.length + 1),
    })),
  );
