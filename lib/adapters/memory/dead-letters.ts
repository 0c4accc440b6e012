import type { DeadLetters } from "../../ports/dead-letters.js";
import { type KeptLetter, keep } from "../kept-letter.js";

/** Dead letters in memory, with a look at them. It never forgets. */
export function createMemoryDeadLetters(): DeadLetters & { readonly kept: ReadonlyMap<string, KeptLetter> } {
  const kept = new Map<string, KeptLetter>();
  return {
    kept,
    async put(letters) {
      for (const letter of letters) kept.set(letter.id, keep(letter));
    },
  };
}
