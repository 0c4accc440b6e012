import fc from "fast-check";
import type { Impact } from "../lib/domain/impact.js";
import type { Observation } from "../lib/domain/observation.js";
import type { Instant } from "../lib/domain/units.js";
import { day, hour } from "../lib/domain/units.js";
import type { Observed } from "../lib/flows/gather.js";
import { hash64 } from "../lib/stats/hash64.js";

/** Monday morning of an invented week. */
export const monday: Instant = Date.UTC(2026, 2, 2, 9);

export const destroy: Impact = {
  id: "terraform.destroy",
  class: "destroy",
  weight: 0.9,
  floor: false,
  attack: ["T1485"],
};

export const sensorOff: Impact = {
  id: "sensor.off",
  class: "tampering",
  weight: 0.9,
  floor: true,
  attack: ["T1562.001"],
};

/** An observation as `interpret` would make it; what a test does not care about is filled in. */
export function observed(at: Instant, what: Partial<Observation> & { readonly id?: string } = {}): Observed {
  const { id = `${at}`, ...rest } = what;
  return {
    at,
    observation: named({
      event: { id, format: "plain", time: new Date(at).toISOString(), host: "ada-laptop" },
      index: 0,
      identity: "ada",
      trust: "trusted",
      agent: null,
      session: null,
      attribution: { confidence: 0.5, evidence: ["no agent seen"] },
      command: "git status",
      argv: ["git", "status"],
      argvFidelity: "exact",
      wrappers: [],
      signature: "git/status/-",
      impacts: [],
      sighting: {
        layer: "call",
        source: "plain/call",
        text: hash64(rest.command ?? "git status"),
        program: hash64("git"),
        expands: false,
        line: [],
        whole: hash64(rest.command ?? "git status"),
        starter: null,
        cwd: null,
        startedAt: at,
        revision: 0,
        byHand: false,
        withdrawn: false,
      },
      ...rest,
    }),
  };
}

const named = (observation: Omit<Observation, "name"> & { readonly name?: string }): Observation => ({
  ...observation,
  name: observation.name ?? hash64(JSON.stringify([observation.event, observation.index, observation.command])),
});

/** Days of ordinary work: `perDay` harmless commands a day, a few shapes, one every ten minutes. */
export function ordinaryDays(days: number, perDay: number, what: Partial<Observation> = {}): readonly Observed[] {
  const signatures = ["git/status/-", "git/commit/-", "npm/test/-", "ls/-/path:project", "git/push/-"];
  return Array.from({ length: days * perDay }, (_, i) => {
    const at = monday + Math.floor(i / perDay) * day + (i % perDay) * (hour / 6);
    return observed(at, {
      id: `${what.identity ?? "ada"}-${what.agent ?? "hands"}-${i}`,
      session: `day-${Math.floor(i / perDay)}`,
      signature: signatures[i % signatures.length] ?? "",
      ...what,
    });
  });
}

/** Any short life of three identities, in time order, some of it harmful. */
export const anyStream: fc.Arbitrary<readonly Observed[]> = fc
  .array(
    fc.record({
      minutes: fc.integer({ min: 0, max: 4_000 }),
      identity: fc.constantFrom("ada", "grace", "linus"),
      agent: fc.constantFrom(null, "claude-code"),
      session: fc.constantFrom("s1", "s2", null),
      signature: fc.constantFrom("git/push/-", "ls/-/-", "terraform/destroy/unattended"),
      harm: fc.constantFrom<readonly Impact[]>([], [destroy], [sensorOff]),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((steps) =>
    steps
      .sort((a, b) => a.minutes - b.minutes)
      .map(({ minutes, harm, ...rest }, i) =>
        observed(monday + minutes * 60_000, { id: `e${i}`, impacts: harm, ...rest }),
      ),
  );
