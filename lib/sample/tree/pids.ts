import { type Instant, type Millis, second } from "../../domain/units.js";
import { between } from "../choose.js";
import type { Random } from "../random.js";

/** The kernel hands pids out in a circle; on a busy host a pid comes back as soon as its turn comes again. */
export interface Pids {
  /** @param stays it outlives the scene that it is started in, so its pid does not come back */
  next(now: Instant, stays: boolean): number;
}

/** What is shorter than this has ended by then. */
const longEnough: Millis = 90 * second;

/**
 * Pids that come back within one afternoon: between the processes of a tree run those of everybody else, of which no
 * sensor told, and they use up most of the circle.
 */
export function createPids(draw: Random): Pids {
  const first = between(draw, 1_000, 30_000);
  const circle = between(draw, 400, 2_400);
  const used = new Map<number, Instant>();
  let place = between(draw, 0, circle);

  const isFree = (pid: number, now: Instant): boolean => (used.get(pid) ?? Number.NEGATIVE_INFINITY) < now - longEnough;

  return {
    next(now, stays) {
      do place = (place + between(draw, 1, 4)) % circle;
      while (!isFree(first + place, now));
      const pid = first + place;
      used.set(pid, stays ? Number.POSITIVE_INFINITY : now);
      return pid;
    },
  };
}
