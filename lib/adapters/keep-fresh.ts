import type { Instant, Millis } from "../domain/units.js";

/**
 * Fetches a value when it is asked for, and keeps it for so long. What failed is not kept: whoever asks next tries again.
 */
export function keepFresh<Value>(fetch: () => Promise<Value>, forMs: Millis, now: () => Instant): () => Promise<Value> {
  let kept: { readonly value: Value; readonly until: Instant } | undefined;
  return async () => {
    if (kept === undefined || now() >= kept.until) kept = { value: await fetch(), until: now() + forMs };
    return kept.value;
  };
}
