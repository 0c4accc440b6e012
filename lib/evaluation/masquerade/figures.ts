import type { Random } from "../../sample/random.js";
import { bootstrap } from "../../stats/bootstrap.js";
import { area, cheapest, costOf, hitAt, roc, type Scored } from "../../stats/roc.js";

/** One judged block. */
export interface ScoredBlock extends Scored {
  readonly user: string;
}

/** How well masquerades are told, in percent points; `auc` is a share. */
export interface Figures {
  readonly auc: number;
  /** By the false alarms that are allowed. */
  readonly hitAt: Readonly<Record<"0.5" | "1" | "2" | "5", number>>;
  /** The least of 6 x false alarms + misses over all thresholds, and its point. */
  readonly cost: number;
  readonly hit: number;
  readonly falseAlarm: number;
  /** The threshold of that point: one for everybody. */
  readonly threshold: number;
  /** Of 95 %, users drawn anew. */
  readonly interval: Readonly<Record<"auc" | "cost" | "hitAt2", readonly [low: number, high: number]>>;
}

const draws = 1_000;

/** One pooled curve over all users, and one threshold. */
export function figuresOf(blocks: readonly ScoredBlock[], random: () => Random): Figures {
  const points = roc(blocks);
  const best = cheapest(points);
  const interval = bootstrap(byUser(blocks), intervalled, draws, random());
  const at = (percent: number) => rounded(100 * hitAt(points, percent / 100));
  return {
    auc: rounded(area(points), 4),
    hitAt: { "0.5": at(0.5), "1": at(1), "2": at(2), "5": at(5) },
    cost: rounded(costOf(best)),
    hit: rounded(100 * best.hit),
    falseAlarm: rounded(100 * best.falseAlarm),
    threshold: rounded(best.threshold, 4),
    interval: {
      auc: ends(interval.auc, 4),
      cost: ends(interval.cost),
      hitAt2: ends(interval.hitAt2),
    },
  };
}

function intervalled(blocks: readonly ScoredBlock[]) {
  const points = roc(blocks);
  return { auc: area(points), cost: costOf(cheapest(points)), hitAt2: 100 * hitAt(points, 0.02) };
}

const ends = ([low, high]: readonly [number, number], digits?: number) =>
  [rounded(low, digits), rounded(high, digits)] as const;

/** More digits would be noise. */
export const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits));

function byUser(blocks: readonly ScoredBlock[]): readonly (readonly ScoredBlock[])[] {
  const users = new Map<string, ScoredBlock[]>();
  for (const block of blocks) users.set(block.user, [...(users.get(block.user) ?? []), block]);
  return [...users.values()];
}
