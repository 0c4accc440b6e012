import type { Verdict } from "../domain/finding.js";
import type { Impact } from "../domain/impact.js";
import { roundChance } from "../stats/bits.js";
import { conformal } from "../stats/conformal.js";
import type { Thresholds } from "./cohort-policy.js";
import type { Score } from "./score.js";

/** Scores as high that do not hide the heaviest while there are few: a day adds two of what was found. */
const asOdd = 2;

/**
 * The only place with a threshold: impact decides what may matter, statistics whether it does.
 *
 *     find  when  p <= rare * weight  and  bits >= findAtBits    (a heavier impact needs less rarity)
 *     rare = min(findAtP, alertsPerWeek / commands in her week)
 *
 * Of calibrated p-values a share p is p or below, so that in the mean no principal's statistics find more than `alertsPerWeek` a week.
 *
 * The p-value says that hardly any past command was as odd, the bits that it is odd at all: in a short and even history
 * the first of anything is the oddest so far, also what all her peers do.
 *
 * Floor entries are found however usual they are. With nobody's history to ask, only the heaviest impacts are; with too
 * few scores for two odd ones among them to leave a small p-value, the heaviest are when no more were ever as high: not
 * knowing is not normal, and what was found an hour ago must not hide what comes next.
 *
 * @param impact the telling one; undefined when nothing notable could happen
 */
export function decide(
  impact: Impact | undefined,
  { pValue, bits, perWeek, basis, rank }: Pick<Score, "pValue" | "bits" | "perWeek" | "basis" | "rank">,
  policy: Thresholds,
): Verdict {
  if (impact === undefined) return "quiet";
  if (impact.floor) return "find";
  const heavy = impact.weight >= policy.blindWeight;
  if (basis === "nobody") return heavy ? "find" : "watch";
  const rare = perWeek > 0 ? Math.min(policy.findAtP, policy.alertsPerWeek / perWeek) : policy.findAtP;
  const threshold = roundChance(rare * impact.weight);
  const isTooFew = threshold > 0 && roundChance(conformal({ atLeast: asOdd, of: rank.of })) > threshold;
  const isRare = pValue <= threshold || (isTooFew && heavy && rank.atLeast <= asOdd);
  if (isRare && bits >= policy.findAtBits) return "find";
  return pValue <= policy.watchAtP ? "watch" : "quiet";
}
