import type { Probability } from "../domain/units.js";

/** A score, and whether it was given to one of those that are looked for. */
export interface Scored {
  readonly score: number;
  readonly positive: boolean;
}

/** What one threshold gives: the share of positives, and of the others, that score as high. */
export interface Point {
  readonly threshold: number;
  readonly hit: Probability;
  readonly falseAlarm: Probability;
}

/**
 * The receiver operating characteristic: one point for each score that occurs, from the highest down. Equal scores are
 * told together, so that no order among them flatters.
 *
 * @see Fawcett 2006, "An introduction to ROC analysis"
 * @example
 * roc([{ score: 2, positive: true }, { score: 1, positive: false }]) // => [{ threshold: 2, hit: 1, falseAlarm: 0 }, { threshold: 1, hit: 1, falseAlarm: 1 }]
 */
export function roc(scored: readonly Scored[]): readonly Point[] {
  const positives = scored.filter(({ positive }) => positive).length;
  const others = scored.length - positives;
  const points: Point[] = [];
  let hits = 0;
  let alarms = 0;
  const falling = [...scored].sort((a, b) => b.score - a.score);
  for (const [place, { score, positive }] of falling.entries()) {
    if (positive) hits += 1;
    else alarms += 1;
    if (falling[place + 1]?.score === score) continue;
    points.push({ threshold: score, hit: hits / Math.max(1, positives), falseAlarm: alarms / Math.max(1, others) });
  }
  return points;
}

/**
 * The area below the curve: the chance that a positive scores higher than another, ties counted half.
 *
 * @see Hanley, McNeil 1982, "The meaning and use of the area under a ROC curve"
 * @example
 * area(roc([{ score: 2, positive: true }, { score: 2, positive: false }])) // => 0.5
 * area(roc([{ score: 3, positive: true }, { score: 2, positive: false }, { score: 1, positive: true }])) // => 0.5
 */
export function area(points: readonly Point[]): Probability {
  let sum = 0;
  let before = { hit: 0, falseAlarm: 0 };
  for (const point of points) {
    sum += ((point.falseAlarm - before.falseAlarm) * (point.hit + before.hit)) / 2;
    before = point;
  }
  return sum;
}

/**
 * The most hits at no more than so many false alarms.
 *
 * @example
 * hitAt([{ threshold: 2, hit: 0.6, falseAlarm: 0.01 }, { threshold: 1, hit: 0.9, falseAlarm: 0.03 }], 0.02) // => 0.6
 */
export const hitAt = (points: readonly Point[], falseAlarm: Probability): Probability =>
  Math.max(0, ...points.filter((point) => point.falseAlarm <= falseAlarm).map(({ hit }) => hit));

/**
 * What a point costs, in percent points: six for each of false alarms, one for each of misses.
 *
 * @see Maxion, Townsend 2002, "Masquerade detection using truncated command lines", DSN
 * @example
 * costOf({ hit: 0.615, falseAlarm: 0.013 }) // => 46.3
 */
export const costOf = ({ hit, falseAlarm }: Pick<Point, "hit" | "falseAlarm">): number =>
  100 * (6 * falseAlarm + 1 - hit);

/** The point that costs least: the highest threshold of those. Telling nobody anything costs 100. */
export function cheapest(points: readonly Point[]): Point {
  let best: Point = { threshold: Number.POSITIVE_INFINITY, hit: 0, falseAlarm: 0 };
  for (const point of points) if (costOf(point) < costOf(best)) best = point;
  return best;
}
