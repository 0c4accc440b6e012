import { type Instant, minute } from "../../domain/units.js";
import { between, shuffled } from "../choose.js";
import { people } from "../people.js";
import { createGardener, type Gardener } from "./gardener.js";
import type { Tree } from "./process.js";
import type { Course } from "./run.js";
import { scenes } from "./scenes/index.js";
import { openTerminal } from "./terminal.js";

/** Scenes begin within so many minutes, and go on beside each other. */
const afternoon = 150;

/**
 * One afternoon of one engineer, as the processes of her host: scenes that begin at their own time and go on beside each
 * other, so that her hands, her agents, root's jobs and daemons are all mixed up. What they run is drawn from the
 * company's vocabulary. Every start knows who really acted. The same seed gives the same tree; every third host is a Mac.
 */
export function growTree(seed: number): Tree {
  const isMac = seed % 3 === 0;
  const engineers = people.filter(({ system }) => system === (isMac ? "macos" : "linux"));
  // One after the other, so that few seeds are many engineers.
  const turn = isMac ? seed / 3 : seed - Math.floor(seed / 3);
  const garden = createGardener(seed, engineers[turn % engineers.length] as (typeof engineers)[number]);
  garden.enter("a terminal");
  const shell = openTerminal(garden);
  const happening = scenes.filter(
    ({ often, only }) => garden.draw() < often && (only === undefined || only === garden.system),
  );
  interleave(
    garden,
    shuffled(garden.draw, happening).map(({ name, play }) => ({
      name,
      course: play(garden, shell),
      due: garden.now() + between(garden.draw, 0, afternoon * minute),
    })),
  );
  return garden.tree();
}

/** A scene that goes on, and when. */
interface Going {
  readonly name: string;
  readonly course: Course;
  readonly due: Instant;
}

/** Whatever is due first goes on first. */
function interleave(garden: Gardener, begun: readonly Going[]): void {
  let going = begun;
  while (going.length > 0) {
    const next = going.reduce((first, other) => (other.due < first.due ? other : first));
    garden.waitUntil(next.due);
    garden.enter(next.name);
    const { done, value } = next.course.next();
    const others = going.filter((other) => other !== next);
    going = done ? others : [...others, { ...next, due: garden.now() + value }];
  }
}
