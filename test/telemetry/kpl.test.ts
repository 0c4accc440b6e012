import { deflateSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forAll } from "../for-all.js";
import { aggregated, sealed } from "./packed.js";
import { read } from "./read.js";

const ada = { user: "ada", command: "ls" };
const grace = { user: "grace", command: "pwd" };
const line = JSON.stringify;

describe("an aggregate of the Kinesis Producer Library", () => {
  it("gives the records in it, in order, each of them one, several or packed", () => {
    expect(read(aggregated(line(ada), line(grace)))).toEqual([ada, grace]);
    expect(read(aggregated(gzipSync(line(ada)), `${line(grace)}\n${line(ada)}\n`, deflateSync(line(grace))))).toEqual([
      ada,
      grace,
      ada,
      grace,
    ]);
    expect(read(gzipSync(aggregated(line(ada))))).toEqual([ada]);
    expect(read(aggregated(aggregated(line(ada)), line(grace)))).toEqual([ada, grace]);
  });

  it("may be empty, or hold records that are", () => {
    expect(read(aggregated())).toEqual([]);
    expect(read(aggregated("", line(ada), ""))).toEqual([ada]);
  });

  it("loses no neighbour of what cannot be read", () =>
    expect(read(aggregated("{oops}", line(ada), gzipSync("x").subarray(0, 12), line(grace)))).toEqual([
      "not-json",
      ada,
      "bad-gzip",
      grace,
    ]));

  it("loses no neighbour of anything", () =>
    forAll([fc.array(fc.uint8Array({ minLength: 1 }))], (junk) => {
      const records = read(aggregated(...junk.flatMap((bytes) => [line(ada), bytes]), line(grace)));
      expect(records.filter((record) => JSON.stringify(record) === line(ada))).toHaveLength(junk.length);
      expect(records.at(-1)).toEqual(grace);
    }));

  it("is refused whole when its checksum is not its own: nothing says where it was damaged", () => {
    const whole = aggregated(line(ada), line(grace));
    const changed = Uint8Array.from(whole, (byte, index) => (index === 20 ? byte ^ 1 : byte));
    for (const damaged of [changed, whole.subarray(0, -1), whole.subarray(0, 10), whole.subarray(0, 4)])
      expect(read(damaged)).toEqual(["bad-aggregate"]);
  });

  it("gives what came before bytes that are no protobuf", () => {
    const body = aggregated(line(ada)).slice(4, -16);
    expect(read(sealed(Uint8Array.of(...body, 0x1a, 0xff)))).toEqual([ada, "bad-aggregate"]);
    expect(read(sealed(Uint8Array.of(...body, 0x07)))).toEqual([ada, "bad-aggregate"]);
  });
});
