import { type AgentNames, agentIn } from "./agent-names.js";
import { cloudNameIn } from "./cloud-names.js";

/** What an agent's session is called, taken apart from a pattern such as `{agent}+{user}`. */
export interface SessionRule {
  /** The text around and between the two parts; a star before or after means that more may stand there. */
  readonly before: string;
  readonly between: string;
  readonly after: string;
  readonly openStart: boolean;
  readonly openEnd: boolean;
  readonly agentFirst: boolean;
}

/** The shape of a pattern: both parts, text between them, and a star only at an end, where text holds it. */
export const sessionPattern =
  /^(?:(\*?)([^{}*]+)|)(?:\{agent\}([^{}*]+)\{user\}|\{user\}([^{}*]+)\{agent\})(?:([^{}*]+)(\*?)|)$/;

/**
 * A pattern ready for matching; null where it has not the shape.
 *
 * @example
 * sessionRuleOf("{agent}+{user}").between // => "+"
 * sessionRuleOf("{user}") // => null
 */
export const sessionRuleOf = (pattern: string): SessionRule | null => {
  const parts = sessionPattern.exec(pattern.toLowerCase());
  if (parts === null) return null;
  const [, start = "", before = "", afterAgent, afterUser = "", after = "", end = ""] = parts;
  const between = afterAgent ?? afterUser;
  return { before, between, after, openStart: start !== "", openEnd: end !== "", agentFirst: afterAgent !== undefined };
};

/** An agent's session under a name of its own, and whose agent it is. */
export interface SessionOwner {
  readonly user: string;
  readonly agent: string;
}

/** What the configuration says of them, and the names of the agents that may stand in them. */
export interface SessionRules {
  readonly sessions: readonly SessionRule[];
  readonly agentNames: AgentNames;
}

// AWS allows 64 characters for a session's name, and some 200 for the ARN around it; longer ones are not taken apart.
const longestSession = 128;
const longestName = 1_024;

/** What stands between the texts at both ends. The text at an open end is sought from its side: the first, the last. */
const inside = (name: string, { before, after, openStart, openEnd }: SessionRule): string | null => {
  const found = openStart ? name.indexOf(before) : name.startsWith(before) ? 0 : -1;
  const end = openEnd ? name.lastIndexOf(after) : name.endsWith(after) ? name.length - after.length : -1;
  return found === -1 || end === -1 ? null : name.slice(found + before.length, Math.max(end, found + before.length));
};

/** Every way to part a text in two that both hold something. */
const splits = (text: string, between: string): readonly (readonly [string, string])[] => {
  const found: (readonly [string, string])[] = [];
  for (let at = text.indexOf(between, 1); at !== -1; at = text.indexOf(between, at + 1))
    if (at + between.length < text.length) found.push([text.slice(0, at), text.slice(at + between.length)]);
  return found;
};

const agentName = /^[a-z][\w. -]*$/;

/** Where a name can be parted in several ways, the one with the longest known agent counts; with none, no way does. */
const ownerBy = (name: string, rule: SessionRule, names: AgentNames): SessionOwner | null => {
  const ways = splits(inside(name, rule) ?? "", rule.between).flatMap(([first, second]) => {
    const [spelled, user] = rule.agentFirst ? [first, second] : [second, first];
    const agent = agentName.test(spelled) ? agentIn(spelled, names) : null;
    return agent === null || !/[\p{L}\p{N}]/u.test(user) ? [] : [{ agent, user, length: spelled.length }];
  });
  const known = ways.filter(({ agent }) => names.has(agent)).sort((a, b) => b.length - a.length)[0];
  const way = known ?? (ways.length === 1 ? ways[0] : undefined);
  return way === undefined ? null : { user: way.user, agent: way.agent };
};

/**
 * The person and the agent in the name of an agent's session, as the first rule that fits says: of a role session that
 * an agent's ephemeral credentials are made for, or of an account that it has for itself.
 *
 * A role's session is named by whoever assumes it, unless the role's trust policy binds the name: evidence as good as that.
 *
 * @param name an account's name in any spelling: a session's name, or the ARN that it is in
 * @example
 * const rules = { sessions: [sessionRuleOf("{agent}+{user}")], agentNames: new Map([["claude-code", "claude-code"]]) }
 * sessionNamed("arn:aws:sts::123456789012:assumed-role/dev/claude-code+ada", rules) // => { user: "ada", agent: "claude-code" }
 * sessionNamed("ada", rules) // => null
 */
export const sessionNamed = (name: string, { sessions, agentNames }: SessionRules): SessionOwner | null => {
  if (sessions.length === 0) return null;
  if (name.length > longestName) return null;
  const lower = name.trim().toLowerCase();
  const cloud = cloudNameIn(lower);
  const session = cloud?.name ?? lower;
  if (cloud?.kind === "service" || session.length > longestSession) return null;
  for (const rule of sessions) {
    const owner = ownerBy(session, rule, agentNames);
    if (owner !== null) return owner;
  }
  return null;
};
