import { describe, expect, it } from "vitest";
import { thresholdsFor } from "../../lib/assess/cohort-policy.js";
import { defaultPolicy } from "../../lib/assess/policy.js";
import { checkConfig } from "../../lib/config.js";
import { destroy, monday, observed, ordinaryDays } from "../observations.js";
import { live } from "./live.js";

const policy = {
  ...defaultPolicy,
  cohorts: [
    { team: "platform", findAtBits: 1_000 },
    { agent: "codex", findAtP: 0.001 },
    { agent: "hands", watchAtP: 0.5 },
  ],
};

describe("thresholds of a cohort", () => {
  it("hold for its team, its agent, or people's own hands, and for nobody else", () => {
    expect(thresholdsFor(policy, "platform", "codex")).toMatchObject({
      findAtBits: 1_000,
      findAtP: 0.001,
      watchAtP: 0.02,
    });
    expect(thresholdsFor(policy, undefined, null)).toMatchObject({
      findAtBits: defaultPolicy.findAtBits,
      findAtP: 0.005,
      watchAtP: 0.5,
    });
    expect(thresholdsFor(policy, "shop", "cursor")).toMatchObject({
      findAtBits: defaultPolicy.findAtBits,
      findAtP: 0.005,
      watchAtP: 0.02,
    });
  });

  it("decide what is found of it, and leave floor entries alone", () => {
    const history = ordinaryDays(12, 60);
    const last = history.at(-1)?.at ?? monday;
    const wiped = observed(last + 1, {
      signature: "terraform/destroy/-",
      command: "terraform destroy",
      impacts: [destroy],
    });
    const floor = observed(last + 2, { impacts: [{ ...destroy, floor: true }], id: "floor" });
    const verdicts = (team: string) =>
      live([...history, wiped, floor], { policy, team, judgeFrom: last })
        .outcomes.slice(-2)
        .map(({ judged }) => judged?.verdict);
    expect(verdicts("shop")).toEqual(["find", "find"]);
    expect(verdicts("platform")).toEqual(["watch", "find"]);
  });

  it("are written in the configuration", () => {
    const checked = checkConfig({
      identities: { teams: { platform: ["ada"] } },
      policy: { cohorts: [{ team: "platform", agent: "codex", findAtP: 0.001 }] },
    });
    expect(checked).toMatchObject({
      ok: true,
      config: { policy: { cohorts: [{ team: "platform", agent: "codex", findAtP: 0.001 }] } },
    });
    expect(checkConfig({ policy: { cohorts: [{ findAtP: 7 }] } })).toMatchObject({
      ok: false,
      mistakes: [expect.stringMatching(/^policy\.cohorts\.0\.findAtP: must be at most 1/)],
    });
  });
});
