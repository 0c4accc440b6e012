import type { JsonObject } from "./json.js";

/** How agents, and the hooks that answer them, say no. */
const refusals: ReadonlySet<string> = new Set([
  ...["deny", "denied", "reject", "rejected", "decline", "declined", "block", "blocked", "forbid"],
  ...["abort", "aborted", "cancel", "cancelled"],
]);

/** The fields in which they say it. */
const decisions = ["decision", "decision_type", "permissionDecision", "permission", "status"] as const;

/**
 * Whether a tool call was refused, by a person or by a rule: it started nothing.
 *
 * @example
 * wasRefused({ decision: "reject" }) // => true
 * wasRefused({ decision: "auto_accept" }) // => false
 */
export const wasRefused = (call: JsonObject): boolean =>
  decisions.some((field) => {
    const answer = call[field];
    return typeof answer === "string" && refusals.has(answer.toLowerCase());
  });
