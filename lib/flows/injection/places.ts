import { grouped } from "../../evaluation/grouped.js";
import { anyOf } from "../../sample/choose.js";
import { random } from "../../sample/random.js";
import type { Attack } from "./attacks.js";
import type { Line } from "./lines.js";

/**
 * Where each attack is put: once in every entity's judged part, at a seeded random place.
 *
 * @param every 1 puts in all; 4 a quarter of them, another quarter in each entity
 */
export function placesOf(
  lines: readonly Line[],
  attacks: readonly Attack[],
  seed: number,
  every: number,
): ReadonlyMap<Line, readonly Attack[]> {
  const judged = lines.filter(({ isMeasured, isWarmUp }) => isMeasured && !isWarmUp);
  const entities = [...grouped(judged, ({ corpus, principal }) => `${corpus} ${principal}`)];
  const places = new Map<Line, Attack[]>();
  for (const [nth, [entity, hers]] of entities.entries())
    for (const [index, attack] of attacks.entries()) {
      if ((index + nth) % every !== 0) continue;
      const line = anyOf(random("place", seed, entity, attack.corpus, index), hers);
      places.set(line, [...(places.get(line) ?? []), attack]);
    }
  return places;
}
