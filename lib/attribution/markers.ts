import type { Probability } from "../domain/units.js";
import { type AgentNames, agentIn, knownAgentIn, namesOf } from "./agent-names.js";
import { type Fingerprint, type Marker, reported, shared, sure } from "./fingerprint.js";
import { fits } from "./glob.js";

type Environment = Readonly<Record<string, string>>;

/** An agent that a process's variables tell of: whoever set them started it, at whatever distance. */
export interface EnvironmentSign {
  readonly agent: string;
  readonly confidence: Probability;
  /** Names the variable, and its value only where that is a known one: values are anybody's text. */
  readonly clue: string;
  /** What the agent's own variable says of its session. */
  readonly session: string | null;
}

type Sign = Omit<EnvironmentSign, "session">;

const clueOf = (name: string, value?: string): string =>
  `${value === undefined ? name : `${name}=${value}`} in its environment`;

const valueIn = (environment: Environment, name: string): string | undefined =>
  Object.hasOwn(environment, name) && environment[name] !== "" ? environment[name] : undefined;

/** A variable tells one agent: the one whose pattern says most of its value, or the first of the list. */
const signsOfVariables = (environment: Environment, fingerprints: readonly Fingerprint[]): readonly Sign[] => {
  const best = new Map<string, { readonly agent: string; readonly marker: Marker }>();
  for (const { agent, environment: markers } of fingerprints) {
    for (const marker of markers) {
      const value = valueIn(environment, marker.name);
      if (value === undefined || !fits(value, marker.value)) continue;
      if (marker.value.length > (best.get(marker.name)?.marker.value.length ?? 0))
        best.set(marker.name, { agent, marker });
    }
  }
  return [...best.values()].map(({ agent, marker: { name, value, confidence } }) => ({
    agent,
    confidence,
    clue: clueOf(name, value.includes("*") ? undefined : value),
  }));
};

/** `AI_AGENT` is text in which an agent describes itself; `AGENT` too, but also any person's own variable. */
const signsOfTexts = (environment: Environment, names: AgentNames): readonly Sign[] => {
  const signs: Sign[] = [];
  const described = valueIn(environment, "AI_AGENT");
  if (described !== undefined && /\p{L}/u.test(described)) {
    const known = knownAgentIn(described, names);
    const agent = known ?? agentIn(described, names);
    if (agent !== null) signs.push({ agent, confidence: known === null ? reported : sure, clue: clueOf("AI_AGENT") });
  }
  const named = knownAgentIn(valueIn(environment, "AGENT") ?? "", names);
  if (named !== null) signs.push({ agent: named, confidence: shared, clue: clueOf("AGENT") });
  return signs;
};

// A session's id as any agent writes one; anything else is text that somebody put there.
const plainId = /^[\w.:-]{1,128}$/;

const sessionOf = (environment: Environment, agent: string, fingerprints: readonly Fingerprint[]): string | null => {
  const variables = fingerprints.find((fingerprint) => fingerprint.agent === agent)?.sessionVariables ?? [];
  return variables.map((name) => valueIn(environment, name) ?? "").find((id) => plainId.test(id)) ?? null;
};

/**
 * The agents in a process's environment, strongest first and each once. Two of them are one started by the other, or a
 * terminal that was: which, only descent can tell.
 *
 * Everybody can set a variable, and whoever is started later inherits it: evidence, never proof. `CLAUDECODE=1` alone is
 * in the terminals of editors as well, so it stays a hint. Nothing is told from Q_TERM and TERM_PROGRAM, which are a
 * person's terminal, nor from CURSOR_TRACE_ID.
 *
 * @param names all spellings of these agents; given where they are at hand already
 */
export const markersIn = (
  environment: Environment,
  fingerprints: readonly Fingerprint[],
  names: AgentNames = namesOf(fingerprints),
): readonly EnvironmentSign[] => {
  // Most sensors show no environment.
  if (Object.keys(environment).length === 0) return [];
  const signs = [...signsOfVariables(environment, fingerprints), ...signsOfTexts(environment, names)];
  const agents = new Map<string, Sign>();
  for (const sign of signs.sort((a, b) => b.confidence - a.confidence))
    if (!agents.has(sign.agent)) agents.set(sign.agent, sign);
  return [...agents.values()].map((sign) => ({ ...sign, session: sessionOf(environment, sign.agent, fingerprints) }));
};
