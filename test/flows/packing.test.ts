import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Observation } from "../../lib/domain/observation.js";
import { bucketOf, buckets, packObservations, unpackObservations } from "../../lib/flows/packing.js";
import { forAll } from "../for-all.js";
import { anyStream, destroy, monday, observed } from "../observations.js";

const observation = (what: Partial<Observation> = {}): Observation => observed(monday, what).observation;
const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

/** What a reader of the whole stream sees: per bucket, its observations in order. */
const unpackAll = (records: ReturnType<typeof packObservations>): ReadonlyMap<string, readonly Observation[]> => {
  const seen = new Map<string, Observation[]>();
  for (const { partitionKey, data } of records) {
    const observations = unpackObservations(data);
    if (!observations.ok) throw new Error(observations.reason);
    seen.set(partitionKey, [...(seen.get(partitionKey) ?? []), ...observations.value]);
  }
  return seen;
};

const byBucket = (observations: readonly Observation[]): ReadonlyMap<string, readonly Observation[]> =>
  new Map(
    observations
      .map(({ identity }) => bucketOf(identity))
      .map((bucket) => [String(bucket), observations.filter(({ identity }) => bucketOf(identity) === bucket)]),
  );

/** Any text at all, also lone surrogates and what JSON must escape. */
const anyText = fc.string({ unit: "binary", maxLength: 40 });

const anyObservations: fc.Arbitrary<readonly Observation[]> = fc.array(
  fc
    .record({
      identity: fc.oneof(fc.constantFrom("ada", "grace", "__proto__"), anyText),
      agent: fc.option(anyText),
      command: anyText,
      argv: fc.array(anyText, { maxLength: 5 }),
      impacts: fc.constantFrom([], [destroy]),
    })
    .map(observation),
  { maxLength: 50 },
);

describe("packing", () => {
  it("loses, changes and reorders nothing in a bucket", () =>
    forAll([anyObservations], (observations) =>
      expect(unpackAll(packObservations(observations))).toEqual(byBucket(observations)),
    ));

  it("does so for a life of three engineers", () =>
    forAll([anyStream], (stream) => {
      const observations = stream.map((one) => one.observation);
      expect(unpackAll(packObservations(observations))).toEqual(byBucket(observations));
    }));

  it("keeps the order over many records and never fills one beyond four put units", () =>
    forAll([fc.array(fc.integer({ min: 0, max: 30_000 }), { maxLength: 60 })], (sizes) => {
      const observations = sizes.map((size, index) => observation({ index, command: "é".repeat(size) }));
      const records = packObservations(observations);
      expect(Math.max(0, ...records.map(({ data }) => data.length))).toBeLessThanOrEqual(100_000);
      expect(unpackAll(records)).toEqual(byBucket(observations));
    }));

  it("puts a bucket's observations into one record", () => {
    const records = packObservations(Array.from({ length: 100 }, (_, index) => observation({ index })));
    expect(records.map(({ partitionKey }) => partitionKey)).toEqual([String(bucketOf("ada"))]);
  });

  it("gives each bucket a record of its own", () =>
    expect(packObservations([observation(), observation({ identity: "grace" })])).toHaveLength(2));

  it("makes nothing of nothing", () => expect(packObservations([])).toEqual([]));
});

describe("an observation that is larger than a full record", () => {
  const large = observation({ argv: ["x".repeat(300_000)] });

  it("has a record of its own, whole", () => {
    const records = packObservations([observation(), large, observation({ index: 2 })]);
    expect(records).toHaveLength(3);
    expect(unpackAll(records)).toEqual(byBucket([observation(), large, observation({ index: 2 })]));
  });

  it.each([
    ["one argument of a megabyte", ["x".repeat(1_048_576)]],
    ["a quarter of a megabyte that is escaped to six times its size", ["\u0000".repeat(262_144)]],
    ["arguments without number", Array.from({ length: 300_000 }, () => "-x")],
    ["a few large ones and arguments without number", ["\u0000".repeat(5_000), ...Array(300_000).fill("\u0000\u0000")]],
  ])("fits into the stream even with %s", (_what, argv) => {
    const [record, ...others] = packObservations([observation({ argv })]);
    expect(others).toEqual([]);
    expect(record?.data.length).toBeLessThan(1024 * 1024);
    const unpacked = unpackObservations(record?.data ?? new Uint8Array());
    expect(unpacked).toMatchObject({ ok: true, value: [{ ...observation(), argv: expect.anything() }] });
  });
});

