import type { Impact } from "../domain/impact.js";
import type { Probability } from "../domain/units.js";

/** Once in ten thousand of her commands is as rare as priority can tell apart. */
const rarest = 4;
/** What must never be overlooked is medium at least. */
const floorPriority = 5;

/**
 * How soon somebody should look, from 0 to 10: half for what it could do, half for how rare that is.
 *
 *     priority = 10 * weight * (1 + min(1, -log10 p / 4)) / 2
 *
 * @example
 * priorityOf({ weight: 0.9, floor: false }, 0.0001) // => 9
 * priorityOf({ weight: 0.4, floor: false }, 0.01) // => 3
 * priorityOf({ weight: 0.6, floor: true }, 1) // => 5
 */
export function priorityOf({ weight, floor }: Pick<Impact, "weight" | "floor">, pValue: Probability): number {
  const rarity = Math.min(1, -Math.log10(pValue) / rarest);
  return Math.max(floor ? floorPriority : 0, Math.round((10 * weight * (1 + rarity)) / 2));
}
