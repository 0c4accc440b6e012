import { type CountTree, merge } from "../../stats/count-tree.js";
import { total } from "../../stats/epoch-counts.js";
import { countOf, transitionsOf } from "../../stats/transitions.js";
import type { User } from "./corpus.js";
import type { ScoredBlock } from "./figures.js";
import { everybodyElse, habitsOf } from "./peers.js";

/** As published: one hundredth of a sighting for what was never seen. */
const alpha = 0.01;
/** A block below it is learned: the value that gave the published figures' behaviour; see the detection notes, #3. */
const learnBelow = 50;

/**
 * Naive Bayes with updating, the method that others are measured against: self against everybody else.
 *
 *     score = sum over commands of log( p(x | others) / p(x | self) ),   p(x) = (n(x) + 0.01) / (N + 0.01 V)
 *
 * In one pass in order; a block that scores below the threshold is learned as her own.
 *
 * @see Maxion, Townsend 2002, "Masquerade detection using truncated command lines", DSN
 */
export function naiveBayes(users: readonly User[], vocabulary: number): readonly ScoredBlock[] {
  const others = everybodyElse(users);
  return users.flatMap((user, place) => {
    let own = habitsOf(user.clean);
    const theirs = others[place] as CountTree;
    return user.judged.map(({ commands, masquerade }) => {
      const score = sumOf(
        commands,
        (command) => chance(theirs, command, vocabulary) - chance(own, command, vocabulary),
      );
      if (score < learnBelow) own = merge(own, transitionsOf(commands, 0));
      return { user: user.name, score, positive: masquerade };
    });
  });
}

/** The logarithm of a command's chance. */
const chance = (habits: CountTree, command: string, vocabulary: number): number =>
  Math.log((countOf(habits, [command]) + alpha) / (total(habits.counts) + alpha * vocabulary));

function sumOf(commands: readonly string[], of: (command: string) => number): number {
  let sum = 0;
  for (const command of commands) sum += of(command);
  return sum;
}
