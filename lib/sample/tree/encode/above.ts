import type { Instant } from "../../../domain/units.js";
import type { Start } from "../process.js";

/** A process above another, as a sensor that follows forks sees it: a copy has the words of its image and its own pid. */
export interface Above {
  readonly image: Start;
  readonly pid: number;
  readonly at: Instant;
}

/** Everybody above, from the parent up. */
export function aboveOf({ parent, fork }: Start): readonly Above[] {
  if (parent === null) return [];
  const copy = fork === null ? [] : [{ image: parent, pid: fork.pid, at: fork.at }];
  return [...copy, { image: parent, pid: parent.pid, at: parent.at }, ...aboveOf(parent)];
}

/** Programs that start as their caller (the real user) with root's rights (the effective one). */
const setuid: ReadonlySet<string> = new Set(["sudo", "su"]);

/** The real user: a sudo's is still who typed it. */
export const realUser = ({ argv, parent, user }: Start): Start["user"] =>
  setuid.has(argv[0] as string) && parent !== null ? parent.user : user;
