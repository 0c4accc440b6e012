import * as v from "valibot";
import { namesOf } from "./attribution/agent-names.js";
import type { Fingerprint } from "./attribution/fingerprint.js";
import { withOwn } from "./attribution/fingerprints.js";
import type { IdentityRules } from "./attribution/identity.js";
import { serviceAccounts } from "./attribution/service-accounts.js";
import { sessionPattern, sessionRuleOf } from "./attribution/session-names.js";
import { listOf, textLike, texts } from "./config-values.js";

const hintOfFile = 'a file beside this one with one name or pattern a line, for example "engineers.txt"';

/** Who is who, as written. */
export const identities = v.strictObject({
  trusted: texts('write names, patterns or teams, for example ["ada", "*@corp.example", "team:platform"]'),
  trustedFile: v.optional(v.string(({ received }) => `must be a text, got ${received}; ${hintOfFile}`)),
  service: texts('write patterns of service accounts, for example ["svc-*", "ci-runner"]'),
  sessions: v.optional(
    listOf(
      textLike(
        sessionPattern,
        "a pattern with {agent} and {user} once each, text between them, and * only at an end that is text",
        'for example "{agent}+{user}" or "agent-{agent}-{user}-*"',
      ),
      'for example ["{agent}+{user}"]',
    ),
  ),
  aliases: v.optional(
    v.record(
      v.string(),
      v.string(
        ({ received }) => `must be the identity it stands for, got ${received}; for example "uid:1000@build-1": "ada"`,
      ),
      ({ received }) => `must be an object from alias to identity, got ${received}`,
    ),
  ),
  teams: v.optional(
    v.record(
      v.string(),
      v.array(
        v.string(({ received }) => `must be an identity, got ${received}`),
        ({ received }) => `must be a list of identities, got ${received}; for example ["ada", "grace"]`,
      ),
      ({ received }) => `must be an object from team to identities, got ${received}`,
    ),
  ),
});

type Written = v.InferOutput<typeof identities>;

/** Who is who, as used. */
export type Identities = IdentityRules & {
  /** Identity to team. */
  readonly teams: ReadonlyMap<string, string>;
};

const teamPrefix = "team:";
const lower = (texts: readonly string[]): readonly string[] => texts.map((text) => text.toLowerCase());

/** Members in lower case; of a team by its name as written. */
const membersOf = ({ teams = {} }: Written, entry: string): readonly string[] | undefined => {
  const team = entry.slice(teamPrefix.length).toLowerCase();
  const found = Object.entries(teams).find(([name]) => name.toLowerCase() === team);
  return found && lower(found[1]);
};

/** What is right field by field and wrong together. */
export const contradictionsIn = (written: Written): readonly string[] => {
  const mistakes: string[] = [];
  const known = Object.keys(written.teams ?? {});
  for (const entry of written.trusted ?? []) {
    if (!entry.startsWith(teamPrefix)) continue;
    const members = membersOf(written, entry);
    const wrong = members === undefined ? "is not in identities.teams" : members.length === 0 ? "has nobody in it" : "";
    if (wrong !== "")
      mistakes.push(`identities.trusted: ${entry} ${wrong}; known here: ${known.join(", ") || "no team"}`);
  }
  const teams = new Map<string, string>();
  for (const [team, members] of Object.entries(written.teams ?? {}))
    for (const member of lower(members)) {
      const other = teams.get(member);
      if (other !== undefined && other !== team)
        mistakes.push(`identities.teams.${team}: has ${member}, who is in ${other} already; name her once`);
      teams.set(member, team);
    }
  return mistakes;
};

/** Who is who with all defaults; the names of agents are those in sessions' names. */
export const identitiesOf = (written: Written, agents: readonly Fingerprint[]): Identities => ({
  trusted: (written.trusted ?? []).flatMap((entry) =>
    entry.startsWith(teamPrefix) ? (membersOf(written, entry) ?? []) : [entry.toLowerCase()],
  ),
  service: [...serviceAccounts, ...lower(written.service ?? [])],
  sessions: (written.sessions ?? []).map(sessionRuleOf).filter((rule) => rule !== null),
  agentNames: namesOf(withOwn(agents)),
  aliases: new Map(
    Object.entries(written.aliases ?? {}).map(([from, to]) => [from.toLowerCase(), to.toLowerCase()] as const),
  ),
  teams: new Map(
    Object.entries(written.teams ?? {}).flatMap(([team, members]) =>
      lower(members).map((member) => [member, team] as const),
    ),
  ),
});
