import type { Verdict } from "../domain/finding.js";
import type { Impact } from "../domain/impact.js";
import type { Policy } from "./policy.js";
import type { Score } from "./score.js";

/**
 * The only place with a threshold: impact decides what may matter, statistics whether it does.
 *
 *     find  when  p <= findAtP * weight    (a heavier impact needs less surprise)
 *
 * Floor entries are found however usual they are. With nobody's history to ask, only the heaviest impacts are.
 *
 * @param impact the telling one; undefined when nothing notable could happen
 */
export function decide(
  impact: Impact | undefined,
  { pValue, basis }: Pick<Score, "pValue" | "basis">,
  policy: Policy,
): Verdict {
  if (impact === undefined) return "quiet";
  if (impact.floor) return "find";
  if (basis === "nobody") return impact.weight >= policy.blindWeight ? "find" : "watch";
  if (pValue <= policy.findAtP * impact.weight) return "find";
  return pValue <= policy.watchAtP ? "watch" : "quiet";
}
