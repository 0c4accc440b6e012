import * as v from "valibot";
import { wholeWithin, within } from "./config-values.js";
import { minute } from "./domain/units.js";
import { defaultLane, type LaneSettings } from "./identity/settings.js";

const number = (least: number, most: number, hint: string) => v.optional(within(least, most, hint));
const whole = (least: number, most: number, hint: string) => v.optional(wholeWithin(least, most, hint));

/** Whether somebody still behaves like herself. Odds are natural logarithms: 2 is seven to one, 0 is even. */
export const identityLane = v.strictObject({
  findAtOdds: v.optional(
    v.nullable(within(-20, 50, "2 is the default, seven to one; more tells less, null turns the lane off")),
  ),
  window: whole(20, 100, "100 is the default; fewer commands tell sooner, and less"),
  pauseMinutes: number(1, 1_440, "60 is the default"),
  shortest: whole(1, 100, "50 is the default; a pause ends no window that has fewer commands"),
  warmUp: whole(1, 1_000, "10 is the default; so many windows are learned before one is judged"),
  start: number(0.0001, 0.5, "0.03 is the default, the chance that a stranger begins with the next window"),
  stay: number(0.01, 0.99, "0.6 is the default, the chance that a stranger goes on with the next window"),
  absorbBelow: number(-50, 20, "-3.5 is the default; windows at lower odds are learned at once"),
  settleBelow: number(-50, 20, "0 is the default; windows at lower odds, seen from later ones, are learned late"),
  memory: whole(1, 100, "30 is the default; of so many windows believeAfter must have been set aside"),
  believeAfter: whole(1, 100, "25 is the default; fewer follows a change of work sooner, and a patient stranger too"),
});

/** The lane's settings as used: what was not written is as it is tested. */
export function identityLaneOf({
  findAtOdds = defaultLane.findAtOdds,
  window = defaultLane.window,
  pauseMinutes = defaultLane.pause / minute,
  shortest = defaultLane.shortest,
  warmUp = defaultLane.warmUp,
  start = defaultLane.persistence.start,
  stay = defaultLane.persistence.stay,
  absorbBelow = defaultLane.gate.absorbBelow,
  settleBelow = defaultLane.gate.settleBelow,
  memory = defaultLane.gate.memory,
  believeAfter = defaultLane.gate.believeAfter,
}: v.InferOutput<typeof identityLane> = {}): LaneSettings {
  return {
    ...defaultLane,
    ...{ findAtOdds, window, shortest, warmUp },
    pause: pauseMinutes * minute,
    persistence: { start, stay },
    gate: { ...defaultLane.gate, absorbBelow, settleBelow, memory, believeAfter },
  };
}

/** What is right setting by setting and wrong together. */
export function contradictionsInLane({ findAtOdds, window, shortest, gate }: LaneSettings): readonly string[] {
  const { absorbBelow, memory, believeAfter } = gate;
  const mistakes: string[] = [];
  const most = (name: string, got: number, limit: string, value: number, why: string) => {
    const must = `must be at most policy.identityLane.${limit} (${value}), got ${got}`;
    if (got > value) mistakes.push(`policy.identityLane.${name}: ${must}; ${why}`);
  };
  most("shortest", shortest, "window", window, "no window is longer");
  most("believeAfter", believeAfter, "memory", memory, "else no change of work is ever believed");
  if (findAtOdds !== null)
    most("absorbBelow", absorbBelow, "findAtOdds", findAtOdds, "what is found is not learned at once");
  return mistakes;
}
