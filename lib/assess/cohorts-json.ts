import type { Cohort, Cohorts, Contribution } from "./cohorts.js";
import { type BaselineJson, baselineFromJson, baselineToJson, sorted } from "./memory-json.js";

interface CohortJson {
  readonly whole: BaselineJson;
  readonly members: readonly (readonly [string, BaselineJson])[];
}

type ContributionJson = Omit<Contribution, "lesson"> & { readonly lesson: BaselineJson };

export interface CohortsJson {
  readonly sealed: readonly (readonly [string, CohortJson])[];
  /** Null before the first hour was sealed. */
  readonly sealedUpTo: number | null;
  readonly open: readonly (readonly [number, readonly (readonly [string, ContributionJson])[]])[];
}

const cohortToJson = ({ whole, members }: Cohort): CohortJson => ({
  whole: baselineToJson(whole),
  members: sorted(members, baselineToJson),
});

const cohortFromJson = ({ whole, members }: CohortJson): Cohort => ({
  whole: baselineFromJson(whole),
  members: new Map(members.map(([identity, part]) => [identity, baselineFromJson(part)])),
});

/** Cohorts as plain JSON: sealed hours and open ones, whole, so that a run that goes on from here goes on exactly. */
export const cohortsToJson = ({ sealed, sealedUpTo, open }: Cohorts): CohortsJson => ({
  sealed: sorted(sealed, cohortToJson),
  sealedUpTo: Number.isFinite(sealedUpTo) ? sealedUpTo : null,
  open: sorted(open, (hour) => sorted(hour, (one) => ({ ...one, lesson: baselineToJson(one.lesson) }))),
});

export const cohortsFromJson = ({ sealed, sealedUpTo, open }: CohortsJson): Cohorts => ({
  sealed: new Map(sealed.map(([name, cohort]) => [name, cohortFromJson(cohort)])),
  sealedUpTo: sealedUpTo ?? Number.NEGATIVE_INFINITY,
  open: new Map(
    open.map(([hour, contributions]) => [
      hour,
      new Map(contributions.map(([who, one]) => [who, { ...one, lesson: baselineFromJson(one.lesson) }])),
    ]),
  ),
});
