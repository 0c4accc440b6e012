import type { Bits, Probability } from "../domain/units.js";

/** How loudly the detector spoke of something; what `decide` compares with its threshold, before the threshold. */
export interface Alarm {
  /** Found however usual it is. */
  readonly isFloor: boolean;
  /** The p-value divided by the impact's weight; infinite where nothing notable could happen. */
  readonly weighed: Probability;
  readonly bits: Bits;
}

/** Nothing notable. */
export const silent: Alarm = { isFloor: false, weighed: Number.POSITIVE_INFINITY, bits: 0 };

/**
 * The louder first: floor entries, then the smaller p for its weight, then more bits.
 *
 * @example
 * byLoudness({ isFloor: false, weighed: 0.001, bits: 9 }, { isFloor: false, weighed: 0.001, bits: 12 }) > 0 // => true
 */
export const byLoudness = (one: Alarm, other: Alarm): number =>
  Number(other.isFloor) - Number(one.isFloor) ||
  (one.weighed === other.weighed ? other.bits - one.bits : one.weighed - other.weighed);

/** Of the commands of one line, the loudest; silence where there is none. */
export const loudest = (alarms: readonly Alarm[]): Alarm =>
  alarms.reduce((best, alarm) => (byLoudness(alarm, best) < 0 ? alarm : best), silent);
