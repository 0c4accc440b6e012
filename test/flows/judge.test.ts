import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commandsIn } from "../../lib/assess/baseline.js";
import { defaultConfig } from "../../lib/config.js";
import { day, hour, minute } from "../../lib/domain/units.js";
import type { Observed } from "../../lib/flows/gather.js";
import { type Judgement, judge, noKnowledge } from "../../lib/flows/judge.js";
import { forAll } from "../for-all.js";
import { anyStream, destroy, monday, observed, ordinaryDays, sensorOff } from "../observations.js";

const always = Number.NEGATIVE_INFINITY;
const judgeAll = (stream: readonly Observed[], from = always) => judge(stream, noKnowledge, defaultConfig, from);
const floorsOf = ({ findings }: Judgement) =>
  findings
    .filter(({ impact }) => impact?.floor)
    .map(({ id }) => id)
    .sort();
/** All commands that were taken in, learned or still waiting. */
const takenIn = ({ knowledge }: Judgement) =>
  [...knowledge.memories.values()].reduce(
    (sum, { baselines, waiting }) =>
      [...baselines.values()].reduce((all, baseline) => all + commandsIn(baseline), sum + waiting.length),
    0,
  );

describe("events that come up to ten minutes late", () => {
  /** A stream in an order in which every event may be ten minutes late. */
  const late = fc
    .tuple(anyStream, fc.array(fc.integer({ min: 0, max: 10 * minute }), { minLength: 60, maxLength: 60 }))
    .map(([stream, delays]) => {
      const arrivals = stream.map((event, i) => ({ event, arrival: event.at + (delays[i] ?? 0) }));
      return { stream, late: arrivals.sort((a, b) => a.arrival - b.arrival).map(({ event }) => event) };
    });

  it("lose no finding of a floor entry, and no command", () =>
    forAll([late], ({ stream, late }) => {
      const judgement = judgeAll(late);
      expect(floorsOf(judgement)).toEqual(floorsOf(judgeAll(stream)));
      expect(takenIn(judgement)).toBe(stream.length);
      expect(judgement.repeated).toBe(0);
    }));

  it("are not counted again when they come once more", () =>
    forAll([late], ({ stream, late }) => {
      const judgement = judgeAll(late.flatMap((event, i) => [event, ...late.slice(Math.max(0, i - 3), i)]));
      expect(floorsOf(judgement)).toEqual(floorsOf(judgeAll(stream)));
      expect(takenIn(judgement)).toBe(stream.length);
    }));
});

describe("what judging says of itself", () => {
  it("counts verdicts from where judging begins, and learns what came before", () => {
    const stream = [
      ...ordinaryDays(2, 10),
      observed(monday + 2 * day, { signature: "systemctl/stop/-", impacts: [sensorOff] }),
    ];
    const judgement = judgeAll(stream, monday + day);
    expect(judgement.verdicts).toEqual({ quiet: 10, watch: 0, find: 1 });
    expect(takenIn(judgement)).toBe(21);
    expect(judgeAll(stream, monday + 2 * day).verdicts).toEqual({ quiet: 0, watch: 0, find: 1 });
    expect(judgeAll(stream, monday + 2 * day + 1).verdicts).toEqual({ quiet: 0, watch: 0, find: 0 });
    expect(judgeAll(stream, monday + 2 * day + 1).findings).toEqual([]);
  });

  it("counts what is repeated, and neither judges nor tells it", () => {
    const stop = observed(monday, { signature: "systemctl/stop/-", impacts: [sensorOff] });
    expect(judgeAll([stop, stop, stop])).toMatchObject({ repeated: 2, verdicts: { find: 1 }, findings: [{}] });
  });

  it("counts principals, and those who are young", () => {
    const old = ordinaryDays(5, 60);
    const young = ordinaryDays(5, 10, { identity: "grace" });
    const agent = ordinaryDays(5, 10, { agent: "cursor" });
    const stream = [...old, ...young, ...agent].sort((a, b) => a.at - b.at);
    expect(judgeAll(stream)).toMatchObject({ principals: 3, young: 2 });
  });

  it("gives a sign of life with the first of every five thousand", () => {
    const signs: unknown[] = [];
    const stream = Array.from({ length: 5_001 }, () => observed(monday));
    judge(stream, noKnowledge, defaultConfig, always, (...sign) => signs.push(sign));
    expect(signs).toEqual([
      ["judging", 0, 5_001],
      ["judging", 5_000, 5_001],
    ]);
  });
});

describe("engineers of one team", () => {
  const identities = { ...defaultConfig.identities, teams: new Map([["grace", "platform"]]) };
  const { knowledge } = judge(
    [
      observed(monday, { identity: "grace" }),
      observed(monday + 5 * minute, { identity: "grace", id: "b" }),
      observed(monday + 3 * hour),
    ],
    noKnowledge,
    { ...defaultConfig, identities },
    always,
  );

  it("are pooled with their team, and everybody with everyone", () =>
    expect([...knowledge.cohorts.sealed.keys()]).toEqual(["people of platform", "other people", "everyone else"]));
});

describe("an engineer whose peers did the same all week", () => {
  const deploy = { ...destroy, id: "helm.upgrade", weight: 0.6 };
  const upgrade = { signature: "helm/upgrade/-", impacts: [deploy] };
  /** Five days of grace and linus, in which they deploy or do not; on the sixth, ada does. */
  const findingsWhen = (peersDeploy: boolean) => {
    const peers = ["grace", "linus"].flatMap((identity) =>
      ordinaryDays(5, 120, { identity }).map(({ observation, at }, i) => ({
        at,
        observation: peersDeploy && i % 10 === 0 ? { ...observation, ...upgrade } : observation,
      })),
    );
    const stream = [...peers, ...ordinaryDays(5, 60)].sort((a, b) => a.at - b.at);
    return judge([...stream, observed(monday + 6 * day, upgrade)], noKnowledge, defaultConfig, monday + 5 * day)
      .findings;
  };

  it("is told from one whose peers never did", () => {
    expect(findingsWhen(false)).toMatchObject([{ identity: "ada", impact: { id: "helm.upgrade" } }]);
    expect(findingsWhen(true)).toEqual([]);
  });
});
