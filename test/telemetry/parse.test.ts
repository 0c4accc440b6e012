import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { valueIn } from "../../lib/telemetry/parse.js";
import { forAll } from "../for-all.js";

const read = (text: string): unknown => {
  const value = valueIn(text);
  return value.ok ? value.value : value.reason;
};

describe("whole numbers", () => {
  it.each([
    ["a 64-bit process id", '{"id":18446744073709551615}', { id: "18446744073709551615" }],
    ["nanoseconds since 1970", '{"t": 1772357400123456789}', { t: "1772357400123456789" }],
    ["one of many", '[1,\n -9007199254740993,{"a":[2]}]', [1, "-9007199254740993", { a: [2] }]],
    ["one that a double holds", '{"id":9007199254740991}', { id: 9007199254740991 }],
    ["one with a fraction or an exponent", '{"t":1234567890123456.5,"e":1e300}', { t: 1234567890123456.5, e: 1e300 }],
    ["digits in a text", '{"t":"x: 1772357400123456789"}', { t: "x: 1772357400123456789" }],
  ])("keep their digits: %s", (_, text, value) => expect(read(text)).toEqual(value));

  it("are the only thing that is read in another way than JavaScript does", () => {
    const before = (value: unknown) => `{"big":1772357400123456789,"rest":${JSON.stringify(value)}}`;
    forAll([fc.jsonValue().filter((value) => !/\d{16}/.test(JSON.stringify(value)))], (value) =>
      expect(read(before(value))).toEqual({ big: "1772357400123456789", rest: JSON.parse(JSON.stringify(value)) }),
    );
    expect(read('{"a":1772357400123456789,"a":1,"b":{"c":2},"b":{"d":3}}')).toEqual({ a: 1, b: { d: 3 } });
    expect(read('{"a":1772357400123456789,}')).toBe("not-json");
  });

  it.each(["{", '{"a":1772357400123456789,'])("do not let a record reach what it inherits from: %s", (start) => {
    const value = read(`${start}"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}`);
    expect(Object.keys(value as object)).toEqual(expect.arrayContaining(["__proto__", "constructor"]));
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });
});

describe("nesting", () => {
  const nested = (levels: number): string => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;

  it("is read to 128 levels, of objects and of arrays", () => {
    expect(read(nested(128))).toEqual(JSON.parse(nested(128)));
    expect(read(nested(129))).toBe("too-deep");
    expect(read(`${"[".repeat(129)}${"]".repeat(129)}`)).toBe("too-deep");
    expect(read(nested(129).replaceAll('"a"', '"a":[{"b"').replaceAll("}", "}]}"))).toBe("too-deep");
  });

  it("does not count what stands side by side", () => {
    const wide = JSON.stringify(Array.from({ length: 1000 }, () => ({ a: ["[[["] })));
    expect(read(wide)).toEqual(JSON.parse(wide));
  });
});
