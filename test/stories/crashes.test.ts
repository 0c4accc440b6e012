import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recordsOf } from "../../lib/adapters/lambda.js";
import { incidentsOf } from "../../lib/domain/incident.js";
import { findingsIn } from "../../lib/domain/notice.js";
import { hour } from "../../lib/domain/units.js";
import { packObservations } from "../../lib/flows/packing.js";
import { unpackRecords } from "../../lib/flows/unpack-records.js";
import type { Journal, Saved } from "../../lib/ports/journal.js";
import { type Random, random } from "../../lib/sample/random.js";
import { total } from "../../lib/stats/epoch-counts.js";
import { type Fault, faulty } from "../contracts/faulty.js";
import { observed } from "../observations.js";
import { start, workOf } from "./engineers.js";
import { createRoad, createTestStream, deliver, type Road, scattered, type TestStream, told } from "./road.js";

const work = workOf(7, { perDay: 4 });

async function telemetryOf(records: readonly (object | Uint8Array)[]): Promise<TestStream> {
  const stream = createTestStream("telemetry");
  await stream.put(scattered(records));
  return stream;
}

const unreadable = ["{half a rec}", "more nonsense"].map((words) => new TextEncoder().encode(words));

/** The events that reached the observations stream, however often. */
const eventsIn = ({ shards }: TestStream): ReadonlySet<string> =>
  new Set(
    [...shards.values()]
      .flatMap((Records) => unpackRecords(recordsOf({ Records: [...Records] })).observed)
      .map(({ observation }) => observation.event.id),
  );

/** A wake-up of notify, which may fail: the next one tries again. */
const sweep = (road: Road): Promise<unknown> => road.notify().catch(() => {});

/** Sweeps until nothing is left in the outbox; a fault costs a sweep at most. */
async function sweepAll(road: Road): Promise<void> {
  for (let sweeps = 0; (await road.outbox.unsent(1)).length > 0; sweeps += 1) {
    if (sweeps === 100) throw new Error("sweepAll requires the outbox to become empty, got a hundred sweeps");
    await sweep(road);
  }
}

const isJournal = (port: object): port is Journal<unknown, unknown> => "append" in port;

/** The first so many saves of memories never arrive. */
function breakingSaves(count: number): <Port extends object>(port: Port) => Port {
  let left = count;
  return (port) =>
    !isJournal(port)
      ? port
      : {
          ...port,
          async append(key: string, version: number, entry: unknown) {
            if (left > 0) {
              left -= 1;
              throw new Error("the save was lost");
            }
            return port.append(key, version, entry);
          },
        };
}

const letters = (road: Road) =>
  [...road.deadLetters.kept.values()]
    .map(({ id, reason, bytes }) => [id, reason, Buffer.from(bytes).toString()])
    .sort();

/** The whole way of a fortnight, faults and kills included, until nothing is left to do. */
async function wayOf(road: Road, draw: Random, killed = 0): Promise<Road> {
  await deliver(await telemetryOf([...work.slice(0, 60), ...unreadable, ...work.slice(60)]), road.interpret, draw, {
    killed,
  });
  const assessAndWake: Road["assess"] = async (event) => {
    const answer = await road.assess(event);
    await sweep(road);
    return answer;
  };
  await deliver(road.observations, assessAndWake, draw, { killed });
  await sweepAll(road);
  return road;
}

/** Faults anywhere in so many calls, some of them in a row. */
const faultsWithin = (calls: number): fc.Arbitrary<readonly Fault[]> =>
  fc
    .array(
      fc.record({
        call: fc.integer({ min: 1, max: calls }),
        row: fc.integer({ min: 1, max: 4 }),
        when: fc.constantFrom("before" as const, "after" as const),
      }),
      { minLength: 1, maxLength: 25 },
    )
    .map((all) =>
      all.flatMap(({ call, row, when }) => Array.from({ length: row }, (_, i) => ({ call: call + i, when }))),
    );

const law = (
  property: (...values: never[]) => Promise<void>,
  arbitraries: readonly fc.Arbitrary<unknown>[],
  numRuns: number,
) =>
  fc.assert(
    fc.asyncProperty(fc.tuple(...arbitraries), (values) => property(...(values as never[]))),
    {
      seed: 20_260_302,
      numRuns,
    },
  );

describe("a road that breaks anywhere, before or after the effect, and is tried again or killed and started again", () => {
  it("loses nothing, doubles nothing, remembers the same and tells everything", async () => {
    const { wrap, calls } = faulty();
    const calm = await wayOf(createRoad({ wrap }), random(1));
    expect(calm.kept.length).toBeGreaterThanOrEqual(5);
    await law(
      async (faults: readonly Fault[], seed: number) => {
        const road = await wayOf(createRoad({ wrap: faulty(...faults).wrap }), random(seed, "torn"), 0.3);
        const ids = road.kept.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(letters(road)).toEqual(letters(calm));
        expect(eventsIn(road.observations)).toEqual(new Set(work.map(({ id }) => id)));
        expect(await road.outbox.unsent(1)).toEqual([]);
        const arrived = road.arrived.flatMap((notice) => findingsIn(notice).map(({ id }) => id));
        expect(new Set(arrived)).toEqual(new Set(ids));
        expect(new Set(road.arrived.map(({ id }) => id))).toEqual(new Set(incidentsOf(road.kept).map(({ id }) => id)));
        // The telemetry's shards run apart in their own way each time, so this way's own stream says what is right.
        const straight = createRoad();
        for (const [, Records] of road.observations.shards) await straight.assess({ Records: [...Records] });
        expect(told(road.kept)).toBe(told(straight.kept));
        expect(await road.remembered()).toBe(await straight.remembered());
      },
      [faultsWithin(calls()), fc.nat()],
      25,
    );
  });
});

