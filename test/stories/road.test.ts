import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { recordsOf } from "../../lib/adapters/lambda.js";
import { assess } from "../../lib/assess/assess.js";
import { type Cohorts, noCohorts, peersOf, seal } from "../../lib/assess/cohorts.js";
import { emptyMemory, type Memory } from "../../lib/assess/memory.js";
import type { Finding } from "../../lib/domain/finding.js";
import { day } from "../../lib/domain/units.js";
import type { Observed } from "../../lib/flows/gather.js";
import { createInterpreter } from "../../lib/flows/interpret.js";
import { judge, noKnowledge } from "../../lib/flows/judge.js";
import { unpackRecords } from "../../lib/flows/unpack-records.js";
import { random } from "../../lib/sample/random.js";
import { hash64 } from "../../lib/stats/hash64.js";
import { normalise } from "../../lib/telemetry/normalise.js";
import { type PlainRecord, start, workOf } from "./engineers.js";
import { config, createRoad, createTestStream, deliver, type Road, scattered, type TestStream, told } from "./road.js";

const always = Number.NEGATIVE_INFINITY;

/** Replay with cohorts that stand still, as those of a deployed function do between two looks. */
function replayed(observed: readonly Observed[], cohorts: Cohorts): readonly Finding[] {
  const memories = new Map<string, Memory>();
  return observed.flatMap(({ observation, at }) => {
    const { identity, agent } = observation;
    const peers = peersOf(cohorts, identity, agent, config.identities.teams.get(identity));
    const context = { policy: config.policy, judgeFrom: always, cohorts: () => peers };
    const { memory, finding } = assess(memories.get(identity) ?? emptyMemory, observation, at, context);
    memories.set(identity, memory);
    return finding === null ? [] : [finding];
  });
}

/** Everything in the observations stream, shard after shard. */
const recorded = ({ shards }: TestStream): readonly Observed[] =>
  [...shards.values()].flatMap((Records) => unpackRecords(recordsOf({ Records: [...Records] })).observed);

/** What the fortnight before taught everybody, ourselves included: leaving somebody out has something to leave out. */
const frozen: Cohorts = (() => {
  const interpreter = createInterpreter(config);
  const before = workOf(99, { days: 12, perDay: 12, from: start - 14 * day }).flatMap((record) => {
    const event = normalise({ ...record }, "plain", { contentId: () => record.id, arrived: null });
    if (!event.ok) throw new Error(event.reason);
    return interpreter
      .observe(interpreter.draft(event.value), null)
      .map((observation) => ({ observation, at: event.value.at }));
  });
  return seal(judge(before, noKnowledge, config, start).knowledge.cohorts, start, config.policy.learning);
})();

/** Drives records down the road, cut by the seed. */
async function drive(
  records: readonly (PlainRecord | Uint8Array)[],
  { seed = 1, cohorts = noCohorts, road = createRoad({ cohorts }) } = {},
): Promise<Road> {
  const telemetry = createTestStream("telemetry");
  await telemetry.put(scattered(records));
  await deliver(telemetry, road.interpret, random(seed, "interpret"));
  await deliver(road.observations, road.assess, random(seed, "assess"));
  return road;
}

const seeds = [1, 2, 3, 4, 5, 6];

describe("three engineers' fortnight on the road", () => {
  it.each(seeds)("gives the findings of replay, byte for byte, wherever it is cut (%i)", async (seed) => {
    for (const cohorts of [noCohorts, frozen]) {
      const road = await drive(workOf(seed), { seed, cohorts });
      expect(road.kept.length).toBeGreaterThanOrEqual(5);
      expect(told(road.kept)).toBe(told(replayed(recorded(road.observations), cohorts)));
    }
  });

  it("is judged differently with peers than without, so that the cohorts above are not for show", async () => {
    const [alone, among] = [await drive(workOf(1)), await drive(workOf(1), { cohorts: frozen })];
    expect(told(among.kept)).not.toBe(told(alone.kept));
    expect(told(among.kept)).toContain("by everyone else");
  });

  it("has what was planted found: terraform destroy, a force push and reverse shells", async () => {
    const { kept } = await drive(workOf(1));
    const commands = new Set(kept.map(({ identity, command }) => `${identity}: ${command}`));
    expect(commands).toContain("ada: terraform destroy -auto-approve");
    expect(commands).toContain("margaret: terraform destroy -auto-approve");
    expect(commands).toContain("grace: git push --force origin main");
    expect([...commands].filter((one) => one.includes("/dev/tcp/203.0.113.7/4444"))).toHaveLength(2);
  });

  it.each(["ada", "grace", "margaret"])("gives the findings of judge itself for %s, who has no peers", async (user) => {
    const road = await drive(workOf(2).filter((record) => record.user === user));
    const { findings } = judge(recorded(road.observations), noKnowledge, config, always);
    expect(told(road.kept)).toBe(told(findings));
  });

  it("gives the same when every record is put twice, and when every batch is delivered twice", async () => {
    const once = await drive(workOf(3), { cohorts: frozen });
    const twice = createRoad({ cohorts: frozen });
    const telemetry = createTestStream("telemetry");
    const [first, ...rest] = scattered(workOf(3));
    for (const record of first === undefined ? [] : [first, ...rest]) await telemetry.put([record, record]);
    const again =
      (handler: Road["assess"]): Road["assess"] =>
      async (event) => {
        await handler(event);
        return handler(event);
      };
    await deliver(telemetry, again(twice.interpret), random(1, "interpret"));
    await deliver(twice.observations, again(twice.assess), random(1, "assess"));
    expect(recorded(twice.observations).length).toBe(4 * recorded(once.observations).length);
    expect(new Set(twice.kept.map(({ id }) => id)).size).toBe(twice.kept.length);
    expect(told(twice.kept)).toBe(told(replayed(recorded(twice.observations), frozen)));
    expect(twice.kept.map(({ id }) => id).sort()).toEqual(once.kept.map(({ id }) => id).sort());
  });
});

