import type { Act } from "../act.js";
import { anyOf, between } from "../choose.js";
import type { Random } from "../random.js";
import type { Plan, PlannedLine } from "./plan.js";

/**
 * The lines of a plan as acts in the midst of a day's ordinary ones.
 *
 * They follow an ordinary command of the same hands or agent, in its session and its folder, a few seconds apart: an
 * agent that goes astray does so in the middle of honest work. On a day without any such work nothing is planted.
 */
export function plant(
  plan: Plan,
  lines: readonly PlannedLine[],
  ordinary: readonly Act[],
  draw: Random,
): readonly Act[] {
  const own = ordinary.filter(({ agent }) => agent === plan.agent);
  if (own.length === 0) return [];
  const before = anyOf(draw, own);
  let { at } = before;
  return lines.map((planted) => {
    at += between(draw, 1_500, 9_000);
    return { ...before, at, line: planted.line, planted };
  });
}
