import { type Principal, principalOf } from "../domain/principal.js";
import { day, type Instant } from "../domain/units.js";
import { type Baseline, compact, emptyBaseline, mergeBaselines } from "./baseline.js";
import type { Learned } from "./outcome.js";
import { cohortEpochMs, type Learning } from "./policy.js";
import type { History } from "./score.js";

/** A cohort's whole baseline, and each member's part of it for leaving her out. */
export interface Cohort {
  readonly whole: Baseline;
  readonly members: ReadonlyMap<string, Baseline>;
}

/**
 * The peers' histories, in sealed hours of event time.
 *
 * What was learned during hour H is pooled once an event of hour H+2 comes, and never changes afterwards. What comes
 * later than that is pooled with the next hour.
 */
export interface Cohorts {
  readonly sealed: ReadonlyMap<string, Cohort>;
  /** The newest sealed hour. */
  readonly sealedUpTo: number;
  /** What each principal learned in the hours that are not sealed yet. */
  readonly open: ReadonlyMap<number, ReadonlyMap<Principal, Contribution>>;
}

export interface Contribution {
  readonly identity: string;
  readonly cohorts: readonly string[];
  readonly lesson: Baseline;
}

export const noCohorts: Cohorts = { sealed: new Map(), sealedUpTo: Number.NEGATIVE_INFINITY, open: new Map() };

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
  return team === undefined
    ? everywhere
    : [agent === null ? `people of ${team}` : `${agent} in ${team}`, ...everywhere];
}

/** Adds what an identity learned in the hour of `at`; when that is sealed already, to the first hour that is not. */
export function contribute(
  cohorts: Cohorts,
  at: Instant,
  identity: string,
  team: string | undefined,
  learned: readonly Learned[],
): Cohorts {
  if (learned.length === 0) return cohorts;
  const hour = Math.max(Math.floor(at / cohortEpochMs), cohorts.sealedUpTo + 1);
  const contributions = new Map(cohorts.open.get(hour));
  for (const { agent, lesson } of learned) {
    const principal = principalOf(identity, agent);
    const before = contributions.get(principal)?.lesson ?? emptyBaseline;
    const lessons = mergeBaselines(before, shareable(lesson));
    contributions.set(principal, { identity, cohorts: cohortNames(agent, team), lesson: lessons });
  }
  return { ...cohorts, open: new Map(cohorts.open).set(hour, contributions) };
}

/** Hours that one event may seal at most: one with a wrong date must not end a cohort's history. */
const leap = 24;

/**
 * Pools every hour that is over by two as of `at`, and once a day brings the cohorts within their bounds: so many nodes
 * for a member's part, and five times as many for the whole. What was pruned from a cohort cannot be taken out of it, so leaving somebody out may
 * then leave some of her rarest commands in.
 */
export function seal(cohorts: Cohorts, at: Instant, learning: Learning): Cohorts {
  const over = Math.floor(at / cohortEpochMs) - sealedAfter;
  const newest = Math.min(over, cohorts.sealedUpTo === Number.NEGATIVE_INFINITY ? over : cohorts.sealedUpTo + leap);
  if (newest <= cohorts.sealedUpTo) return cohorts;
  const due = [...cohorts.open].filter(([hour]) => hour <= newest);
  if (due.length === 0) return { ...cohorts, sealedUpTo: newest };
  const sealed = new Map(cohorts.sealed);
  for (const { identity, cohorts: names, lesson } of due.flatMap(([, contributions]) => [...contributions.values()])) {
    for (const name of names) sealed.set(name, joined(sealed.get(name), identity, lesson));
  }
  if (dayOf(newest) > dayOf(cohorts.sealedUpTo))
    for (const [name, cohort] of sealed)
      sealed.set(name, bounded(cohort, (newest + sealedAfter) * cohortEpochMs, learning));
  return { sealed, sealedUpTo: newest, open: new Map([...cohorts.open].filter(([hour]) => hour > newest)) };
}

/** A cohort may keep as many nodes as so many members. */
const roomFor = 5;

const dayOf = (hours: number): number => Math.floor((hours * cohortEpochMs) / day);

function bounded({ whole, members }: Cohort, at: Instant, learning: Learning): Cohort {
  return {
    whole: compact(whole, at, {
      ...learning,
      nodes: roomFor * learning.nodes,
      stepNodes: roomFor * learning.stepNodes,
    }),
    members: new Map([...members].map(([identity, part]) => [identity, compact(part, at, learning)])),
  };
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

/** What a principal herself has put into the cohorts of her kind. */
export const partOf = ({ sealed }: Cohorts, identity: string, agent: string | null): Baseline =>
  sealed.get(cohortNames(agent, undefined)[0] ?? "")?.members.get(identity) ?? emptyBaseline;

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
export const shareable = ({ activity, counts, scores }: Baseline): Baseline => ({
  ...emptyBaseline,
  activity,
  counts,
  scores,
});
