import type { Account } from "../domain/event.js";
import type { Trust } from "../domain/observation.js";
import { type AccountId, isServiceId, isUnique } from "./account-ids.js";
import { knownNames } from "./agent-names.js";
import type { Holder } from "./fact.js";
import { fits } from "./glob.js";
import { serviceAccounts } from "./service-accounts.js";
import type { SessionRules } from "./session-names.js";
import { isSharedName, type Spelling, spellingOf } from "./spelling.js";

/** Who is who: what only the people who run Baseliner can know. All in lower case. */
export interface IdentityRules extends SessionRules {
  /** Another spelling -> the identity: `grace.hopper` -> `grace`, `uid:1000@web-1` -> `ada`, `sid:s-1-5-...` -> `ada`. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Patterns of trusted identities; empty means every person. */
  readonly trusted: readonly string[];
  /** Patterns of accounts that no person logs in to. */
  readonly service: readonly string[];
}

export const defaultIdentityRules: IdentityRules = {
  aliases: new Map(),
  trusted: [],
  service: serviceAccounts,
  sessions: [],
  agentNames: knownNames,
};

// Longer names exist only in attacks on whoever shows them.
const longestHost = 255;

/** An identity becomes part of keys and messages: `/` separates it from its agent, and blanks or controls only confuse. */
const written = (name: string): string => name.replace(/[^\p{L}\p{N}._@:$+[\]\\-]+/gu, "-");

const atHost = (name: string, host: string | null): string =>
  host === null ? name : `${name}@${host.toLowerCase().slice(0, longestHost)}`;

/** The ways in which a configuration may write an id, the most exact first. */
const idKeys = ({ kind, value }: AccountId, host: string | null): readonly string[] => {
  const forms = kind === "uid" ? [`uid:${value}`] : [`sid:${value}`, value, `uid:${value}`];
  return [...forms.map((form) => atHost(form, host)), ...forms];
};

/**
 * What an account may be called in the map of aliases, the most exact first. A number that means one account everywhere
 * counts beside its name; any other only where there is no name, or a shared one.
 */
const keysOf = ({ names, id }: Spelling, own: string, host: string | null): readonly string[] => {
  const nameless = names.length === 0 || isSharedName(names.at(-1) ?? "");
  const ids = id !== null && (nameless || isUnique(id)) ? idKeys(id, host) : [];
  return [...names.slice(0, 1), own, ...names.slice(1), ...ids];
};

/** What somebody is called of whom a source tells nothing. */
const nobody = "unknown";

const isNamed = ({ names, id }: Spelling): boolean => names.length > 0 || id !== null;

/** What an account is called without a map. */
const ownNameOf = ({ names, id }: Spelling, host: string | null): string => {
  const short = names.at(-1);
  if (short !== undefined) return isSharedName(short) ? atHost(short, host) : short;
  if (id === null) return atHost(nobody, host);
  return isUnique(id) ? `sid:${id.value}` : atHost(`${id.kind}:${id.value}`, host);
};

const anyFits = (names: readonly string[], patterns: readonly string[]): boolean =>
  names.some((name) => patterns.some((pattern) => fits(name, pattern)));

/** Somebody who is mapped to an identity is what that identity is; her spellings may still be what is trusted. */
const trustOf = (spelling: Spelling, identity: string, mapped: boolean, rules: IdentityRules): Trust => {
  const { names, id, service, session } = spelling;
  const own = mapped ? [] : session === null ? names : names.slice(-1);
  if (!mapped && !isNamed(spelling)) return "unknown";
  const numbered = names.length === 0 && id !== null && isServiceId(id);
  if (!mapped && (service || numbered || isSharedName(names.at(-1) ?? ""))) return "service";
  if (anyFits([...own, identity], rules.service)) return "service";
  return rules.trusted.length === 0 || anyFits([...names, identity], rules.trusted) ? "trusted" : "unknown";
};

/**
 * The person or service behind an account, one however she is spelled, and how far the account is trusted.
 *
 * A domain before or behind the name is dropped, and of a cloud's principal only the person in it is kept. Accounts that
 * exist on many machines (root, system, ubuntu) are told apart by host, and so is a uid that nobody gave a name: it means
 * another person on the next machine. A SID of a domain or machine is one account everywhere. An account that is both
 * trusted and a service by its patterns is a service. Who is not named at all is nobody known, one on each host, whom only
 * an alias can make somebody.
 *
 * @example
 * identify({ name: "CORP\\Ada", uid: null }, "web-1", defaultIdentityRules) // => { identity: "ada", trust: "trusted", standing: 2 }
 * identify({ name: "ada@corp.example", uid: null }, null, defaultIdentityRules).identity // => "ada"
 * identify({ name: "root", uid: "0" }, "web-1", defaultIdentityRules) // => { identity: "root@web-1", trust: "service", standing: 0 }
 * identify({ name: null, uid: "1000" }, "web-1", defaultIdentityRules).identity // => "uid:1000@web-1"
 * identify({ name: "aroaexampleid:ada", uid: null }, null, defaultIdentityRules).identity // => "ada"
 * identify({ name: null, uid: null }, "web-1", defaultIdentityRules) // => { identity: "unknown@web-1", trust: "unknown", standing: 1 }
 */
export const identify = (account: Account, host: string | null, rules: IdentityRules): Holder => {
  const spelling = spellingOf(account, rules);
  const own = ownNameOf(spelling, host);
  const alias = keysOf(spelling, own, host)
    .map((key) => rules.aliases.get(key))
    .find((identity) => identity !== undefined);
  const identity = written(alias ?? own);
  const trust = trustOf(spelling, identity.toLowerCase(), alias !== undefined, rules);
  return {
    identity,
    trust,
    standing: trust === "service" ? 0 : alias === undefined && spelling.names.length === 0 ? 1 : 2,
  };
};

/**
 * Whether an identity is what `identify` calls somebody of whom nothing is known.
 *
 * @example
 * isNobodyKnown("unknown@web-1") // => true
 * isNobodyKnown("uid:1000@web-1") // => false
 */
export const isNobodyKnown = (identity: string): boolean => identity === nobody || identity.startsWith(`${nobody}@`);
