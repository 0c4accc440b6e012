import type { Clause } from "../domain/finding.js";
import { amount, number, plural } from "../domain/wording.js";
import type { CountTree } from "../stats/count-tree.js";
import type { Pool, Pools } from "./detector.js";

/**
 * How often something was done, out of how much, and how often it was to be expected, in words and in numbers.
 *
 *     expected = her commands * seen of her peers / their commands          (of the widest group, in two figures)
 *
 * @param done   what was done: `ran terraform destroy`
 * @param seenIn how often it was done, of one history's counts
 */
export function told({ own, peers }: Pools, done: string, seenIn: (counts: CountTree) => number): Clause {
  const widest = peers.at(-1);
  const seen = seenIn(own.counts);
  const theirs = widest === undefined || widest.commands === 0 ? null : { ...widest, seen: seenIn(widest.counts) };
  const isKnown = theirs !== null && own.commands > 0;
  const expected = isKnown ? twoFigures((own.commands * theirs.seen) / theirs.commands) : null;
  return {
    because: tally(seen, own, done) + (theirs === null ? "" : amongPeers(theirs.seen, theirs, expected ?? 0)),
    seen,
    of: own.commands,
    expected,
    peers: theirs === null ? null : { seen: theirs.seen, of: theirs.commands },
  };
}

const twoFigures = (value: number): number => Number(value.toPrecision(2));

/**
 * How often something was done, out of how much.
 *
 * @example
 * tally(0, { name: "ada", commands: 12403, days: 41 }, "ran terraform destroy") // => "none of ada's last 12,403 commands on 41 days ran terraform destroy"
 */
export const tally = (
  seen: number,
  { name, commands, days }: Pick<Pool, "name" | "commands" | "days">,
  what: string,
): string =>
  commands === 0
    ? `nothing is known of ${name} yet`
    : `${count(seen)} of ${name}'s last ${plural(commands, "command")} on ${plural(days, "day")} ${what}`;

/**
 * The same of the widest group of peers, to stand behind a tally, with what their rate would have made of hers.
 *
 * @example
 * amongPeers(3, { name: "everyone else", commands: 5512 }, 6.8) // => "; 3 of 5,512 by everyone else, at whose rate 6.8 were to be expected"
 * amongPeers(0, { name: "everyone else", commands: 5512 }, 0) // => "; none of 5,512 by everyone else"
 */
export const amongPeers = (seen: number, { name, commands }: Pick<Pool, "name" | "commands">, expected: number) =>
  `; ${count(seen)} of ${number(commands)} by ${name}${expected === 0 ? "" : `, at whose rate ${amount(expected)} were to be expected`}`;

const count = (seen: number): string => (seen === 0 ? "none" : number(seen));
