import { type Principal, principalOf } from "../domain/principal.js";
import type { Instant } from "../domain/units.js";
import type { Learned } from "./assess.js";
import { type Baseline, emptyBaseline, mergeBaselines } from "./baseline.js";
import { cohortEpochMs } from "./policy.js";
import type { History } from "./score.js";

/** A cohort's whole baseline, and each member's part of it for leaving her out. */
interface Cohort {
  readonly whole: Baseline;
  readonly members: ReadonlyMap<string, Baseline>;
}

/**
 * The peers' histories, in sealed hours of event time.
 *
 * What was learned during hour H is pooled once hour H+2 begins, and never changes afterwards; so what a command is
 * judged against depends only on event time, not on who was processed first.
 */
export interface Cohorts {
  readonly sealed: ReadonlyMap<string, Cohort>;
  /** What each principal learned in the hours that are not sealed yet. */
  readonly open: ReadonlyMap<number, ReadonlyMap<Principal, Contribution>>;
}

interface Contribution {
  readonly identity: string;
  readonly cohorts: readonly string[];
  readonly lesson: Baseline;
}

export const noCohorts: Cohorts = { sealed: new Map(), open: new Map() };

/** An hour is judged against what was sealed two hours before it. */
const sealedAfter = 2;

/**
 * The cohorts of a principal, from near to wide: those of her kind in her team, those of her kind, everyone.
 *
 * @example
 * cohortNames("claude-code", "platform") // => ["claude-code in platform", "others' claude-code", "everyone else"]
 * cohortNames(null, undefined) // => ["other people", "everyone else"]
 */
export function cohortNames(agent: string | null, team: string | undefined): readonly string[] {
  const everywhere = [agent === null ? "other people" : `others' ${agent}`, "everyone else"];
  return team === undefined ? everywhere : [`${agent ?? "people"} in ${team}`, ...everywhere];
}

/** Adds what an identity learned in the hour of `at`. */
export function contribute(
  { sealed, open }: Cohorts,
  at: Instant,
  identity: string,
  team: string | undefined,
  learned: readonly Learned[],
): Cohorts {
  if (learned.length === 0) return { sealed, open };
  const hour = Math.floor(at / cohortEpochMs);
  const contributions = new Map(open.get(hour));
  for (const { agent, lesson } of learned) {
    const principal = principalOf(identity, agent);
    const before = contributions.get(principal)?.lesson ?? emptyBaseline;
    const cohorts = cohortNames(agent, team);
    contributions.set(principal, { identity, cohorts, lesson: mergeBaselines(before, shareable(lesson)) });
  }
  return { sealed, open: new Map(open).set(hour, contributions) };
}

/** Pools every hour that is over by two as of `at`. */
export function seal(cohorts: Cohorts, at: Instant): Cohorts {
  const newest = Math.floor(at / cohortEpochMs) - sealedAfter;
  const due = [...cohorts.open].filter(([hour]) => hour <= newest);
  if (due.length === 0) return cohorts;
  const sealed = new Map(cohorts.sealed);
  for (const { identity, cohorts: names, lesson } of due.flatMap(([, contributions]) => [...contributions.values()])) {
    for (const name of names) sealed.set(name, joined(sealed.get(name), identity, lesson));
  }
  return { sealed, open: new Map([...cohorts.open].filter(([hour]) => hour > newest)) };
}

function joined(cohort: Cohort | undefined, identity: string, lesson: Baseline): Cohort {
  const part = mergeBaselines(cohort?.members.get(identity) ?? emptyBaseline, lesson);
  return {
    whole: mergeBaselines(cohort?.whole ?? emptyBaseline, lesson),
    members: new Map(cohort?.members).set(identity, part),
  };
}

/** The histories of a principal's peers without her own part; cohorts of which only she is a member are empty. */
export function peersOf(
  { sealed }: Cohorts,
  identity: string,
  agent: string | null,
  team: string | undefined,
): readonly History[] {
  return cohortNames(agent, team).map((name) => ({ name, baseline: withoutMember(sealed.get(name), identity) }));
}

/** Sealed cohorts never change, so each is subtracted once for each member. */
const subtracted = new WeakMap<Cohort, Map<string, Baseline>>();

function withoutMember(cohort: Cohort | undefined, identity: string): Baseline {
  if (cohort === undefined) return emptyBaseline;
  const known = subtracted.get(cohort) ?? new Map<string, Baseline>();
  subtracted.set(cohort, known);
  const others = known.get(identity) ?? mergeBaselines(cohort.whole, cohort.members.get(identity) ?? emptyBaseline, -1);
  known.set(identity, others);
  return others;
}

/** What peers may know: how she works, not what is held or capped. */
const shareable = ({ activity, counts, scores }: Baseline): Baseline => ({
  ...emptyBaseline,
  activity,
  counts,
  scores,
});
