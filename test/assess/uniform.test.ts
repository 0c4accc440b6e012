import { describe, expect, it } from "vitest";
import { emptyBaseline } from "../../lib/assess/baseline.js";
import { emptyMemory } from "../../lib/assess/memory.js";
import { day, second } from "../../lib/domain/units.js";
import { epochMs } from "../../lib/identity/settings.js";
import { random } from "../../lib/sample/random.js";
import { emptyTree, merge, seed } from "../../lib/stats/count-tree.js";
import { monday, observed } from "../observations.js";
import { live } from "./live.js";

const days = 8;
const judgedDays = 4;
/** Each program is used nine tenths as often as the one before it: fine steps all the way into the rarest thousandth. */
const ratio = 0.9;
const programs = 150;
const signature = (program: number) => `p${program}/-/-`;
const week = Math.floor(monday / epochMs);

/** An engineer of long standing, so that surprise drifts no more: ten million commands by the same law, no score yet. */
const many = 1e7;
const habits = Array.from({ length: programs }, (_, k) => Math.ceil(many * (1 - ratio) * ratio ** k))
  .map((times, program) => seed(signature(program).split("/"), [week, times]))
  .reduce((sum, one) => merge(sum, one), emptyTree);
const settled = {
  ...emptyBaseline,
  activity: [Math.floor(monday / day) - 1, many],
  counts: new Map([
    ["unusual-command", habits],
    ["rare-impact", seed(["harmless"], [week, many])],
  ]),
};

/** The p-values of the last four days. */
function pValues(perDay: number): readonly number[] {
  const next = random("uniform", perDay);
  const draw = () => Math.min(programs - 1, Math.floor(Math.log(1 - next()) / Math.log(ratio)));
  const stream = Array.from({ length: days * perDay }, (_, i) =>
    observed(monday + Math.floor(i / perDay) * day + (i % perDay) * 20 * second, {
      id: `e${i}`,
      signature: signature(draw()),
    }),
  );
  const { outcomes } = live(stream, {}, { ...emptyMemory, baselines: new Map([["ada", settled]]) });
  return outcomes.slice(-judgedDays * perDay).map(({ judged }) => judged?.score.pValue ?? 0);
}

/** Seen when this was written: .0092, .0129, .0438 and .0992 of 600 a day; .0095, .0168, .0415 and .0872 of 1,500. */
describe.each([600, 1_500])("an engineer whose %i commands a day follow the same law for eight days", (perDay) => {
  const values = pValues(perDay);

  it.each([0.01, 0.02, 0.05, 0.1])("has a p-value of %d or less about as often as it says", (nominal) => {
    const share = values.filter((p) => p <= nominal).length / values.length;
    expect(share).toBeGreaterThan(nominal / 2);
    expect(share).toBeLessThan(nominal * 2);
  });

  it("is hardly ever told to be rarer than all her scores", () =>
    expect(values.filter((p) => p <= 1 / (4 * perDay)).length).toBeLessThanOrEqual(8));
});
