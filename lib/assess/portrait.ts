import { rareImpact } from "../detectors/rare-impact.js";
import { unusualCommand } from "../detectors/unusual-command.js";
import type { Portrait, Share } from "../domain/portrait.js";
import type { Principal } from "../domain/principal.js";
import { day } from "../domain/units.js";
import { type CountTree, emptyTree } from "../stats/count-tree.js";
import { total } from "../stats/epoch-counts.js";
import { type Baseline, commandsIn, daysIn } from "./baseline.js";
import type { Policy } from "./policy.js";
import { isYoung } from "./score.js";

/** A baseline as a person looks at it. Shapes and counts only: no more is kept. */
export function portraitOf(principal: Principal, baseline: Baseline, policy: Policy): Portrait {
  const { activity, counts, held, scores } = baseline;
  const kinds = counts.get(rareImpact.id) ?? emptyTree;
  const programs = counts.get(unusualCommand.id) ?? emptyTree;
  return {
    principal,
    commands: commandsIn(baseline),
    days: daysIn(baseline),
    since: dayOf(activity[0]),
    last: dayOf(activity.at(-2)),
    young: isYoung(baseline, policy),
    usual: shares(
      [...programs.children].flatMap(([program, { children }]) =>
        [...children].map(([verb, node]) => [verb === "-" ? program : `${program} ${verb.replaceAll(".", " ")}`, node]),
      ),
      total(programs.counts),
    ),
    harm: shares(
      [...kinds.children].filter(([kind]) => kind !== "harmless"),
      total(kinds.counts),
    ),
    held: [...held.children].map(([signature, { counts, children }]) => ({
      signature,
      sightings: total(counts),
      days: children.size,
      sessions: new Set([...children.values()].flatMap(({ children }) => [...children.keys()])).size,
    })),
    scores: total(scores.counts),
  };
}

const shares = (counted: readonly (readonly [string, CountTree])[], all: number): readonly Share[] =>
  counted
    .map(([what, { counts }]) => ({ what, count: total(counts), share: total(counts) / all }))
    .sort((a, b) => b.count - a.count || (a.what < b.what ? -1 : 1));

const dayOf = (days: number | undefined): string =>
  days === undefined ? "-" : new Date(days * day).toISOString().slice(0, 10);
