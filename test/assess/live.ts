import { assess } from "../../lib/assess/assess.js";
import { emptyMemory, type Memory } from "../../lib/assess/memory.js";
import type { Context, Outcome } from "../../lib/assess/outcome.js";
import { defaultPolicy, type Learning, type Policy } from "../../lib/assess/policy.js";
import type { Observed } from "../../lib/flows/gather.js";

/** The default policy with a few of its numbers for learning changed. */
export const learningWith = (changed: Partial<Learning>): Policy => ({
  ...defaultPolicy,
  learning: { ...defaultPolicy.learning, ...changed },
});

/** One identity's commands in the order they are given: what each of them changed, and what is remembered at the end. */
export function live(
  stream: readonly Observed[],
  context: Partial<Context> = {},
  before: Memory = emptyMemory,
): { readonly memory: Memory; readonly outcomes: readonly Outcome[] } {
  const whole = { policy: defaultPolicy, cohorts: () => [], judgeFrom: Number.NEGATIVE_INFINITY, ...context };
  const outcomes: Outcome[] = [];
  let memory = before;
  for (const { observation, at } of stream) {
    const outcome = assess(memory, observation, at, whole);
    outcomes.push(outcome);
    memory = outcome.memory;
  }
  return { memory, outcomes };
}
