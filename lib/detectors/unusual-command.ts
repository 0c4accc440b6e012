import { partsOf } from "../domain/signature.js";
import type { Probability } from "../domain/units.js";
import { surprise } from "../stats/bits.js";
import { brief } from "../stats/brief.js";
import { at, type CountTree } from "../stats/count-tree.js";
import { distinct } from "../stats/distinct.js";
import { decayed, nothing, total } from "../stats/epoch-counts.js";
import { pitmanYor, type Restaurant } from "../stats/pitman-yor.js";
import type { AsOf, Countable, Detector, Pool, Pools } from "./detector.js";
import { told } from "./words.js";

/** Takes half a sighting from each shape seen: the value the power law of real shell histories fits (detection notes, "d = .5"). */
const discount = 0.5;
/** Sightings until a history's own voice equals that of the wider group. */
const concentration = 1;
/** The chance of one program, verb or shape that nobody has used: an open vocabulary of 1,000 programs, 10 verbs, 10 shapes. */
const unheardOf: readonly Probability[] = [1e-3, 0.1, 0.1];
/** What no history can rule out: one program in ten thousand, one verb or shape in a thousand is like nothing before. */
const unforeseen: readonly Probability[] = [1e-4, 1e-3, 1e-3];

/**
 * A command whose program, verb or shape is unlike what this principal runs.
 *
 *     bits = -log2 p(program) - log2 p(verb | program) - log2 p(shape | program, verb)
 *
 * Each factor is a Pitman-Yor restaurant that backs off from the principal to her peers, to everyone, to an open
 * vocabulary: what her peers do daily is mildly new for her, what nobody does is very new. Mixed into it is what no
 * history can rule out:
 *
 *     p = e + (1 - e) * pitmanYor,  e = 1/10,000 for a program, 1/1,000 for a verb or a shape
 *
 * Without that, the same novelty would cost more each week, as histories grow, and p-values would be too small.
 *
 * To slip past it: do harm with a command she already uses in that shape. Honest work trips it on the first day with a
 * new tool; the impact gate in `decide` keeps that quiet.
 *
 * @see Teh 2006; Heard and Rubin-Delanchy 2016, "Network-wide anomaly detection via the Dirichlet process"
 */
export const unusualCommand: Detector = {
  id: "unusual-command",

  paths: (observation) => [keptParts(observation)],

  score(observation, pools, asOf) {
    if (pools.own.commands === 0 && pools.peers.every((peer) => peer.commands === 0)) return undefined;
    const parts = keptParts(observation);
    let bits = 0;
    for (const depth of parts.keys()) bits += surprise(chanceOf(parts, depth, pools, asOf));
    return bits;
  },

  because(observation, pools) {
    const parts = partsOf(observation.signature);
    const kept = keptParts(observation);
    const depth = knownDepth(kept, pools.own) + 1;
    return told(pools, `ran ${describe(parts.slice(0, depth))}`, (counts) =>
      total(at(counts, kept.slice(0, depth)).counts),
    );
  },
};

/** Longer parts of a signature are kept by their beginning: a baseline has hundreds, and anybody may invent some. */
const mostKept = 24;

/** The name under which a part of a signature is kept. */
export const keptPart = (part: string): string => brief(part, mostKept);

const keptParts = ({ signature }: Countable): readonly string[] => partsOf(signature).map(keptPart);

function chanceOf(parts: readonly string[], depth: number, { own, peers }: Pools, asOf: AsOf): Probability {
  const context = parts.slice(0, depth);
  const symbol = parts[depth] ?? "";
  let chance = unheardOf[depth] ?? 1;
  for (const pool of [...peers].reverse().concat(own)) {
    chance = pitmanYor(restaurant(at(pool.counts, context), symbol, asOf), chance, discount, concentration);
  }
  // Of a cohort that was pruned, leaving a member out may leave more in a child than in its parent.
  const ruledIn = unforeseen[depth] ?? 0;
  return ruledIn + (1 - ruledIn) * Math.min(1, chance);
}

function restaurant(context: CountTree, symbol: string, { epoch, halfLife }: AsOf): Restaurant {
  return {
    seen: decayed(context.children.get(symbol)?.counts ?? nothing, epoch, halfLife),
    total: decayed(context.counts, epoch, halfLife),
    distinct: distinct(context, epoch, halfLife),
  };
}

/** How many parts of the signature she has used together before; what comes next is what deviates. */
function knownDepth(parts: readonly string[], own: Pool): number {
  let depth = 0;
  while (depth < parts.length - 1 && at(own.counts, parts.slice(0, depth + 1)).counts.length > 0) depth += 1;
  return depth;
}

function describe([program = "", verb = "-", shape = "-"]: readonly string[]): string {
  const words = [program];
  if (verb !== "-") words.push(verb.replaceAll(".", " "));
  if (shape !== "-") words.push(`(${shape.replaceAll("+", ", ")})`);
  return words.join(" ");
}
