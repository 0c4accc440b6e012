import { describe, expect, it } from "vitest";
import { defaultPolicy } from "../../lib/assess/policy.js";
import { defaultConfig } from "../../lib/config.js";
import { day, hour } from "../../lib/domain/units.js";
import type { Observed } from "../../lib/flows/gather.js";
import { judge, noKnowledge } from "../../lib/flows/judge.js";
import { destroy, monday, observed, ordinaryDays, sensorOff } from "../observations.js";

const judgeFrom = monday + 20 * day;
const terraform = { signature: "terraform/destroy/unattended", impacts: [destroy], command: "terraform destroy" };
const inOrder = (stream: readonly Observed[]) => [...stream].sort((a, b) => a.at - b.at);
const findingsOf = (...stream: readonly Observed[]) =>
  judge(inOrder(stream), noKnowledge, defaultConfig, judgeFrom).findings;

/** One terraform destroy a week, in its own session, in the weeks before the judged day. */
const weekly = (times: number, what: Parameters<typeof observed>[1] = {}): readonly Observed[] =>
  Array.from({ length: times }, (_, i) =>
    observed(monday + i * 3 * day + 5 * hour, {
      ...terraform,
      id: `weekly-${i}-${what.agent}`,
      session: `t${i}`,
      ...what,
    }),
  );

describe("an engineer who only ever used git and npm", () => {
  const history = [
    ...ordinaryDays(21, 30),
    ...ordinaryDays(21, 30, { identity: "grace" }),
    ...ordinaryDays(21, 30, { identity: "linus" }),
  ];

  it("is flagged for a first terraform destroy, with the numbers that say why", () => {
    const [finding, ...others] = findingsOf(...history, observed(judgeFrom + 8 * hour, terraform));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      identity: "ada",
      agent: null,
      impact: { class: "destroy" },
      rarity: { basis: "own", atLeast: 0 },
    });
    expect(finding?.evidence.map(({ because }) => because)).toEqual([
      expect.stringMatching(
        /^none of ada's last \d+ commands on 21 days could do harm this heavy \(0.9 of 1, or more\);/,
      ),
      expect.stringMatching(
        /^none of ada's last \d+ commands on 21 days ran terraform.*; none of [\d,]+ by everyone else$/,
      ),
      expect.stringMatching(
        /^none of ada's last \d+ commands on 21 days did exactly this \(terraform.destroy\); none of/,
      ),
      expect.stringMatching(
        /^none of ada's last \d+ commands on 21 days could do this kind of harm \(destroy\); none of/,
      ),
      expect.stringMatching(
        /^none of ada's last \d+ commands on 21 days ran within an hour of 17:00 UTC on a weekend; none of/,
      ),
    ]);
  });

  it("is not flagged for git push", () =>
    expect(findingsOf(...history, observed(judgeFrom + 8 * hour, { signature: "git/push/-" }))).toEqual([]));

  it("is not flagged for a harmless tool that nobody has used before", () =>
    expect(findingsOf(...history, observed(judgeFrom + 8 * hour, { signature: "hyperfine/-/-" }))).toEqual([]));

  it("is flagged again for the same thing tomorrow: what was found is not learned", () => {
    const twice = [
      observed(judgeFrom + 2 * hour, { ...terraform, id: "a" }),
      observed(judgeFrom + 26 * hour, { ...terraform, id: "b" }),
    ];
    expect(findingsOf(...history, ...twice)).toHaveLength(2);
  });
});

describe("an engineer who tears down her own stack every few days", () => {
  const history = [...ordinaryDays(21, 30), ...weekly(6), ...ordinaryDays(21, 30, { identity: "grace" })];

  it("is not flagged when she does it again", () =>
    expect(findingsOf(...history, observed(judgeFrom + 8 * hour, terraform))).toEqual([]));

  it("is flagged when her agent does it for the first time", () => {
    const agentsDays = ordinaryDays(21, 30, { agent: "claude-code" });
    const findings = findingsOf(
      ...history,
      ...agentsDays,
      observed(judgeFrom + 8 * hour, { ...terraform, agent: "claude-code" }),
    );
    expect(findings).toMatchObject([{ identity: "ada", agent: "claude-code" }]);
  });
});

