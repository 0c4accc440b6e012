import type { Fingerprint } from "./fingerprint.js";
import { fingerprints } from "./fingerprints.js";

/** Every known spelling in kebab-case, the agent's own name too -> the agent's name. */
export type AgentNames = ReadonlyMap<string, string>;

/** Where two agents claim a spelling, the first has it. */
export const namesOf = (known: readonly Fingerprint[]): AgentNames =>
  new Map(
    known.toReversed().flatMap(({ agent, aliases }) => [...aliases, agent].map((alias) => [alias, agent] as const)),
  );

export const knownNames: AgentNames = namesOf(fingerprints);

// Longer names exist only in attacks on whoever shows them.
const longestName = 64;
const nobody: ReadonlySet<string> = new Set(["", "human", "none", "null", "user"]);

/**
 * The name under which all output knows an agent, from however a source spells it; an unknown one in kebab-case, null for
 * an empty one or a person.
 *
 * @example
 * agentIn("codex-cli") // => "codex"
 * agentIn("Claude Code") // => "claude-code"
 * agentIn("claude-code_2-1-263_agent") // => "claude-code"
 * agentIn("myNewAgent") // => "my-new-agent"
 * agentIn("human") // => null
 */
export const agentIn = (spelled: string, names: AgentNames = knownNames): string | null => {
  const alias = names.get(spelled);
  if (alias !== undefined) return alias;
  const kebab = spelled
    .slice(0, longestName)
    .replace(/([a-z\d])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
  if (nobody.has(kebab)) return null;
  const known = names.get(kebab) ?? names.get(kebab.replace(/-(?:v-?)?\d[\d-]*(?:-agent)?$/, ""));
  return known ?? names.get(kebab.replaceAll("-", "")) ?? kebab;
};

/**
 * The agent that a spelling means, if it is a known one.
 *
 * @example
 * knownAgentIn("claude_code", knownNames) // => "claude-code"
 * knownAgentIn("jenkins", knownNames) // => null
 */
export const knownAgentIn = (spelled: string, names: AgentNames): string | null => {
  const agent = agentIn(spelled, names);
  return agent !== null && names.has(agent) ? agent : null;
};
