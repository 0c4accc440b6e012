import { describe, expect, it } from "vitest";
import { emptyBaseline } from "../../lib/assess/baseline.js";
import { apply, changeOf } from "../../lib/assess/change.js";
import type { Memory } from "../../lib/assess/memory.js";
import { changeFromJson, changeToJson, memoryToJson } from "../../lib/assess/memory-json.js";
import { defaultPolicy } from "../../lib/assess/policy.js";
import { day, minute } from "../../lib/domain/units.js";
import { inventCorpus } from "../../lib/evaluation/masquerade/invented.js";
import { findingText } from "../../lib/render/finding-text.js";
import { slackMessage } from "../../lib/render/slack.js";
import { monday, observed } from "../observations.js";
import { live } from "./live.js";

const [ada, grace, hedy] = inventCorpus({ seed: 11, users: 3, blocks: 1 }).map(({ clean }) => clean.flat());

/** Commands a minute apart, a session for each five hundred. */
const stream = (commands: readonly string[] = [], from = monday, name = "ada") =>
  commands.map((command, place) =>
    observed(from + place * minute, {
      ...{ id: `${name}-${from}-${place}`, identity: name, session: `${name}-${Math.floor(place / 500)}` },
      signature: `${command}/-/-`,
    }),
  );

const strangers = [grace, hedy].flatMap((commands, place) =>
  [...live(stream(commands, monday, `peer${place}`)).memory.baselines.values()].slice(0, 1),
);
const cohorts = () => strangers.map((baseline, place) => ({ name: `peer${place}`, baseline }));
const judgeFrom = monday + 4 * day;
const known = live(stream(ada?.slice(0, 3_000)), { cohorts, judgeFrom }).memory;
const later = (commands: readonly string[] = [], before: Memory = known) =>
  live(stream(commands, judgeFrom), { cohorts, judgeFrom }, before);
const told = (commands: readonly string[] = []) => later(commands).outcomes.flatMap(({ behaviour }) => behaviour);

describe("an engineer whose three thousand commands are known", () => {
  it("is found when somebody else acts as her, with no impact and the window as evidence", () => {
    const [finding] = told(grace?.slice(0, 400));
    expect(finding).toMatchObject({ identity: "ada", agent: null, impact: null, verdict: "find" });
    expect(finding?.evidence[0]?.because).toContain("of somebody else as of ada");
    expect(finding?.priority).toBeGreaterThanOrEqual(4);
  });

  it("is not found for three days of her own", () => expect(told(ada?.slice(3_000, 4_500))).toEqual([]));

  it("learns nothing in either lane while somebody else acts", () => {
    const { memory } = later(grace?.slice(0, 1_000));
    const counted = (of: Memory) =>
      [...(of.baselines.get("ada") ?? emptyBaseline).counts].map(([id, tree]) => [id, tree.counts]);
    const before = new Map(counted(later(grace?.slice(0, 200)).memory) as [string, readonly number[]][]);
    for (const [id, counts] of counted(memory)) expect([id, counts]).toEqual([id, before.get(id as string)]);
  });

  it("is neither judged nor learned in windows where the lane is off", () => {
    const off = { ...defaultPolicy, identityLane: { ...defaultPolicy.identityLane, findAtOdds: null } };
    const { memory, outcomes } = live(
      stream(grace?.slice(0, 400), judgeFrom),
      { cohorts, judgeFrom, policy: off },
      known,
    );
    expect(outcomes.flatMap(({ behaviour, moved }) => [...behaviour, ...moved])).toEqual([]);
    expect(memory.lanes).toEqual(known.lanes);
    const commands = (of: Memory) => of.baselines.get("ada")?.counts.get("unusual-command")?.counts;
    expect(commands(memory)).not.toEqual(commands(known));
  });

  it("is found later where more must be said against her", () => {
    const findAtOdds = 50;
    const strict = { ...defaultPolicy, identityLane: { ...defaultPolicy.identityLane, findAtOdds } };
    const { outcomes } = live(stream(grace?.slice(0, 400), judgeFrom), { cohorts, judgeFrom, policy: strict }, known);
    expect(outcomes.flatMap(({ behaviour }) => behaviour)).toEqual([]);
  });

  it("is told in words and in Slack", () => {
    const [finding] = told(grace?.slice(0, 400));
    if (finding === undefined) return expect.fail("nothing was found");
    expect(findingText(finding, { colour: false })).toContain("that it is still them");
    expect(slackMessage({ id: "i", findings: [finding] }).text).toContain("stopped behaving like themselves");
  });
});

it("a journal's changes give the same lanes as the fold, wherever it is cut", () => {
  const commands = stream([...(ada?.slice(3_000, 3_250) ?? []), ...(grace?.slice(0, 150) ?? [])], judgeFrom);
  let kept = known;
  for (let from = 0; from < commands.length; from += 37) {
    const batch = commands.slice(from, from + 37);
    const { memory, outcomes } = live(batch, { cohorts, judgeFrom }, kept);
    const steps = batch.map((one, place) => ({ ...one, outcome: outcomes[place] as (typeof outcomes)[number] }));
    const change = changeOf("ada", new Map(), steps);
    if (change !== null) {
      const read = changeFromJson(JSON.parse(JSON.stringify(changeToJson(change))));
      expect(memoryToJson(apply(kept, read, defaultPolicy.learning.rememberMs))).toEqual(memoryToJson(memory));
    }
    kept = memory;
  }
});
