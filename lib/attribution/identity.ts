import type { Account } from "../domain/event.js";
import type { Trust } from "../domain/observation.js";
import { fits } from "./glob.js";
import { serviceAccounts } from "./service-accounts.js";

/** Who is who: what only the people who run Baseliner can know. */
export interface IdentityRules {
  /** Another spelling -> the identity: `grace.hopper` -> `grace`, `uid:1000@web-1` -> `ada`. Keys in lower case. */
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
};

// The same account name on every machine, and another account on each.
const perHost: ReadonlySet<string> = new Set(["root", "system", "administrator", "local service", "network service"]);
const builtInIds: ReadonlyMap<string, string> = new Map([
  ["0", "root"],
  ["65534", "nobody"],
  ["s-1-5-18", "system"],
  ["s-1-5-19", "local service"],
  ["s-1-5-20", "network service"],
]);

// Uids below this are handed out by the system itself: 1000 on Linux, but 501 is the first person on macOS.
const firstPersonUid = 500;

// Longer names exist only in attacks on whoever shows them.
const longestName = 128;

/** `CORP\ada` and `ada@corp.example` without their domain. */
const shortNameOf = (name: string): string => {
  const account = name.slice(name.lastIndexOf("\\") + 1);
  const at = account.indexOf("@");
  return at > 0 ? account.slice(0, at) : account;
};

/** An identity becomes part of keys and messages: `/` separates it from its agent, and blanks or controls only confuse. */
const written = (name: string): string => name.replace(/[^\p{L}\p{N}._@:$+[\]\\-]+/gu, "-");

const isService = (names: readonly string[], uid: string | null, rules: IdentityRules): boolean => {
  if (names.some((name) => rules.service.some((pattern) => fits(name, pattern)))) return true;
  return uid !== null && /^\d{1,10}$/.test(uid) && Number(uid) < firstPersonUid;
};

const trustOf = (names: readonly string[], identity: string, uidOnly: string | null, rules: IdentityRules): Trust => {
  const all = [...new Set([...names, identity.toLowerCase()])];
  if (isService(all, uidOnly, rules)) return "service";
  const trusted =
    rules.trusted.length === 0 || all.some((name) => rules.trusted.some((pattern) => fits(name, pattern)));
  return trusted ? "trusted" : "unknown";
};

const atHost = (name: string, host: string | null): string => (host === null ? name : `${name}@${host.toLowerCase()}`);

/** The account's name in lower case, or that of an id everybody knows. */
const nameOf = (account: Account): string | null => {
  const name = (account.name ?? "").normalize("NFC").trim().toLowerCase().slice(0, longestName);
  if (name !== "") return builtInIds.get(name) ?? name;
  return builtInIds.get((account.uid ?? "").toLowerCase()) ?? null;
};

/**
 * The person or service behind an account, one however she is spelled, and how far the account is trusted.
 *
 * A domain before or behind the name is dropped. Accounts that exist on every machine (root, system) are told apart by
 * host, and so is a uid that nobody gave a name: it means another person on the next machine. An account that is both
 * trusted and a service by its patterns is a service.
 *
 * @example
 * identify({ name: "CORP\\Ada", uid: null }, "web-1", defaultIdentityRules) // => { identity: "ada", trust: "trusted" }
 * identify({ name: "ada@corp.example", uid: null }, null, defaultIdentityRules).identity // => "ada"
 * identify({ name: "root", uid: "0" }, "web-1", defaultIdentityRules) // => { identity: "root@web-1", trust: "service" }
 * identify({ name: null, uid: "1000" }, "web-1", defaultIdentityRules).identity // => "uid:1000@web-1"
 */
export const identify = (
  account: Account,
  host: string | null,
  rules: IdentityRules,
): { readonly identity: string; readonly trust: Trust } => {
  const name = nameOf(account);
  if (name === null) {
    const uid = (account.uid ?? "unknown").toLowerCase().slice(0, longestName);
    const local = atHost(`uid:${uid}`, host);
    const identity = written(rules.aliases.get(local) ?? rules.aliases.get(`uid:${uid}`) ?? local);
    return { identity, trust: trustOf([], identity, identity === written(local) ? account.uid : null, rules) };
  }
  const short = shortNameOf(name) || name;
  const own = perHost.has(short) ? atHost(short, host) : short;
  const alias = rules.aliases.get(name) ?? rules.aliases.get(own) ?? rules.aliases.get(short);
  const identity = written(alias ?? own);
  const names = alias === undefined ? [name, short] : [];
  return { identity, trust: trustOf(names, identity, null, rules) };
};
