import { describe, expect, it } from "vitest";
import { emptyBaseline } from "../../lib/assess/baseline.js";
import { earlierHarm } from "../../lib/assess/earlier.js";
import { memoryFromJson, memoryToJson } from "../../lib/assess/memory-json.js";
import type { Observation } from "../../lib/domain/observation.js";
import { principalOf } from "../../lib/domain/principal.js";
import { day, hour, type Instant, minute } from "../../lib/domain/units.js";
import { destroy, monday, observed, sensorOff } from "../observations.js";
import { live } from "./live.js";

/** Monday, nine o'clock: something that could destroy. */
const cleared = observed(monday, { session: "s1", signature: "rm/-/-", impacts: [destroy], command: "rm" });

/** What her session had done before a command at an instant. */
function harmBefore(at: Instant, what: Partial<Observation> = {}, after = [cleared]) {
  const { memory } = live(after);
  const { observation } = observed(at, { session: "s1", ...what });
  return earlierHarm(
    observation,
    at,
    memory.waiting,
    memory.baselines.get(principalOf("ada", observation.agent)) ?? emptyBaseline,
  );
}
/** Something harmless of another session, by which what waited is learned. */
const push = (at: Instant) => observed(at, { session: "s2", signature: "git/push/-", command: "git push" });

describe("what a session could have done before", () => {
  it.each<[string, Instant, Partial<Observation>, readonly string[]]>([
    ["is known within the grace", monday + minute, {}, ["destroy"]],
    ["in this hour of the clock and the next", monday + 2 * hour - 1, {}, ["destroy"]],
    ["and no longer", monday + 2 * hour, {}, []],
    ["not in another session", monday + minute, { session: "s2" }, []],
    ["and not of her agent", monday + minute, { agent: "claude-code" }, []],
  ])("%s", (_, at, what, expected) => {
    expect(harmBefore(at, what)).toEqual(expected);
    // The same once it was learned.
    expect(harmBefore(at, what, [cleared, push(monday + 10 * minute)])).toEqual(expected);
  });

  it("is a day where no session is known", () => {
    const unnamed = observed(monday + 14.5 * hour, { impacts: [destroy], command: "rm" });
    expect(harmBefore(monday + 14.9 * hour, { session: null }, [unnamed])).toEqual(["destroy"]);
    expect(harmBefore(Math.floor(monday / day) * day + day, { session: null }, [unnamed])).toEqual([]);
  });

  it("is remembered of what was found, too", () => {
    const stopped = observed(monday, { session: "s1", impacts: [sensorOff], command: "stop" });
    expect(harmBefore(monday + minute, {}, [stopped, push(monday + 10 * minute)])).toEqual(["tampering"]);
  });

  it("is nothing in what was kept before there were sequences", () => {
    const kept = memoryToJson(live([cleared]).memory);
    const old = { ...kept, waiting: kept.waiting.map(({ earlier: _, ...judged }) => judged) };
    expect(memoryFromJson(old).waiting.map(({ earlier }) => earlier)).toEqual([[]]);
  });
});