describe("a recorded observations stream", () => {
  const stream = async () => {
    const road = createRoad();
    await deliver(await telemetryOf(work), road.interpret, random(2));
    return road.observations;
  };

  it("ends in the findings and memories of an undisturbed run, however often assess breaks or is killed", async () => {
    const observations = await stream();
    const { wrap, calls } = faulty();
    const calm = createRoad({ wrap });
    await deliver(observations, calm.assess, random(3));
    await law(
      async (faults: readonly Fault[], seed: number) => {
        const road = createRoad({ wrap: faulty(...faults).wrap });
        await deliver(observations, road.assess, random(seed, "torn"), { killed: 0.3 });
        expect(told(road.kept)).toBe(told(calm.kept));
        expect(await road.remembered()).toBe(await calm.remembered());
      },
      [faultsWithin(calls()), fc.nat()],
      40,
    );
  });

  it("put again when the reply of putRecords was lost is counted once", async () => {
    const once = createRoad();
    await deliver(await telemetryOf(work), once.interpret, random(4));
    await deliver(once.observations, once.assess, random(4));
    const again = createRoad();
    const repeated: Road["interpret"] = async (event) => {
      await again.interpret(event);
      return again.interpret(event);
    };
    await deliver(await telemetryOf(work), repeated, random(4));
    await deliver(again.observations, again.assess, random(5));
    expect(told(again.kept)).toBe(told(once.kept));
    expect(await again.remembered({ marks: false })).toBe(await once.remembered({ marks: false }));
  });
});

describe("what the cohorts are told", () => {
  /** Commands that ada's contributions of these hours tell of, all together. */
  async function commandsTold({ contributions }: Road, hours: readonly number[]): Promise<number> {
    const all = await Promise.all(hours.map((one) => contributions.of(one)));
    const lessons = all.flat().flatMap(({ lesson }) => lesson.parts.map(([, { activity }]) => activity));
    return lessons.reduce((sum, activity) => sum + total(activity), 0);
  }

  it("is the same when a batch breaks at its last step and comes again in halves", async () => {
    const first = Math.floor(start / hour);
    const hourly = [0, 1, 2].map((i) => observed(start + i * hour, { id: `hourly-${i}` }).observation);
    const stream = createTestStream("observations");
    for (const observation of hourly) await stream.put(packObservations([observation]));
    const Records = [...stream.shards.values()].flat();
    const [calm, torn] = [createRoad(), createRoad({ wrap: breakingSaves(1) })];
    await calm.assess({ Records });
    await expect(torn.assess({ Records })).rejects.toThrow("save");
    await torn.assess({ Records: Records.slice(0, 2) });
    await torn.assess({ Records: Records.slice(2) });
    expect(await torn.remembered()).toBe(await calm.remembered());
    const hours = [first, first + 1, first + 2];
    expect(await commandsTold(torn, hours)).toBe(await commandsTold(calm, hours));
  });
});

describe("two writers at work on the same identities", () => {
  /** A store that answers late, as drawn, so that writers overtake each other. */
  function late<Snapshot, Entry>(journal: Journal<Snapshot, Entry>, draw: Random, answers: Saved[]) {
    const wait = async (): Promise<void> => {
      for (let left = Math.floor(draw() * 12); left > 0; left -= 1) await undefined;
    };
    const told = (answer: Saved): Saved => {
      answers.push(answer);
      return answer;
    };
    return {
      async load(key: string) {
        await wait();
        const kept = await journal.load(key);
        await wait();
        return kept;
      },
      async append(key: string, version: number, entry: Entry) {
        await wait();
        return told(await journal.append(key, version, entry));
      },
      async replace(key: string, version: number, snapshot: Snapshot) {
        await wait();
        return told(await journal.replace(key, version, snapshot));
      },
    };
  }

  it.each([1, 2, 3, 4, 5, 6])(
    "end in one memory and tell nothing twice, however their batches are cut (%i)",
    async (seed) => {
      const calm = createRoad();
      await deliver(await telemetryOf(work), calm.interpret, random(seed, "interpret"));
      await deliver(calm.observations, calm.assess, random(seed, "calm"));
      const answers: Saved[] = [];
      const raced = createRoad({
        wrap: <Port extends object>(port: Port): Port =>
          isJournal(port) ? ({ ...port, ...late(port, random(seed, "late"), answers) } as Port) : port,
      });
      const writer = (name: string) => deliver(calm.observations, raced.assess, random(seed, name), { most: 6 });
      await Promise.all([writer("one"), writer("two")]);
      expect(answers).toContain("conflict");
      expect(new Set(raced.kept.map(({ id }) => id)).size).toBe(raced.kept.length);
      expect(told(raced.kept)).toBe(told(calm.kept));
      expect(await raced.remembered()).toBe(await calm.remembered());
    },
  );
});
