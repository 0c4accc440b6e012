import { nothingTold, type Told } from "../../domain/telling.js";
import type { Tally } from "../../ports/tally.js";

/** A tally in memory. */
export function createMemoryTally(): Tally {
  let kept: Told = nothingTold;
  return {
    read: async () => kept,
    async write(told) {
      kept = told;
    },
  };
}
