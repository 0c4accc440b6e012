import type { FormatName } from "../domain/event.js";
import type { Instant } from "../domain/units.js";
import { historyDays } from "./calendar.js";
import { encoders, formatOf } from "./encode/encode.js";
import { people } from "./people.js";
import type { Person } from "./person.js";
import type { Plan, PlannedLine } from "./plans/plan.js";
import { plant } from "./plans/plant.js";
import { random } from "./random.js";
import { workday } from "./workday.js";

/** An act as its sensor wrote it down. */
export interface Recorded {
  /** The source's own id. */
  readonly id: string;
  readonly at: Instant;
  readonly format: FormatName;
  readonly record: object;
  readonly planted: PlannedLine | undefined;
}

/** More than anybody does in a day, so that numbers counted per person never meet those of the next day. */
const actsPerDay = 10_000;

/** One day of the whole company, in order of time. */
export const recordedDay = (seed: number, plans: readonly Plan[], dayNumber: number): readonly Recorded[] =>
  people
    .flatMap((person) =>
      recordedPerson(
        seed,
        plans.filter((plan) => plan.person === person),
        person,
        dayNumber,
      ),
    )
    .sort((one, other) => one.at - other.at);

function recordedPerson(seed: number, plans: readonly Plan[], person: Person, dayNumber: number): readonly Recorded[] {
  const ordinary = workday(seed, person, dayNumber);
  const draw = random(seed, "planted", person.name, dayNumber);
  const planted = plans.flatMap((plan) => plant(plan, linesOn(plan, dayNumber), ordinary, draw));
  const acts = [...ordinary, ...planted].sort((one, other) => one.at - other.at);
  const sensor = random(seed, "sensor", person.name, dayNumber);
  return acts.map((act, place) => {
    const format = formatOf(act);
    const { id, record } = encoders[format](act, sensor, dayNumber * actsPerDay + place);
    return { id, record, format, at: act.at, planted: act.planted };
  });
}

/** What of a plan happens on a day: all of it on the judged one, its first line when it is rehearsed. */
function linesOn({ lines, rehearsals }: Plan, dayNumber: number): Plan["lines"] {
  if (dayNumber === historyDays) return lines;
  return rehearsals.includes(dayNumber) ? lines.slice(0, 1) : [];
}
