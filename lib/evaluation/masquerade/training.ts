import { type Calibrator, calibratorOf } from "../../identity/calibrator.js";
import { featureNames, featuresOf } from "../../identity/features.js";
import { defaultLane, type LaneSettings } from "../../identity/settings.js";
import type { Known } from "../../identity/steps.js";
import { withSteps } from "../../identity/usual.js";
import { type CountTree, emptyTree, merge } from "../../stats/count-tree.js";
import { type Example, fitLogistic } from "../../stats/fit-logistic.js";
import { logit } from "../../stats/logistic.js";
import { transitionsOf } from "../../stats/transitions.js";
import { habitsOf } from "./peers.js";

/** One person's windows that are known to be hers, in order. */
export type Career = readonly (readonly string[])[];

/** Windows of a career that are habits only, before the first is an example. */
const from = 12;
/** Peers' windows held against the same habits, for each of her own. */
const strangers = 3;
/** How many peers those are drawn from: leaving each out of the pool costs a subtraction. */
const drawnFrom = 12;
/** From 0.03 to 100, ridges measure alike. */
const ridge = 3;

/**
 * A calibrator from histories that nobody labelled: everybody's peers stand in for strangers.
 *
 * Each window of a person is held against her habits just before it: an example of her. Held against the very same
 * habits, windows of her peers are examples of somebody else; such a peer is left out of the pool of peers, because a
 * real stranger is not in it. That both are held against the same habits is what makes it work: nothing but the window
 * tells them apart. Which peers and windows is fixed by arithmetic, so that the same histories give the same weights.
 *
 *     calibrator = logistic regression - logit(share of strangers)        (evidence, without a prior)
 *
 * @param places people who know each other's habits; each of them a place of its own
 */
export function trainCalibrator(places: readonly (readonly Career[])[], settings = defaultLane): Calibrator {
  const examples = places.flatMap((careers) => examplesAt(careers, settings));
  const share = examples.filter(({ positive }) => positive).length / examples.length;
  const fitted = fitLogistic(examples, ridge);
  return calibratorOf({ ...fitted, bias: fitted.bias - logit(share) });
}

function examplesAt(careers: readonly Career[], settings: LaneSettings): readonly Example[] {
  const each = careers.map(habitsOf);
  const everybody = each.reduce((sum, habits) => merge(sum, habits), emptyTree);
  return careers.flatMap((own, person) => {
    const pool = merge(everybody, each[person] as CountTree, -1);
    const others = drawn(careers.length, person).map((peer) => ({
      career: careers[peer] as Career,
      pool: merge(pool, each[peer] as CountTree, -1),
    }));
    return examplesOf(own, pool, others, person, settings);
  });
}

/** One person's windows, and strangers' beside each of them. */
function examplesOf(
  own: Career,
  peers: CountTree,
  others: readonly { readonly career: Career; readonly pool: CountTree }[],
  person: number,
  settings: LaneSettings,
): readonly Example[] {
  const examples: Example[] = [];
  const add = (commands: readonly string[], known: Known, positive: boolean) => {
    const features = featuresOf(commands, known, settings);
    examples.push({ numbers: featureNames.map((name) => features[name]), positive });
  };
  let usual = emptyTree;
  for (const [place, commands] of own.entries()) {
    if (place >= from) {
      add(commands, { usual, peers }, false);
      for (let n = 0; n < strangers; n += 1) {
        const turn = (place - from) * strangers + n;
        const other = others[turn % others.length];
        const stranger = other?.career[(turn * 13 + person * 7) % other.career.length];
        if (other !== undefined && stranger !== undefined) add(stranger, { usual, peers: other.pool }, true);
      }
    }
    usual = withSteps(usual, transitionsOf(commands, 0), settings);
  }
  return examples;
}

/** So many others, spread evenly over all of them. */
function drawn(people: number, person: number): readonly number[] {
  const others = Array.from({ length: people - 1 }, (_, n) => (person + 1 + n) % people);
  const step = Math.max(1, others.length / drawnFrom);
  return others.filter((_, n) => Math.floor(n / step) !== Math.floor((n - 1) / step));
}
