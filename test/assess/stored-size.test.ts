import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { compact, emptyBaseline } from "../../lib/assess/baseline.js";
import { givenOf } from "../../lib/assess/behaviour.js";
import type { Memory } from "../../lib/assess/memory.js";
import { baselineToJson, memoryToJson } from "../../lib/assess/memory-json.js";
import { defaultPolicy } from "../../lib/assess/policy.js";
import type { Impact } from "../../lib/domain/impact.js";
import { day, hour, second } from "../../lib/domain/units.js";
import type { Observed } from "../../lib/flows/gather.js";
import { laneToJson } from "../../lib/identity/lane-json.js";
import { initial, observe } from "../../lib/identity/observe.js";
import { defaultLane } from "../../lib/identity/settings.js";
import { shippedCalibrator } from "../../lib/identity/shipped-calibrator.js";
import { withSteps } from "../../lib/identity/usual.js";
import { emptyTree } from "../../lib/stats/count-tree.js";
import { hash64 } from "../../lib/stats/hash64.js";
import { destroy, monday, observed } from "../observations.js";
import { live } from "./live.js";

const kilobyte = 1024;
/** What one principal's baseline may cost to keep, brought within its bounds: less than a twentieth of the largest item of the table. */
const ofBaseline = 15 * kilobyte;
/** The same of her lane: windows that wait, those set aside, and the open one. */
const ofLane = 15 * kilobyte;
/** What waits to be learned: for the grace, and for so many commands at most. */
const ofWaiting = 100 * kilobyte;

const stored = (json: unknown): number => gzipSync(JSON.stringify(json)).length;

/** Names as long as a signature keeps them, of all letters it may have, and no two alike: what compresses worst. */
const name = (i: number): string =>
  `p${BigInt(`0x${[0, 1, 2].map((n) => hash64("name", i, n)).join("")}`).toString(36)}`.slice(0, 32);
const classes = ["all", "delete", "dry-run", "force", "hard", "other", "privileged", "recursive", "unattended"];
const targets = ["path:root", "path:home", "path:system", "path:device", "path:log", "host:public", "branch:main"];
const some = (of: readonly string[], i: number) =>
  of.filter((_, n) => Number.parseInt(hash64("some", i).slice(0, 4), 16) & (1 << n));

/** Somebody who invents a program, a verb of three words, a shape and a session with each command, half of them harmful. */
const invented = (count: number, apart: number): readonly Observed[] =>
  Array.from({ length: count }, (_, i) =>
    observed(monday + i * apart, {
      id: name(i + 30_000),
      signature: `${name(i)}/${[1, 2, 3].map((n) => name(i + 10_000 * n)).join(".")}/${[...some(classes, i), ...some(targets, -i), "x"].join("+")}`,
      session: `${name(i)}-${name(i + 1)}`,
      impacts: i % 2 === 0 ? [{ ...destroy, id: `own.${name(i % 90)}` } satisfies Impact] : [],
    }),
  );

describe.each([
  ["an hour", hour],
  ["a second", second],
])("somebody who invents a command every %s", (_, apart) => {
  let memory: Memory;
  beforeAll(() => {
    memory = live(invented(3_000, apart)).memory;
  });

  it("has a baseline of less than 15 KB all the same", () => {
    const asOf = monday + 3_000 * apart + day / 2;
    const baseline = compact(memory.baselines.get("ada") ?? emptyBaseline, asOf, defaultPolicy.learning);
    expect(stored(baselineToJson(baseline))).toBeLessThan(ofBaseline);
  });

  it("has less than 100 KB waiting", () => {
    expect(memory.waiting.length).toBeLessThanOrEqual(defaultPolicy.learning.mostWaiting);
    expect(stored(memoryToJson(memory).waiting)).toBeLessThan(ofWaiting);
  });
});

it("the lane of somebody whom nobody believes, with names of her own for each command, is less than 15 KB", () => {
  const gate = { ...defaultLane.gate, absorbBelow: Number.NEGATIVE_INFINITY, settleBelow: Number.NEGATIVE_INFINITY };
  const policy = {
    ...{ settings: { ...defaultLane, gate }, calibrator: shippedCalibrator },
    ...{ silent: false, byHand: true, peerCommands: 0 },
  };
  let state = initial;
  let usual = emptyTree;
  let most = 0;
  let at = monday;
  for (let i = 0; i < 3_500; i += 1) {
    at += Number.parseInt(hash64("pause", i).slice(0, 4), 16);
    const observation = observed(at, { signature: `${name(i)}/${name(i + 10_000)}/-`, session: name(i + 20_000) });
    const step = observe(state, givenOf(observation), "ada", () => ({ usual, peers: emptyTree }), policy);
    usual = withSteps(usual, step.learned, defaultLane);
    state = step.state;
    if (state.open.length === defaultLane.window - 1) most = Math.max(most, stored(laneToJson(state)));
  }
  expect(state.lane.aside.counts.length).toBeGreaterThan(0);
  expect(state.lane.held).toHaveLength(defaultLane.gate.hold);
  expect(most).toBeLessThan(ofLane);
});
