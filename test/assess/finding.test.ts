import { describe, expect, it } from "vitest";
import { findingOf } from "../../lib/assess/finding.js";
import type { Observation } from "../../lib/domain/observation.js";
import { day, hour } from "../../lib/domain/units.js";
import { destroy, monday, observed } from "../observations.js";

const rare = {
  bits: 22.5,
  rank: { atLeast: 0, of: 4_000, borrowed: 250 },
  perWeek: 100,
  pValue: 0.00025,
  basis: "own" as const,
  surprises: [],
};
const found = (what: Partial<Observation> = {}, at = monday) =>
  findingOf(observed(monday, what).observation.name, observed(monday, what).observation, destroy, at, rare, [], []);

describe("a finding", () => {
  it("has all that its score and its event say, and a priority", () =>
    expect(found({ agent: "cursor", session: "s1" })).toMatchObject({
      time: "2026-03-02T09:00:00.000Z",
      identity: "ada",
      agent: "cursor",
      session: "s1",
      host: "ada-laptop",
      impact: destroy,
      rarity: { pValue: 0.00025, bits: 22.5, basis: "own", atLeast: 0, of: 4_000, borrowed: 250 },
      reach: "own",
      priority: 9,
      event: { id: String(monday), format: "plain" },
    }));

  it("is more urgent the farther it reaches, the surer an agent acted and the less its account is trusted", () => {
    const signature = "git/push/environment:production";
    const attribution = { confidence: 0.95, evidence: [] };
    expect(found({ signature, agent: "cursor", attribution, trust: "unknown" })).toMatchObject({
      reach: "everything",
      priority: 10,
    });
  });

  it("has an id of its event and command alone: a second look gives the same one", () => {
    expect(found({ agent: "cursor", session: "s1", identity: "grace" }).id).toBe(found().id);
    expect(found({ index: 1 }).id).not.toBe(found().id);
  });
});

describe("an incident", () => {
  const { incident } = found({ session: "s1" });
  const nameless = found().incident;

  it.each([
    ["another command of the same session", { session: "s1", index: 3 }, monday + 2 * day, incident, true],
    ["another session", { session: "s2" }, monday, incident, false],
    ["her agent in the same session", { session: "s1", agent: "cursor" }, monday, incident, false],
    ["somebody else's session of that name", { session: "s1", identity: "grace" }, monday, incident, false],
    ["the same day where no session is known", { session: null }, monday + hour, nameless, true],
    ["the next day where no session is known", { session: null }, monday + day, nameless, false],
  ])("of %s", (_, what, at, first, same) => expect(found(what, at).incident === first).toBe(same));
});