describe("a bucket", () => {
  it("is the same for ever", () =>
    expect(["ada", "grace", "linus", "uid:1000@web-1", ""].map(bucketOf)).toEqual([1, 886, 685, 369, 341]));

  it("is what anybody can work out with SHA-256", () =>
    forAll([anyText], (name) => {
      const digest = createHash("sha256")
        .update(JSON.stringify([name]))
        .digest();
      expect(bucketOf(name)).toBe(digest.readUInt16BE(0) % 1_024);
    }));

  it("is one of 1,024, whatever the name", () =>
    forAll([anyText], (name) => {
      expect(bucketOf(name)).toBeGreaterThanOrEqual(0);
      expect(bucketOf(name)).toBeLessThan(buckets);
      expect(Number.isInteger(bucketOf(name))).toBe(true);
    }));

  it("holds no more than its share of many identities", () => {
    const counts = new Map<number, number>();
    for (let i = 0; i < 10_240; i += 1) {
      const bucket = bucketOf(`engineer-${i}`);
      counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
    }
    // Ten in each on average; with a fair hash 30 in any is a chance of one in ten thousand.
    expect(Math.max(...counts.values())).toBeLessThan(30);
  });
});

describe("a record that is not ours", () => {
  const whole = observation({ impacts: [destroy] });
  const packed = (one: unknown): Uint8Array => bytes({ version: 1, observations: [whole, one] });

  it.each([
    ["bytes", new Uint8Array([0xff, 0x00]), "not-json"],
    ["nothing", new Uint8Array(), "not-json"],
    ["a record cut off", bytes({ version: 1, observations: [whole] }).slice(0, -2), "not-json"],
    ["a list", bytes([whole]), "not-an-object"],
    ["null", bytes(null), "not-an-object"],
    ["no version", bytes({ observations: [whole] }), "unknown-version"],
    ["a later version", bytes({ version: 2, observations: [whole] }), "unknown-version"],
    ["no observations", bytes({ version: 1 }), "not-observations"],
    ["observations that are no list", bytes({ version: 1, observations: { 0: whole } }), "not-observations"],
    ["one that is null", packed(null), "not-observations"],
  ])("is refused: %s", (_what, data, reason) => expect(unpackObservations(data)).toEqual({ ok: false, reason }));

  it.each(Object.keys(whole))("is refused: an observation without %s", (field) =>
    expect(unpackObservations(packed({ ...whole, [field]: undefined })).ok).toBe(false),
  );

  it.each([
    ["an index below zero", { index: -1 }],
    ["an identity that is a number", { identity: 7 }],
    ["a trust that nobody knows", { trust: "toString" }],
    ["a fidelity that nobody knows", { argvFidelity: "constructor" }],
    ["a confidence above one", { attribution: { confidence: 2, evidence: [] } }],
    ["arguments that are no text", { argv: ["rm", 1] }],
    ["an impact without weight", { impacts: [{ ...destroy, weight: null }] }],
    ["an event that is a list", { event: [] }],
  ])("is refused: %s", (_what, wrong) => expect(unpackObservations(packed({ ...whole, ...wrong })).ok).toBe(false));

  it("never makes the reader throw", () =>
    forAll([fc.uint8Array({ maxLength: 60 })], (data) => expect(unpackObservations(data).ok).toBe(false)));
});
