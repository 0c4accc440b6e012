import { type CountTree, emptyTree, merge } from "../../stats/count-tree.js";
import { transitionsOf } from "../../stats/transitions.js";
import type { User } from "./corpus.js";

/** What somebody did in all of these windows. */
export const habitsOf = (windows: readonly (readonly string[])[]): CountTree =>
  windows.reduce((habits, commands) => merge(habits, transitionsOf(commands, 0)), emptyTree);

/** For each user what all others did in the commands that are known to be theirs, without her own part. */
export function everybodyElse(users: readonly User[]): readonly CountTree[] {
  const each = users.map(({ clean }) => habitsOf(clean));
  const everybody = each.reduce((sum, habits) => merge(sum, habits), emptyTree);
  return each.map((own) => merge(everybody, own, -1));
}

/** How many different commands there are among those that are known to be the users' own. */
export const vocabularyOf = (users: readonly Pick<User, "clean">[]): number =>
  new Set(users.flatMap(({ clean }) => clean.flat())).size;