describe("somebody of whom nothing is known", () => {
  it("is flagged only for the heaviest while nobody's history can say", () => {
    const deploy = { ...destroy, id: "helm.upgrade", weight: 0.45 };
    expect(findingsOf(observed(judgeFrom + hour, { ...terraform, id: "a", impacts: [deploy] }))).toEqual([]);
    expect(findingsOf(observed(judgeFrom + hour, { ...terraform, id: "b" }))).toMatchObject([
      { rarity: { basis: "nobody" } },
    ]);
  });

  it("is judged through her peers once they have a history", () => {
    const peers = [...ordinaryDays(21, 40, { identity: "grace" }), ...ordinaryDays(21, 40, { identity: "linus" })];
    expect(findingsOf(...peers, observed(judgeFrom + 8 * hour, terraform))).toMatchObject([
      { rarity: { basis: "peers" } },
    ]);
  });
});

describe("a floor entry", () => {
  it("is found however routine it has become", () => {
    const daily = ordinaryDays(25, 30, { signature: "systemctl/stop/-", impacts: [sensorOff] });
    expect(findingsOf(...daily)).toHaveLength(daily.filter(({ at }) => at >= judgeFrom).length);
  });
});

describe("an attacker who repeats a destructive command to make it usual", () => {
  const history = [...ordinaryDays(21, 30), ...ordinaryDays(21, 30, { identity: "grace" })];
  const repeat = (times: number, sessions: number, days: number) =>
    Array.from({ length: times }, (_, i) =>
      observed(judgeFrom + 4 * hour + (i % days) * day + i * 60_000, {
        ...terraform,
        id: `again-${i}`,
        session: `s${i % sessions}`,
      }),
    );

  it("teaches nothing in one session of one day, however often she tries", () => {
    const burst = repeat(200, 1, 1);
    const later = observed(judgeFrom + 3 * day, { ...terraform, id: "later" });
    expect(findingsOf(...history, ...burst, later).at(-1)?.event.id).toBe("later");
  });

  /** Where 120 commands a day were learned, a few high scores move no p-value: what is told depends on what is learned. */
  const long = [...ordinaryDays(21, 120), ...ordinaryDays(21, 30, { identity: "grace" })];
  const shapesIn = (findings: ReturnType<typeof findingsOf>) =>
    findings.map(({ evidence }) => evidence.find(({ detector }) => detector === "unusual-command")?.because ?? "");

  it("is believed only after the documented number of days and sessions, and becomes usual only then", () => {
    const { absorbDays, absorbSessions } = defaultConfig.policy.learning;
    expect([absorbDays, absorbSessions]).toEqual([3, 3]);
    const findings = findingsOf(...long, ...repeat(20, 20, 20));
    const shapes = shapesIn(findings);
    // The fourth is the first that is learned, so the fifth is the first that is told to have been seen.
    for (const because of shapes.slice(0, 4)) expect(because).toMatch(/^none of ada's last .+ ran terraform;/);
    expect(shapes[4]).toMatch(
      /^1 of ada's last .+ ran terraform destroy \(unattended\); .+; seen 4 times since it was first found$/,
    );
    // And after eight it is hers: the other twelve are quiet.
    expect(findings.map(({ event }) => event.id)).toEqual(Array.from({ length: 8 }, (_, i) => `again-${i}`));
  });

  it("has half as far to go once somebody called it expected of her", () => {
    const expected = [{ principal: "ada", signature: terraform.signature }];
    const policy = { ...defaultPolicy, learning: { ...defaultPolicy.learning, expected } };
    const stream = inOrder([...long, ...repeat(20, 20, 20)]);
    const { findings } = judge(stream, noKnowledge, { ...defaultConfig, policy }, judgeFrom);
    expect(findings.map(({ event }) => event.id)).toEqual(Array.from({ length: 5 }, (_, i) => `again-${i}`));
  });

  it.each([
    ["twenty sessions of two days", repeat(20, 20, 2)],
    ["one session of twenty days", repeat(20, 1, 20)],
    ["two sessions of twenty days", repeat(20, 2, 20)],
  ])("teaches no shape in %s", (_, sightings) => {
    const shapes = shapesIn(findingsOf(...long, ...sightings));
    expect(shapes.length).toBeGreaterThan(4);
    for (const because of shapes) expect(because).toMatch(/^none of ada's last .+ ran terraform;/);
  });
});
