import { cheapest, costOf, type Point, roc } from "../../stats/roc.js";
import { rounded, type ScoredBlock } from "./figures.js";

/** Half of the users, judged with the threshold that was cheapest for the other half. In percent points. */
export interface Fold {
  readonly users: number;
  readonly masquerades: number;
  readonly threshold: number;
  readonly hit: number;
  readonly falseAlarm: number;
  readonly cost: number;
  /** What its own cheapest threshold would have cost. */
  readonly least: number;
}

/** Both halves: every second user, and the others. */
export function foldsOf(blocks: readonly ScoredBlock[]): readonly Fold[] {
  const users = [...new Set(blocks.map(({ user }) => user))];
  const halves = [0, 1].map((half) => {
    const names = new Set(users.filter((_, place) => place % 2 === half));
    return { users: names.size, blocks: blocks.filter(({ user }) => names.has(user)) };
  });
  return halves.map(({ users, blocks: judged }, half) => {
    const { threshold } = cheapest(roc(halves[1 - half]?.blocks ?? []));
    const point = pointAt(judged, threshold);
    return {
      users,
      masquerades: judged.filter(({ positive }) => positive).length,
      threshold: rounded(threshold, 4),
      hit: rounded(100 * point.hit),
      falseAlarm: rounded(100 * point.falseAlarm),
      cost: rounded(costOf(point)),
      least: rounded(costOf(cheapest(roc(judged)))),
    };
  });
}

/** What a threshold gives that was chosen elsewhere. */
function pointAt(blocks: readonly ScoredBlock[], threshold: number): Point {
  const share = (positive: boolean) => {
    const of = blocks.filter((block) => block.positive === positive);
    return of.filter(({ score }) => score >= threshold).length / Math.max(1, of.length);
  };
  return { threshold, hit: share(true), falseAlarm: share(false) };
}