describe("what cannot be read", () => {
  const text = (words: string): Uint8Array => new TextEncoder().encode(words);
  const unreadable: readonly (readonly [reason: string, Uint8Array])[] = [
    ["not-json", text("{half a rec}")],
    ["truncated-json", text('{"time": "2026-03-02T09:00:00Z", "user"')],
    ["bad-gzip", gzipSync("{}").subarray(0, 12)],
    ["invalid-utf8", Uint8Array.of(0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d)],
    ["no-user", text('{"time": "2026-03-02T09:00:00Z", "command": "ls"}')],
  ];

  it("becomes a dead letter with its bytes and the reason, once, and is acknowledged", async () => {
    const work = workOf(4);
    const mixed = unreadable.flatMap(([, bytes], i) => [...work.slice(i * 50, i * 50 + 50), bytes]);
    const road = createRoad();
    const answers: unknown[] = [];
    const telemetry = createTestStream("telemetry");
    await telemetry.put(scattered([...mixed, ...work.slice(250)]));
    const twice: Road["interpret"] = async (event) => {
      answers.push(await road.interpret(event));
      return road.interpret(event);
    };
    await deliver(telemetry, twice, random(4, "interpret"));
    await deliver(road.observations, road.assess, random(4, "assess"));
    const letters = [...road.deadLetters.kept.values()].map(({ reason, bytes }) => [reason, Buffer.from(bytes)]);
    expect(letters.sort()).toEqual(unreadable.map(([reason, bytes]) => [reason, Buffer.from(bytes)]).sort());
    for (const answer of answers) expect(answer).toEqual({ batchItemFailures: [] });
    expect(new Set(road.kept.map(({ command }) => command))).toContain("git push --force origin main");
    expect(new Set(recorded(road.observations).map(({ observation }) => observation.event.id)).size).toBe(work.length);
  });

  it("of a record with good lines beside a bad one costs the good ones nothing", async () => {
    const [first, second] = workOf(5);
    const bytes = text(`${JSON.stringify(first)}\nnonsense\n${JSON.stringify(second)}`);
    const road = await drive([bytes]);
    expect(
      recorded(road.observations)
        .map(({ observation }) => observation.event.id)
        .sort(),
    ).toEqual([first?.id, second?.id].sort());
    const letters = [...road.deadLetters.kept.values()].map((letter) => ({ ...letter, bytes: [...letter.bytes] }));
    expect(letters).toMatchObject([{ reason: "not-json", bytes: [...bytes], cutBytes: 0 }]);
  });

  it("in the observations stream is set aside too, once, and holds up nobody", async () => {
    const road = createRoad();
    await road.observations.put([{ partitionKey: "1", data: text('{"version":2,"observations":[]}') }]);
    await drive(workOf(6), { road });
    const record = [...road.observations.shards.values()].flat().find(({ kinesis }) => kinesis.sequenceNumber === "9");
    if (record === undefined) throw new Error("the first record is there");
    await road.assess({ Records: [record] });
    expect([...road.deadLetters.kept.values()].map(({ id, reason }) => [id, reason])).toEqual([
      [hash64(`${record.eventSourceARN}/${record.eventID}`), "unknown-version"],
    ]);
    expect(told(road.kept)).toContain("git push --force origin main");
  });
});
