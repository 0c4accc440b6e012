import type { Reach } from "../domain/finding.js";
import type { Impact } from "../domain/impact.js";
import type { Attribution, Trust } from "../domain/observation.js";
import type { Probability } from "../domain/units.js";
import { shareOf } from "./reach.js";

/** Once in ten thousand of her commands is as rare as priority can tell apart. */
const rarest = 4;
/** What must never be overlooked is medium at least. */
const floorPriority = 5;
/** What each circumstance is worth; together 1, so that a priority stays below 10 whatever they are. Set, not learned. */
const worth = { reach: 0.4, agent: 0.3, trust: 0.3 };
/** A service's work hardly varies, so that what is odd there is odder; of an unknown identity nothing is known at all. */
const ofTrust: Readonly<Record<Trust, number>> = { trusted: 0, service: 0.5, unknown: 1 };

/** What somebody on call would ask before she gets up. */
export interface Circumstances {
  /** What it could do, from 0 to 1. */
  readonly weight: Impact["weight"];
  /** Never to be overlooked. */
  readonly floor: boolean;
  readonly pValue: Probability;
  readonly reach: Reach;
  readonly agent: string | null;
  /** How sure it is that it was the agent; where `agent` is null, that it was her own hands. */
  readonly confidence: Attribution["confidence"];
  readonly trust: Trust;
}

/**
 * How soon somebody should look, from 0 to 10: harm and rarity, half each, raised by the circumstances.
 *
 *     urgency  = weight * (1 + min(1, -log10 p / 4)) / 2
 *     raise    = 0.4 reach + 0.3 chance that no hands typed it + 0.3 trust          (each from 0 to 1)
 *     priority = 10 * (urgency + urgency * (1 - urgency) * raise)
 *
 * Circumstances decide in the middle: they make no light thing urgent, and what is urgent already needs none. An agent is
 * told sooner because nobody looks on while it works, and hands that are doubtful sooner than sure ones. No input lowers
 * the priority as it grows. Floor entries are 5 at least; 4 is medium.
 *
 * Where it stops being right: it is an order for reading, no probability of harm; its shares are set by judgement, as
 * nobody publishes what people on call did with which alert.
 *
 * @example
 * const hands = { weight: 0.6, floor: false, pValue: 0.0005, reach: "own", agent: null, confidence: 1, trust: "trusted" }
 * priorityOf(hands) // => 5
 * priorityOf({ ...hands, agent: "codex", confidence: 0.95 }) // => 6
 * priorityOf({ ...hands, agent: "codex", confidence: 0.95, reach: "everything", trust: "unknown" }) // => 8
 * priorityOf({ ...hands, floor: true, pValue: 1 }) // => 5
 */
export function priorityOf({ weight, floor, pValue, reach, agent, confidence, trust }: Circumstances): number {
  const urgency = (weight * (1 + Math.min(1, -Math.log10(pValue) / rarest))) / 2;
  const unattended = agent === null ? 1 - confidence : confidence;
  const raise = worth.reach * shareOf(reach) + worth.agent * unattended + worth.trust * ofTrust[trust];
  const priority = Math.round(10 * (urgency + urgency * (1 - urgency) * raise));
  return Math.max(floor ? floorPriority : 0, priority);
}
