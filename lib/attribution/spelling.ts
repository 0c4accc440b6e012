import type { Account } from "../domain/event.js";
import { type AccountId, idIn, isSystemSid, nameOfId } from "./account-ids.js";
import { cloudNameIn } from "./cloud-names.js";
import { type SessionOwner, type SessionRules, sessionNamed } from "./session-names.js";
import { sharedAccounts } from "./shared-accounts.js";

/** An account as it can be asked for. Everything is in lower case. */
export interface Spelling {
  /** From the name as the source spells it to the shortest one; none where only an id is known. */
  readonly names: readonly string[];
  readonly id: AccountId | null;
  /** A principal that says of itself that it is no person. */
  readonly service: boolean;
  /** The agent's session that the name is of. */
  readonly session: SessionOwner | null;
}

// Longer ones exist only in attacks on whoever shows them; a user's ARN with a long path is the longest there is.
const longestSpelling = 1_024;
const longestName = 128;

const cleaned = (text: string | null): string =>
  (text ?? "").slice(0, longestSpelling).normalize("NFC").trim().toLowerCase();

/** `CORP\ada` and `ada@corp.example` without their domain. */
const shortNameOf = (name: string): string => {
  const account = name.slice(name.lastIndexOf("\\") + 1);
  const at = account.indexOf("@");
  return at > 0 ? account.slice(0, at) : account;
};

/**
 * A name that is an id is read as one, and an id that everybody knows as its name. Windows' own accounts are named in its
 * language, and known by their SIDs.
 */
export const spellingOf = ({ name, uid }: Account, rules: SessionRules): Spelling => {
  const whole = cleaned(name);
  const cloud = cloudNameIn(whole);
  const text = cloud === null ? whole.slice(0, longestName) : whole;
  const named = idIn(text);
  const number = cleaned(uid).slice(0, longestName);
  const id = named ?? idIn(number) ?? (number === "" ? null : { kind: "uid", value: number });
  if (text === "" || named !== null) {
    const known = id === null ? null : nameOfId(id);
    return { names: known === null ? [] : [known], id, service: false, session: null };
  }
  if (id !== null && isSystemSid(id)) return { names: [text, nameOfId(id) ?? text], id, service: true, session: null };
  const service = cloud?.kind === "service";
  const session = sessionNamed(whole, rules);
  const full = session?.user ?? cloud?.name ?? text;
  const short = (service ? full : shortNameOf(full) || full).slice(0, longestName);
  return { names: [...new Set([text, cloud?.name ?? text, full, short])], id, service, session };
};

const shared: ReadonlySet<string> = new Set(sharedAccounts);
const noRules: SessionRules = { sessions: [], agentNames: new Map() };

export const isSharedName = (short: string): boolean => shared.has(short);

/**
 * Whether several people work under an account, as under root: whoever it was is to be found elsewhere.
 *
 * @example
 * isShared({ name: "CORP\\Administrator", uid: null }) // => true
 * isShared({ name: null, uid: "0" }) // => true
 * isShared({ name: "ada", uid: "1000" }) // => false
 */
export const isShared = (account: Account): boolean => isSharedName(spellingOf(account, noRules).names.at(-1) ?? "");
