import * as v from "valibot";
import { defaultPolicy, type Policy } from "./assess/policy.js";
import type { Fingerprint } from "./attribution/fingerprint.js";
import { agentEntries, agents, agentsOf, contradictionsAmong } from "./config-agents.js";
import { catalogue, catalogueParts, mistakesInCatalogue, ownEntriesOf } from "./config-catalogue.js";
import { inlined, type ReadText } from "./config-files.js";
import { contradictionsIn, type Identities, identities, identitiesOf } from "./config-identities.js";
import { contradictionsInLane, identityLane, identityLaneOf } from "./config-identity-lane.js";
import { type Infrastructure, infrastructure, infrastructureParts } from "./config-infrastructure.js";
import { listOf, textLike, wholeWithin, within, yesOrNo } from "./config-values.js";
import { defaultTelling, type Telling } from "./domain/telling.js";
import { day, hour, minute, second } from "./domain/units.js";
import type { OwnEntries } from "./impact/own.js";

const fraction = (least: number, most: number, hint: string) => v.optional(within(least, most, hint));
const whole = (least: number, most: number, hint: string) => v.optional(wholeWithin(least, most, hint));
const expected = v.strictObject({
  principal: textLike(/./, "a principal", "an identity, or an identity and an agent: ada, ada/codex"),
  signature: textLike(/^[^/]+\/[^/]+\/./, "a signature", "copy it from the finding's JSON: terraform/destroy/-"),
});
const learning = v.strictObject({
  graceSeconds: fraction(0, 3600, "120 waits two minutes for a late parent"),
  absorbDays: whole(1, 90, "3 believes a found command after three days"),
  absorbSessions: whole(1, 90, "3 believes a found command after three sessions"),
  expected: v.optional(
    listOf(expected, 'for example [{ "principal": "ada/codex", "signature": "terraform/destroy/-" }]'),
  ),
  notablePerSession: whole(1, 1_000, "5 is the default"),
  notablePerDay: whole(1, 1_000, "10 is the default"),
  rarePerDay: whole(1, 1_000, "10 is the default"),
  rareShare: fraction(0, 1, "0.03 is three times what is expected"),
  mostWaiting: whole(1, 10_000, "500 is the default"),
  foundPerSession: whole(1, 1_000, "1 is the default"),
  foundPerDay: whole(1, 1_000, "2 is the default"),
  nodes: whole(100, 100_000, "200 is the default"),
  stepNodes: whole(100, 100_000, "1000 is the default"),
  heldNodes: whole(10, 100_000, "75 is the default"),
  horizonDays: whole(7, 730, "182 keeps half a year"),
});

const cohortPolicy = v.strictObject({
  team: v.optional(textLike(/./, "a team's name", "one of identities.teams")),
  agent: v.optional(textLike(/./, "an agent's name", '"hands" for people\'s own')),
  findAtP: fraction(0, 1, "0.005 is the default; smaller tells less"),
  findAtBits: fraction(0, 1_000, "38 is the default; more tells less"),
  alertsPerWeek: fraction(0.01, 10_000, "3 is the default"),
  watchAtP: fraction(0, 1, "0.02 is the default"),
  blindWeight: fraction(0, 1, "0.8 is the default"),
});

const policy = v.strictObject({
  halfLifeDays: fraction(1, 730, "60 halves a count in two months"),
  findAtP: fraction(0, 1, "0.005 is the default; smaller tells less"),
  findAtBits: fraction(0, 1_000, "38 is the default; more tells less"),
  alertsPerWeek: fraction(0.01, 10_000, "3 is the default; fewer tells less of whoever runs much"),
  watchAtP: fraction(0, 1, "0.02 is the default"),
  youngCommands: whole(0, 100_000, "200 is the default"),
  youngDays: whole(0, 365, "3 is the default"),
  cohortCommands: whole(0, 1_000_000, "1000 is the default"),
  blindWeight: fraction(0, 1, "0.8 finds only the heaviest while nothing is known"),
  enoughScores: whole(1, 1_000_000, "1000 is the default"),
  learning: v.optional(learning),
  identityLane: v.optional(identityLane),
  cohorts: v.optional(listOf(cohortPolicy, 'for example [{ "team": "platform", "findAtP": 0.001 }]')),
  shadow: v.optional(yesOrNo("true alerts nobody and sends a digest a day")),
});

const routes = v.strictObject({
  alertsPerDay: whole(0, 100_000, "50 is the default; what is more comes in a digest"),
  digestMinutes: whole(1, 1_440, "60 is the default, and a whole day in shadow"),
});

/** The schema of the file; `docs/baseliner.config.schema.json` is made of it. */
export const schema = v.strictObject({
  $schema: v.optional(v.string()),
  identities: v.optional(identities),
  agents,
  catalogue,
  policy: v.optional(policy),
  routes: v.optional(routes),
  infrastructure: v.optional(infrastructure, {}),
});

/** The configuration as written: everything is optional. */
export type ConfigFile = v.InferOutput<typeof schema>;

