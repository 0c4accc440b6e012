import * as v from "valibot";
import { type Fingerprint, noSigns, sure } from "./attribution/fingerprint.js";
import { fingerprints } from "./attribution/fingerprints.js";
import { binaryName } from "./attribution/invocation.js";
import { listOf, textLike, within } from "./config-values.js";

const kebab = /^[a-z][a-z0-9]{0,30}(?:-[a-z0-9]{1,30}){0,8}$/;
const words = (shape: RegExp, what: string, example: string) =>
  v.optional(listOf(textLike(shape, what, `for example "${example}"`), `for example ["${example}"]`));

/** By which an agent can be told at all. */
const signs = ["aliases", "binaries", "paths", "modules", "environment"] as const;

const entries = {
  name: textLike(kebab, "a name in kebab-case", 'for example "acme-agent"'),
  aliases: words(kebab, "another name in kebab-case", "acme-cli"),
  binaries: words(/^[^/\\]+$/, "a program's name without its folder", "acme"),
  paths: words(/^.*[/\\].*[^/\\].*$/, "a piece of a path with a separator and a name in it", "/acme-agent/bin/"),
  modules: words(/^\w+$/, "the name of a Python package", "acme"),
  environment: v.optional(
    v.record(
      textLike(/^[A-Za-z_]\w*$/, "a variable's name", 'for example "ACME_AGENT"'),
      textLike(/./, "the variable's value, with * for any text", 'for example "1" or "*"'),
      ({ received }) => `must be an object from variable to value, got ${received}; for example { "ACME_AGENT": "1" }`,
    ),
  ),
  confidence: v.optional(within(0.05, 0.95, "0.8 is the default; lower where other programs share its name")),
  verifiedOn: v.optional(textLike(/^\d{4}-\d{2}-\d{2}$/, "a day", 'for example "2026-11-25"')),
};

/** One agent of an operator's own, or more signs of a known one. */
const agent = v.pipe(
  v.strictObject(entries, ({ received }) => `must be an object, got ${received}; for example { "name": "acme-agent" }`),
  v.rawCheck(({ dataset: { value }, addIssue }) => {
    if (typeof value !== "object") return;
    const written = value as Readonly<Partial<Record<(typeof signs)[number], unknown>>>;
    const some = signs.some((sign) => Object.keys(Object(written[sign])).length > 0);
    if (!some) addIssue({ message: `must have at least one sign, got none; write one of ${signs.join(", ")}` });
  }),
);

/** The operator's own agents, as written. */
export const agents = v.optional(listOf(agent, 'for example [{ "name": "acme-agent", "binaries": ["acme"] }]'));
export const agentEntries = entries;

type Written = v.InferOutput<typeof agents>;

/** One agent, one entry; one sign, one agent: what two claim would be told by their order. */
export const contradictionsAmong = (written: Written): readonly string[] => {
  const mistakes: string[] = [];
  const claimed = new Map<string, string>();
  for (const [at, { name, aliases = [], binaries = [], modules = [] }] of (written ?? []).entries()) {
    const claims = [
      ...[name, ...aliases].map((alias) => ["name", alias] as const),
      ...binaries.map((binary) => ["binary", binaryName(binary)] as const),
      ...modules.map((module) => ["module", module] as const),
    ];
    for (const [kind, word] of claims) {
      const other = claimed.get(`${kind} ${word}`);
      if (other !== undefined)
        mistakes.push(`agents.${at}: has the ${kind} ${word}, which ${other} has already; write it once`);
      claimed.set(`${kind} ${word}`, name);
    }
  }
  return mistakes;
};

// Nobody said when; older than any day that somebody did say.
const neverVerified = "0000-00-00";

/** The operator's own agents, as used. */
export const agentsOf = (written: Written): readonly Fingerprint[] =>
  (written ?? []).map(({ name, environment = {}, verifiedOn = neverVerified, ...one }) => {
    const known = fingerprints.find(({ agent }) => agent === name);
    const confidence = one.confidence ?? known?.confidence ?? sure;
    return {
      ...noSigns,
      agent: name,
      aliases: one.aliases ?? [],
      binaries: (one.binaries ?? []).map(binaryName),
      paths: (one.paths ?? []).map((path) => path.replaceAll("\\", "/").toLowerCase()),
      modules: one.modules ?? [],
      confidence,
      environment: Object.entries(environment).map(([variable, value]) => ({
        name: variable,
        value,
        confidence,
        note: "from the configuration",
      })),
      verifiedOn,
    };
  });
