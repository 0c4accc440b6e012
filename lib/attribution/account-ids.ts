/** An account that is known by its number only: a uid of Linux or macOS, a SID of Windows. */
export interface AccountId {
  readonly kind: "uid" | "sid";
  /** In lower case. */
  readonly value: string;
}

const wellKnown: ReadonlyMap<string, string> = new Map([
  ["0", "root"],
  ["65534", "nobody"],
  ["s-1-5-18", "system"],
  ["s-1-5-19", "local service"],
  ["s-1-5-20", "network service"],
]);

/** The last part of a domain's or machine's own SID, where it is the same in all of them. */
const wellKnownParts: ReadonlyMap<string, string> = new Map([
  ["500", "administrator"],
  ["501", "guest"],
]);

const ownSid = /^s-1-5-21-.{1,64}-(\d{1,10})$/;

/**
 * The id in an account's text, in lower case; null where it is a name.
 *
 * @example
 * idIn("1000") // => { kind: "uid", value: "1000" }
 * idIn("s-1-5-21-1-2-3-1001") // => { kind: "sid", value: "s-1-5-21-1-2-3-1001" }
 * idIn("ada") // => null
 */
export const idIn = (text: string): AccountId | null => {
  if (/^\d{1,10}$/.test(text)) return { kind: "uid", value: text };
  return /^s-1(?:-\d{1,20}){2,16}$/.test(text) ? { kind: "sid", value: text } : null;
};

/**
 * The name behind an id that is the same on every machine.
 *
 * @example
 * nameOfId({ kind: "uid", value: "0" }) // => "root"
 * nameOfId({ kind: "sid", value: "s-1-5-21-1-2-3-500" }) // => "administrator"
 * nameOfId({ kind: "uid", value: "1000" }) // => null
 */
export const nameOfId = ({ value }: AccountId): string | null =>
  wellKnown.get(value) ?? wellKnownParts.get(ownSid.exec(value)?.[1] ?? "") ?? null;

/**
 * Whether an id means one account wherever it is seen: a SID that a domain, a machine or Entra ID made holds its maker's
 * own number. A uid, and a SID that Windows itself gives to services, means another account on the next machine.
 */
export const isUnique = ({ kind, value }: AccountId): boolean => kind === "sid" && /^s-1-(?:5-21|12-1)-/.test(value);

/** SYSTEM, LOCAL SERVICE and NETWORK SERVICE, whatever Windows calls them. */
export const isSystemSid = ({ value }: AccountId): boolean => /^s-1-5-(?:18|19|20)$/.test(value);

// Uids below this are handed out by the system itself: 1000 on Linux, but 501 is the first person on macOS.
const firstPersonUid = 500;

/** Whether an id is one that no person gets. */
export const isServiceId = (id: AccountId): boolean =>
  id.kind === "uid" ? /^\d{1,10}$/.test(id.value) && Number(id.value) < firstPersonUid : !isUnique(id);
