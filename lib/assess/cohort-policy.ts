import type { Bits, Probability } from "../domain/units.js";

/** What of a policy decides, and may be another one for a cohort. */
export interface Thresholds {
  /** Find at this p-value or below, for an impact of full weight; lighter impacts must be rarer in proportion. */
  readonly findAtP: Probability;
  /** Find nothing that is less surprising than this, in bits, however rare: what peers do every day stays below it. */
  readonly findAtBits: Bits;
  /** About so many alerts a week of one principal, floor entries apart: who runs more commands is found at smaller p-values. */
  readonly alertsPerWeek: number;
  /** Watch at this p-value or below. */
  readonly watchAtP: Probability;
  /** Without any history to ask, only impacts of this weight (and floor entries) are found. */
  readonly blindWeight: Probability;
}

/** Thresholds for some: those of a team, of an agent (`hands` for people's own), or of that agent in that team. */
export interface CohortPolicy extends Partial<Thresholds> {
  readonly team?: string;
  readonly agent?: string;
}

/**
 * The thresholds that somebody is judged by: the policy's own, with those of each cohort she belongs to over them, in
 * the order in which they are written.
 *
 * @example
 * const policy = { findAtP: 0.005, findAtBits: 40, alertsPerWeek: 3, watchAtP: 0.02, blindWeight: 0.8, cohorts: [{ team: "platform", findAtP: 0.001 }, { agent: "hands", findAtBits: 50 }] }
 * thresholdsFor(policy, "platform", null).findAtP // => 0.001
 * thresholdsFor(policy, "shop", null).findAtP // => 0.005
 * thresholdsFor(policy, "shop", null).findAtBits // => 50
 */
export function thresholdsFor(
  {
    findAtP,
    findAtBits,
    alertsPerWeek,
    watchAtP,
    blindWeight,
    cohorts,
  }: Thresholds & { readonly cohorts: readonly CohortPolicy[] },
  team: string | undefined,
  agent: string | null,
): Thresholds {
  let thresholds: Thresholds = { findAtP, findAtBits, alertsPerWeek, watchAtP, blindWeight };
  for (const { team: ofTeam, agent: ofAgent, ...changed } of cohorts) {
    const fits = (ofTeam ?? team) === team && (ofAgent ?? agent ?? "hands") === (agent ?? "hands");
    if (fits) thresholds = { ...thresholds, ...changed };
  }
  return thresholds;
}
