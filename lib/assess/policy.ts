import type { Principal } from "../domain/principal.js";
import type { Millis, Probability } from "../domain/units.js";
import { day, hour, minute } from "../domain/units.js";
import { defaultLane, type LaneSettings } from "../identity/settings.js";
import type { CohortPolicy, Thresholds } from "./cohort-policy.js";

/** Everything that may be turned. Each number says what turning it does; the defaults are what is tested. */
export interface Policy extends Thresholds {
  /** A command counts half after this many days. Longer remembers more, shorter follows change sooner. */
  readonly halfLifeDays: number;
  /** A principal with fewer commands or active days than this is young. */
  readonly youngCommands: number;
  readonly youngDays: number;
  /** A cohort with fewer commands than this has nothing to say about the young. */
  readonly cohortCommands: number;
  /** Her peers' scores make up the difference while she has fewer scores of her own. */
  readonly enoughScores: number;
  /** Detectors that are not asked, by id: for measuring what each is worth. */
  readonly without: readonly string[];
  /** Other thresholds for some teams and agents. */
  readonly cohorts: readonly CohortPolicy[];
  /** Whether somebody still behaves like herself: windows of commands, and what may be learned of them. */
  readonly identityLane: LaneSettings;
  readonly learning: Learning;
}

/** How fast, and how far, a baseline can be moved: the price of poisoning it. */
export interface Learning {
  /** A command waits this long before it is learned, so that who acted may still be revised. */
  readonly graceMs: Millis;
  /** At most so many wait; beyond it the oldest are learned early. */
  readonly mostWaiting: number;
  /** What was found is learned without anybody's word only after sightings on this many days ... */
  readonly absorbDays: number;
  /** ... in this many sessions. */
  readonly absorbSessions: number;
  /** What somebody has looked at and called expected: it is learned at once, also when it is found. */
  readonly expected: readonly Expected[];
  /** Notable commands of one signature that one session, and one day, can teach. */
  readonly notablePerSession: number;
  readonly notablePerDay: number;
  /** Scores in the rarest hundredth that one day can add to the histogram: so many, or this share of the day's commands. */
  readonly rarePerDay: number;
  readonly rareShare: Probability;
  /** Scores of what was found that one session, and one day, can add. */
  readonly foundPerSession: number;
  readonly foundPerDay: number;
  /** An event's id is remembered this long, so that a second delivery is not counted. */
  readonly rememberMs: Millis;
  /** The largest number of nodes a detector's counts may hold; beyond it the rarest are forgotten. */
  readonly nodes: number;
  /** The same for the steps from one command to the next. */
  readonly stepNodes: number;
  /** The same for what was found and is held: its signatures, days and sessions. */
  readonly heldNodes: number;
  /** Counts older than this are dropped. */
  readonly horizonDays: number;
}

/** A verdict on a finding: that this principal's commands of this signature are her work. */
export interface Expected {
  readonly principal: Principal;
  readonly signature: string;
}

export const defaultPolicy: Policy = {
  halfLifeDays: 60,
  findAtP: 0.005,
  findAtBits: 38,
  alertsPerWeek: 3,
  watchAtP: 0.02,
  youngCommands: 200,
  youngDays: 3,
  cohortCommands: 1_000,
  blindWeight: 0.8,
  enoughScores: 1_000,
  without: [],
  cohorts: [],
  identityLane: defaultLane,
  learning: {
    graceMs: 2 * minute,
    mostWaiting: 500,
    absorbDays: 3,
    absorbSessions: 3,
    expected: [],
    notablePerSession: 5,
    notablePerDay: 10,
    rarePerDay: 10,
    rareShare: 0.03,
    foundPerSession: 1,
    foundPerDay: 2,
    rememberMs: day,
    nodes: 200,
    stepNodes: defaultLane.nodes,
    heldNodes: 75,
    horizonDays: 182,
  },
};

/** Peers are pooled per hour of event time. */
export const cohortEpochMs: Millis = hour;
