import type { Bits, Instant, Probability } from "../domain/units.js";
import { surprise } from "../stats/bits.js";
import { at, type CountTree } from "../stats/count-tree.js";
import { total } from "../stats/epoch-counts.js";
import type { Detector } from "./detector.js";
import { rarity, worth } from "./rarity.js";
import { told } from "./words.js";

/** A clock's hour has its own weight and half of its neighbours': summer time, and days that begin a little earlier, are no news. */
const nearby: readonly (readonly [step: number, share: number])[] = [
  [-1, 0.25],
  [0, 0.5],
  [1, 0.25],
];
/** A rare hour is a mild sign. With up to six bits no noise was measured; more of them were worth little more. */
const most: Bits = 6;

/**
 * A time of the week at which this principal rarely or never works.
 *
 *     round the clock = 5/7 / 24 for an hour of weekdays, 2/7 / 24 for one of weekends
 *     rate(hour) = half its own share and a quarter of each neighbour's
 *     bits = log2(round the clock / rate), not below 0 and not above 6,   prior = round the clock
 *
 * What she does at three in the morning is as unusual as she is at that time: an engineer who sleeps then gives six bits,
 * an agent that works around the clock none. Hours are UTC; of everybody the same, as her own history is what they are
 * held against, and people and agents each have theirs.
 *
 * To slip past it: work when she works, as whoever sits at her keyboard or speaks to her agent does. Honest work trips it
 * on travels, on call, and before a release.
 *
 * @see Price-Williams, Turcotte and Heard 2018, "Time of day anomaly detection"
 */
export const oddHour: Detector = {
  id: "odd-hour",

  paths: (_, moment) => [pathOf(moment.at)],

  score(_, pools, asOf) {
    const prior = aroundTheClock(asOf.at);
    const bits = rarity(pools, asOf, prior, (counts) =>
      near(asOf.at, counts).reduce((sum, { node, share }) => sum + share * worth(node, asOf), 0),
    );
    return bits === undefined ? undefined : Math.min(most, Math.max(0, bits - surprise(prior)));
  },

  because(_, pools, moment) {
    const [kind, hour] = pathOf(moment.at);
    return told(pools, `ran within an hour of ${hour}:00 UTC on a ${kind}`, (counts) =>
      near(moment.at, counts).reduce((sum, { node }) => sum + total(node.counts), 0),
    );
  },
};

function near(instant: Instant, counts: CountTree): readonly { readonly node: CountTree; readonly share: number }[] {
  const [kind, hour] = pathOf(instant);
  return nearby.map(([step, share]) => ({ node: at(counts, [kind, named(Number(hour) + step + 24)]), share }));
}

function pathOf(instant: Instant): readonly [kind: string, hour: string] {
  const date = new Date(instant);
  return [isWeekend(date) ? "weekend" : "weekday", named(date.getUTCHours())];
}

const named = (hour: number): string => String(hour % 24).padStart(2, "0");

const isWeekend = (date: Date): boolean => date.getUTCDay() % 6 === 0;

const aroundTheClock = (instant: Instant): Probability => (isWeekend(new Date(instant)) ? 2 : 5) / 7 / 24;
