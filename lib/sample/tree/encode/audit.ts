import { firstDay } from "../../calendar.js";
import type { Start, Tree, User } from "../process.js";

/** The kernel's "never logged in": -1 as 32 bits. */
const nobody = 4_294_967_295;

/** `seconds.milliseconds:serial`. A start is later than the one before, so its time alone tells it from others. */
export const auditId = ({ at }: Start): string =>
  `${Math.floor(at / 1_000)}.${String(at % 1_000).padStart(3, "0")}:${at - firstDay}`;

/** What the kernel says of whoever runs a process. */
export const idsOf = ({ login, user: { uid } }: Start): Readonly<Record<string, number>> => ({
  auid: login?.uid ?? nobody,
  uid,
  gid: uid,
  euid: uid,
});

/** The names that auditd (`log_format = ENRICHED`) and Laurel put beside the numbers. */
export const namesOf = ({ login, user }: Start): Readonly<Record<string, string>> => {
  const nameOf = (one: User | null): string => one?.name ?? "unset";
  return { AUID: nameOf(login), UID: nameOf(user), GID: nameOf(user), EUID: nameOf(user) };
};

export const commOf = ({ binary }: Start): string => binary.slice(binary.lastIndexOf("/") + 1).slice(0, 15);

/** The sensor runs on Linux only. */
export const hasAudit = ({ system }: Tree): boolean => system === "linux";
