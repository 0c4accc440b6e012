import type { Probability } from "../domain/units.js";
import { type Alarm, byLoudness } from "./alarm.js";

/** An alarm, and how often it is counted: once, or as often as its session was drawn. */
export interface Heard {
  readonly alarm: Alarm;
  readonly weight: number;
}

/**
 * The loudest ordinary line that a budget does not allow: whatever is louder than it is told.
 *
 *     at most perThousand / 1000 of the ordinary lines are louder
 *
 * One threshold for everybody. Silent lines are never told, so a generous budget may end in silence.
 *
 * @param ordinary sorted by loudness
 */
export function thresholdAt(perThousand: number, ordinary: readonly Heard[]): Alarm | undefined {
  let left = ordinary.reduce((sum, { weight }) => sum + weight, 0) * (perThousand / 1000);
  for (const { alarm, weight } of ordinary) {
    left -= weight;
    if (left < -1e-9) return alarm;
  }
  return undefined;
}

/**
 * The share of attacks that are told within a budget of alerts per thousand ordinary lines. A silent attack never is.
 *
 * @param ordinary sorted by loudness
 * @example
 * recallAt(100, [{ alarm: { isFloor: false, weighed: 0.1, bits: 1 }, weight: 1 }], [{ alarm: { isFloor: false, weighed: 0.01, bits: 1 }, weight: 2 }, { alarm: { isFloor: false, weighed: 0.2, bits: 1 }, weight: 2 }]) // => 0.5
 */
export function recallAt(perThousand: number, ordinary: readonly Heard[], attacks: readonly Heard[]): Probability {
  const threshold = thresholdAt(perThousand, ordinary);
  let told = 0;
  let all = 0;
  for (const { alarm, weight } of attacks) {
    all += weight;
    const isSilent = alarm.weighed === Number.POSITIVE_INFINITY && !alarm.isFloor;
    if (!isSilent && (threshold === undefined || byLoudness(alarm, threshold) < 0)) told += weight;
  }
  return all === 0 ? 0 : told / all;
}
