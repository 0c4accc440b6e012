import * as v from "valibot";
import { defaultPolicy, type Policy } from "./assess/policy.js";
import type { IdentityRules } from "./attribution/identity.js";
import { serviceAccounts } from "./attribution/service-accounts.js";
import { type Infrastructure, infrastructure, infrastructureParts } from "./config-infrastructure.js";
import { wholeWithin, within } from "./config-values.js";
import { second } from "./domain/units.js";

const fraction = (least: number, most: number, hint: string) => v.optional(within(least, most, hint));
const whole = (least: number, most: number, hint: string) => v.optional(wholeWithin(least, most, hint));
const texts = (hint: string) =>
  v.optional(
    v.array(
      v.string(({ received }) => `must be a text, got ${received}; ${hint}`),
      ({ received }) => `must be a list of texts, got ${received}; ${hint}`,
    ),
  );

const identities = v.strictObject({
  trusted: texts('write names or patterns, for example ["ada", "*@corp.example"]'),
  service: texts('write patterns of service accounts, for example ["svc-*", "ci-runner"]'),
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

const learning = v.strictObject({
  graceSeconds: fraction(0, 3600, "120 waits two minutes for a late parent"),
  absorbDays: whole(1, 90, "3 believes a found command after three days"),
  absorbSessions: whole(1, 90, "3 believes a found command after three sessions"),
  notablePerSession: whole(1, 1_000, "5 is the default"),
  notablePerDay: whole(1, 1_000, "10 is the default"),
  rarePerDay: whole(1, 1_000, "10 is the default"),
  rareShare: fraction(0, 1, "0.03 is three times what is expected"),
  mostWaiting: whole(1, 10_000, "500 is the default"),
  foundPerSession: whole(1, 1_000, "1 is the default"),
  foundPerDay: whole(1, 1_000, "2 is the default"),
  nodes: whole(100, 100_000, "2000 is the default"),
  horizonDays: whole(7, 730, "182 keeps half a year"),
});

const policy = v.strictObject({
  halfLifeDays: fraction(1, 730, "60 halves a count in two months"),
  findAtP: fraction(0, 1, "0.005 is the default; smaller tells less"),
  watchAtP: fraction(0, 1, "0.02 is the default"),
  youngCommands: whole(0, 100_000, "200 is the default"),
  youngDays: whole(0, 365, "3 is the default"),
  cohortCommands: whole(0, 1_000_000, "1000 is the default"),
  blindWeight: fraction(0, 1, "0.8 finds only the heaviest while nothing is known"),
  enoughScores: whole(1, 1_000_000, "1000 is the default"),
  learning: v.optional(learning),
});

/** The schema of the file; `docs/baseliner.config.schema.json` is made of it. */
export const schema = v.strictObject({
  $schema: v.optional(v.string()),
  identities: v.optional(identities),
  policy: v.optional(policy),
  infrastructure: v.optional(infrastructure, {}),
});

/** The configuration as written: everything is optional. */
export type ConfigFile = v.InferOutput<typeof schema>;

/** The configuration as used: everything is there. */
export interface Config {
  /** Who is who; yours are added to the service accounts that everybody has. */
  readonly identities: IdentityRules & {
    /** Identity to team. */
    readonly teams: ReadonlyMap<string, string>;
  };
  readonly policy: Policy;
  /** What is deployed and how large; replay has no use for it. */
  readonly infrastructure: Infrastructure;
}

export type CheckedConfig =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly mistakes: readonly string[] };

/**
 * Checks a configuration and fills in the defaults. All mistakes are reported at once, each with its path and a hint.
 *
 * @example
 * checkConfig({ policy: { findAtP: 7 } }).mistakes // => ["policy.findAtP: must be at most 1, got 7; 0.005 is the default; smaller tells less"]
 * checkConfig({}).config.policy.halfLifeDays // => 60
 */
export function checkConfig(file: unknown): CheckedConfig {
  if (typeof file !== "object" || file === null || Array.isArray(file))
    return {
      ok: false,
      mistakes: ['(the whole file): must be an object; for example { "policy": { "halfLifeDays": 60 } }'],
    };
  const parsed = v.safeParse(schema, file);
  if (!parsed.success) return { ok: false, mistakes: parsed.issues.map(sentence) };
  const config = withDefaults(parsed.output);
  const mistakes = contradictions(parsed.output, config);
  return mistakes.length > 0 ? { ok: false, mistakes } : { ok: true, config };
}

/** What is right field by field and wrong together. */
function contradictions({ identities }: ConfigFile, { policy }: Config): readonly string[] {
  const mistakes: string[] = [];
  if (policy.watchAtP < policy.findAtP)
    mistakes.push(
      `policy.watchAtP: must be at least policy.findAtP (${policy.findAtP}), got ${policy.watchAtP}; what is found is rarer than what is watched`,
    );
  const teams = new Map<string, string>();
  for (const [team, members] of Object.entries(identities?.teams ?? {}))
    for (const member of members) {
      const other = teams.get(member.toLowerCase());
      if (other !== undefined && other !== team)
        mistakes.push(`identities.teams.${team}: has ${member}, who is in ${other} already; name her once`);
      teams.set(member.toLowerCase(), team);
    }
  return mistakes;
}

function withDefaults({ identities, policy, infrastructure }: ConfigFile): Config {
  const { learning: { graceSeconds, ...learning } = {}, ...rest } = policy ?? {};
  return {
    identities: {
      trusted: identities?.trusted ?? [],
      service: [...serviceAccounts, ...(identities?.service ?? [])],
      aliases: new Map(Object.entries(identities?.aliases ?? {}).map(([from, to]) => [from.toLowerCase(), to])),
      teams: new Map(
        Object.entries(identities?.teams ?? {}).flatMap(([team, members]) =>
          members.map((member) => [member.toLowerCase(), team]),
        ),
      ),
    },
    policy: {
      ...defaultPolicy,
      ...given(rest),
      learning: {
        ...defaultPolicy.learning,
        ...given(learning),
        ...(graceSeconds === undefined ? {} : { graceMs: graceSeconds * second }),
      },
    },
    infrastructure,
  };
}

/** The fields that were written. */
const given = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

function sentence(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue) ?? "(the whole file)";
  if (issue.expected !== "never") return `${path}: ${issue.message}`;
  return `${path}: is not a setting; known here: ${knownBeside(path).join(", ")}`;
}

/** The settings that stand beside a path in the schema. */
function knownBeside(path: string): readonly string[] {
  const beside: Record<string, object> = {
    identities: identities.entries,
    policy: policy.entries,
    "policy.learning": learning.entries,
    ...infrastructureParts,
  };
  return Object.keys(beside[path.split(".").slice(0, -1).join(".")] ?? schema.entries);
}

export const defaultConfig: Config = withDefaults(v.parse(schema, {}));