/** The configuration as used: everything is there. */
export interface Config {
  /** Who is who; yours are added to the service accounts that everybody has. */
  readonly identities: Identities;
  /** Agents of your own, and your signs of known ones: what `createRecogniser` takes. */
  readonly agents: readonly Fingerprint[];
  /** Catalogue entries of your own, and what you change of the built-in ones: what `catalogueWith` takes. */
  readonly catalogue: OwnEntries;
  readonly policy: Policy;
  /** How much the channel is told, and how. */
  readonly telling: Telling;
  /** What is deployed and how large; replay has no use for it. */
  readonly infrastructure: Infrastructure;
}

export type CheckedConfig =
  | {
      readonly ok: true;
      readonly config: Config;
      /** The configuration as written, with what it names in other files written into it. */
      readonly file: unknown;
    }
  | { readonly ok: false; readonly mistakes: readonly string[] };

/**
 * Checks a configuration and fills in the defaults. All mistakes are reported at once, each with its path and a hint.
 *
 * @param readText gives the files that the configuration names; what is deployed names none any more
 * @example
 * checkConfig({ policy: { findAtP: 7 } }).mistakes // => ["policy.findAtP: must be at most 1, got 7; 0.005 is the default; smaller tells less"]
 * checkConfig({}).config.policy.halfLifeDays // => 60
 */
export function checkConfig(written: unknown, readText: ReadText = () => null): CheckedConfig {
  const { file, mistakes: missing } = inlined(written, readText);
  if (typeof file !== "object" || file === null || Array.isArray(file))
    return {
      ok: false,
      mistakes: ['(the whole file): must be an object; for example { "policy": { "halfLifeDays": 60 } }'],
    };
  const { unknown, known } = withoutUnknown(file);
  const parsed = v.safeParse(schema, known);
  if (!parsed.success) return { ok: false, mistakes: [...parsed.issues.map(sentence), ...unknown, ...missing] };
  const config = withDefaults(parsed.output);
  const mistakes = [...unknown, ...missing, ...contradictions(parsed.output, config)];
  return mistakes.length > 0 ? { ok: false, mistakes } : { ok: true, config, file };
}

/** Settings that there are none of, and the file without them: the schema names one of an object at a time. */
function withoutUnknown(file: object): { readonly unknown: readonly string[]; readonly known: object } {
  const unknown: string[] = [];
  const known = structuredClone(file);
  for (;;) {
    const issue = v.safeParse(schema, known).issues?.find(({ expected }) => expected === "never");
    const path = issue?.path?.map(({ key }) => key as string);
    if (issue === undefined || path === undefined) return { unknown, known };
    unknown.push(sentence(issue));
    const holder = path.slice(0, -1).reduce<object>((inside, key) => Reflect.get(inside, key), known);
    Reflect.deleteProperty(holder, path.at(-1) as string);
  }
}

/** What is right field by field and wrong together. */
function contradictions(
  { identities, agents, catalogue, policy: written }: ConfigFile,
  { policy }: Config,
): readonly string[] {
  const teams = Object.keys(identities?.teams ?? {});
  const mistakes = [
    ...(written?.cohorts ?? []).flatMap(({ team }, place) =>
      team === undefined || teams.includes(team)
        ? []
        : [`policy.cohorts.${place}.team: ${JSON.stringify(team)} is not in identities.teams; add it there`],
    ),
    ...contradictionsIn(identities ?? {}),
    ...contradictionsAmong(agents),
    ...mistakesInCatalogue(catalogue),
    ...contradictionsInLane(policy.identityLane),
  ];
  if (policy.watchAtP >= policy.findAtP) return mistakes;
  const wrong = `must be at least policy.findAtP (${policy.findAtP}), got ${policy.watchAtP}`;
  return [`policy.watchAtP: ${wrong}; what is found is rarer than what is watched`, ...mistakes];
}

function withDefaults({ identities, agents, catalogue, policy, routes, infrastructure }: ConfigFile): Config {
  const { learning: { graceSeconds, ...learning } = {}, identityLane, shadow, cohorts = [], ...rest } = policy ?? {};
  const { alertsPerDay, digestMinutes } = routes ?? {};
  const own = agentsOf(agents);
  return {
    identities: identitiesOf(identities ?? {}, own),
    agents: own,
    catalogue: ownEntriesOf(catalogue),
    policy: {
      ...defaultPolicy,
      ...given(rest),
      cohorts: cohorts.map(given),
      identityLane: identityLaneOf(identityLane),
      learning: {
        ...defaultPolicy.learning,
        ...given(learning),
        ...(graceSeconds === undefined ? {} : { graceMs: graceSeconds * second }),
      },
    },
    telling: {
      ...defaultTelling,
      ...given({ alertsPerDay, shadow }),
      digestEveryMs: digestMinutes === undefined ? (shadow ? day : hour) : digestMinutes * minute,
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
    "policy.identityLane": identityLane.entries,
    routes: routes.entries,
    ...infrastructureParts,
  };
  const within = path.split(".").slice(0, -1).join(".");
  if (/^policy\.learning\.expected\.\d+$/.test(within)) return Object.keys(expected.entries);
  const inCatalogue = catalogueParts.find(([place]) => place.test(within));
  if (inCatalogue !== undefined) return Object.keys(inCatalogue[1]);
  return Object.keys(/^agents\.\d+$/.test(within) ? agentEntries : (beside[within] ?? schema.entries));
}

export const defaultConfig: Config = withDefaults(v.parse(schema, {}));
