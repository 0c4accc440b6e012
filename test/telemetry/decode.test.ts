import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inflate } from "../../lib/adapters/inflate.js";
import { decode, decodeReasons, fileLimit, recordLimit } from "../../lib/telemetry/decode.js";
import { forAll } from "../for-all.js";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (input: Uint8Array | string, limit?: number): readonly unknown[] =>
  [...decode(typeof input === "string" ? bytesOf(input) : input, inflate, limit)].map((record) =>
    record.ok ? record.value : record.reason,
  );

const ada = { user: "ada", command: "ls -l", nested: { list: [1, { a: "}" }] } };
const grace = { user: "grace", command: 'echo "a\nb" [' };
const line = JSON.stringify;

describe("telemetry bytes", () => {
  it.each([
    ["one object", line(ada), [ada]],
    ["lines", `${line(ada)}\n${line(grace)}\n`, [ada, grace]],
    ["lines without a last newline", `${line(ada)}\n${line(grace)}`, [ada, grace]],
    ["lines of Windows", `${line(ada)}\r\n${line(grace)}\r\n`, [ada, grace]],
    ["blank lines", `\n\n${line(ada)}\n  \n${line(grace)}\n\n`, [ada, grace]],
    ["a byte order mark", `\uFEFF${line(ada)}\n${line(grace)}`, [ada, grace]],
    ["files with byte order marks, one behind the other", `\uFEFF${line(ada)}\n\uFEFF${line(grace)}`, [ada, grace]],
    ["an array", line([ada, grace]), [ada, grace]],
    ["an array, one object per line", `[\n${line(ada)},\n${line(grace)}\n]\n`, [ada, grace]],
    ["a pretty-printed object", JSON.stringify(ada, null, 2), [ada]],
    ["a pretty-printed array", JSON.stringify([ada, grace], null, "\t"), [ada, grace]],
    [
      "pretty-printed objects in a row",
      `${JSON.stringify(ada, null, 2)}\n${JSON.stringify(grace, null, 2)}`,
      [ada, grace],
    ],
    ["objects glued together", line(ada) + line(grace) + line(ada), [ada, grace, ada]],
    ["an array and then lines", `${line([ada])}\n${line(grace)}`, [ada, grace]],
    ["nothing", "", []],
    ["an empty array", "[]", []],
    ["blanks", " \r\n\t", []],
  ])("give their records: %s", (_, text, records) => expect(read(text)).toEqual(records));

  it.each([
    ["text between", `${line(ada)}\nhello\n${line(grace)}`, [ada, "not-json", grace]],
    ["a log line in brackets", `[2026-03-01] started\n${line(ada)}`, ["not-json", ada]],
    ["a bare number", `42\n${line(ada)}`, ["not-an-object", ada]],
    ["numbers in an array", line([1, ada, "x", null]), ["not-an-object", ada, "not-an-object", "not-an-object"]],
    ["numbers behind objects in an array", `[${line(ada)}, 7, ${line(grace)}]`, [ada, "not-an-object", grace]],
    [
      "a line cut in a string",
      `${line(ada).slice(0, 10)}\n${line(grace)}\n${line(ada)}`,
      ["truncated-json", grace, ada],
    ],
    ["a line cut after a comma", `{"a":1,\n${line(grace)}\n${line(ada)}`, ["truncated-json", grace, ada]],
    ["a line cut before a value", `{"a":\n${line(grace)}\n${line(ada)}`, ["truncated-json", grace, ada]],
    ["the last line cut", `${line(ada)}\n${line(grace).slice(0, -4)}`, [ada, "truncated-json"]],
    ["an array cut between objects", `[${line(ada)},${line(grace)}`, [ada, grace, "truncated-json"]],
    ["a lone bracket", "[", ["truncated-json"]],
    ["a bad literal", `{"a": nope}\n${line(ada)}`, ["not-json", ada]],
    ["a bad object in a row", `${line(ada)}{"a": nope}${line(grace)}`, [ada, "not-json", grace]],
  ])("lose no neighbour of what is broken: %s", (_, text, records) => expect(read(text)).toEqual(records));

  it("name bytes that are no UTF-8, and go on", () => {
    const broken = Uint8Array.of(...bytesOf('{"a":"'), 0xff, ...bytesOf(`"}\n${line(ada)}`));
    expect(read(broken)).toEqual(["invalid-utf8", ada]);
  });

  it("never quote what they could not read", () => {
    const secret = "hunter2";
    expect(read(`{"password":"${secret}\n${secret}\n`).join()).not.toContain(secret);
  });

  it("stay readable where every line opens an object that never ends", () => {
    const lines = '{"a":\n'.repeat(20_000);
    expect(read(lines)).toHaveLength(20_000);
  });
});

describe("gzip", () => {
  const packed = gzipSync(`${line(ada)}\n${line(grace)}`);

  it("is told by its first bytes", () => expect(read(packed)).toEqual([ada, grace]));
  it("may be packed twice", () => expect(read(gzipSync(packed))).toEqual([ada, grace]));
  it("may come in several members", () =>
    expect(read(Uint8Array.of(...gzipSync(`${line(ada)}\n`), ...gzipSync(line(grace))))).toEqual([ada, grace]));
  it("is refused when it is damaged", () => expect(read(packed.subarray(0, 20))).toEqual(["bad-gzip"]));
  it("may grow further in a file than in a record", () => {
    const large = gzipSync(new Uint8Array(recordLimit + 1).fill(0x20));
    expect(read(large)).toEqual(["too-large"]);
    expect(read(large, fileLimit)).toEqual([]);
  });
  it("is refused when it grows beyond the limit", () =>
    expect(read(gzipSync(new Uint8Array(100_000)), 1000)).toEqual(["too-large"]));
});

describe("whatever the bytes", () => {
  const reasons: ReadonlySet<string> = new Set(decodeReasons);
  const onlyKnownReasons = (bytes: Uint8Array): void => {
    for (const record of decode(bytes, inflate)) if (!record.ok) expect(reasons).toContain(record.reason);
  };

  it("reading never throws and gives known reasons", () =>
    forAll([fc.uint8Array({ maxLength: 200 })], onlyKnownReasons));

  it("reading never throws on broken JSON either", () => {
    const piece = fc.constantFrom('{"a":', "{", "}", "[", "]", ",", '"', "1", "\n", "\\", "true", '{"b":2}', " ");
    forAll([fc.array(piece, { maxLength: 30 })], (pieces) => onlyKnownReasons(bytesOf(pieces.join(""))));
  });

  it("records come back, in every layout", () => {
    const records = fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { maxLength: 5 });
    const indent = fc.constantFrom(undefined, 2, "\t");
    forAll([records, indent, fc.constantFrom("", "\n", "\r\n")], (all, space, between) => {
      const parsed = all.map((record) => JSON.parse(JSON.stringify(record)));
      expect(read(all.map((record) => JSON.stringify(record, null, space)).join(between))).toEqual(parsed);
      expect(read(JSON.stringify(all, null, space))).toEqual(parsed);
    });
  });
});
