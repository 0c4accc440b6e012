import { expect, it } from "vitest";
import { emptyBaseline } from "../../lib/assess/baseline.js";
import { lesson } from "../../lib/assess/learn.js";
import { baselineFromJson, baselineToJson } from "../../lib/assess/memory-json.js";
import { defaultPolicy } from "../../lib/assess/policy.js";
import { laneFromJson } from "../../lib/identity/lane-json.js";
import { emptyTree } from "../../lib/stats/count-tree.js";
import type { NestedTreeJson } from "../../lib/stats/count-tree-json.js";
import { transitionsOf } from "../../lib/stats/transitions.js";
import { destroy, monday, observed } from "../observations.js";

const signature = `kubectl/delete/force+other+recursive+unattended+environment:production+path:elsewhere+pattern:everything`;
const [program, verb, shape] = signature.split("/") as [string, string, string];

it("a baseline that was kept with its names in full is the one that is learned now", () => {
  const { observation, at } = observed(monday, { signature, impacts: [destroy], session: "s" });
  const found = { observation, at, earlier: [], score: { bits: 40, pValue: 0.001 }, verdict: "find" } as const;
  const usual = { ...found, verdict: "quiet" } as const;
  const now = {
    ...lesson(usual, emptyBaseline, defaultPolicy.learning),
    held: lesson(found, emptyBaseline, defaultPolicy.learning).held,
  };
  const json = baselineToJson(now);
  const [week] = (now.counts.get("unusual-command") ?? emptyTree).counts;
  const n = [week as number, 1];
  const [today] = now.held.children.values().next().value?.children.keys() ?? [];
  const [session] =
    now.held.children
      .values()
      .next()
      .value?.children.get(today ?? "")
      ?.children.keys() ?? [];
  const path = (...names: readonly string[]): NestedTreeJson => {
    const [first, ...rest] = names;
    return first === undefined ? { n } : { n, c: [[first, path(...rest)]] };
  };
  const counts = json.counts.map(
    ([id, tree]) => [id, id === "unusual-command" ? path(program, verb, shape) : tree] as const,
  );
  const held = path(signature, today ?? "", session ?? "");
  expect(baselineFromJson({ ...json, counts, held })).toEqual(now);
});

it("a window that waits, kept as its commands, is the same as its steps", () => {
  const commands = ["git status", "git push"];
  const waiting = { score: 3, odds: 1, later: [2] };
  const { lane } = laneFromJson({
    ...{ version: 1, recent: { n: [] }, scores: null, windows: 12, suspicion: 0.5, aside: { n: [] }, open: [] },
    held: [{ commands, epoch: 7, ...waiting }],
  });
  expect(lane.held).toEqual([{ steps: transitionsOf(commands, 7), ...waiting }]);
});
