import type { Principal } from "./principal.js";

/** One thing that was counted: how often, and which share of all that was learned. */
export interface Share {
  readonly what: string;
  readonly count: number;
  readonly share: number;
}

/** What is usual for a principal: what a baseline says, for a person to look at. */
export interface Portrait {
  readonly principal: Principal;
  /** Commands within the horizon, learned or not, and the days with any. */
  readonly commands: number;
  readonly days: number;
  /** First and last of these days, `2026-03-02`. */
  readonly since: string;
  readonly last: string;
  /** Too little is known to judge her by her own history: she is judged through her peers. */
  readonly young: boolean;
  /** Programs with their verbs, the most frequent first. */
  readonly usual: readonly Share[];
  /** Kinds of harm that she does, the most frequent first. */
  readonly harm: readonly Share[];
  /** Found and not believed yet: how often, on how many days, in how many sessions. */
  readonly held: readonly {
    readonly signature: string;
    readonly sightings: number;
    readonly days: number;
    readonly sessions: number;
  }[];
  /** Past scores that a new one is ranked among. */
  readonly scores: number;
}
