import { deflateSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inflate } from "../../lib/adapters/inflate.js";
import { decode, decodeReasons, fileLimit, recordLimit } from "../../lib/telemetry/decode.js";
import { forAll } from "../for-all.js";
import { aggregated, zstdFrame } from "./packed.js";
import { bytesOf, linesOf, read } from "./read.js";

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

  it.each<[string, string | Uint8Array, readonly (number | null)[]]>([
    ["among blank ones", `\n\n${line(ada)}\r\n  \r\n${line(grace)}`, [3, 5]],
    ["whatever is broken", `${line(ada)}\nhello\n{"a":\n${line(grace)}`, [1, 2, 3, 4]],
    ["where a pretty-printed object begins", `${JSON.stringify(ada, null, 2)}\n${line(grace)}`, [1, 13]],
    ["in an array", `[\n${line(ada)},\n${line(grace)}\n]`, [2, 3]],
    ["several on one", `${line([ada, grace])}\n${line(ada)}${line(ada)}`, [1, 1, 2, 2]],
    ["of what was packed", gzipSync(`${line(ada)}\n${line(grace)}`), [1, 2]],
    ["of the envelope around it", `${line(ada)}\n${line({ log: `${line(ada)}\n${line(grace)}\n` })}`, [1, 2, 2]],
    ["none in an aggregate", aggregated(`${line(ada)}\n${line(grace)}`), [null, null]],
    ["none in what cannot be unpacked", gzipSync(line(ada)).subarray(0, -9), [null]],
  ])("know their lines: %s", (_, input, lines) => expect(linesOf(input)).toEqual(lines));

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

describe("zlib", () => {
  it.each([1, 3, 6, 9])("is told by its first bytes, packed at level %s", (level) =>
    expect(read(deflateSync(line(ada), { level }))).toEqual([ada]),
  );
  it("may be inside of gzip", () => expect(read(gzipSync(deflateSync(line(ada))))).toEqual([ada]));
  it("is refused when it is damaged, or goes on with something else", () => {
    expect(read(deflateSync(line(ada)).subarray(0, 20))).toEqual(["bad-zlib"]);
    expect(read(Uint8Array.of(...deflateSync(line(ada)), 1, 2, 3))).toEqual(["bad-zlib"]);
  });
  it("is not taken for a line that starts with its first bytes", () =>
    expect(read(`x^2 + y^2 = 1\n${line(ada)}`)).toEqual(["not-json", ada]));
});

describe("zstd", () => {
  const one = zstdFrame(`${line(ada)}\n`);

  it("is read in all its frames where Node can, and says what it needs where it cannot", () => {
    const can = "zstdDecompressSync" in process.getBuiltinModule("node:zlib");
    const told = <Value>(value: Value) => (can ? value : ["zstd-needs-node-22.15"]);
    expect(read(one)).toEqual(told([ada]));
    expect(read(Uint8Array.of(...one, ...zstdFrame(line(grace))))).toEqual(told([ada, grace]));
    expect(read(one.subarray(0, 20))).toEqual(told(["bad-zstd"]));
    expect(read(Uint8Array.of(...one, 1, 2, 3))).toEqual(told(["bad-zstd"]));
    expect(read(one, 10)).toEqual(told(["too-large"]));
  });
});

describe("snappy", () => {
  it("says that it is none of ours where it is framed", () => {
    const framed = [0xff, 0x06, 0x00, 0x00, 0x73, 0x4e, 0x61, 0x50, 0x70, 0x59, 0x01, 0x02];
    expect(read(Uint8Array.from(framed))).toEqual(["snappy-not-supported"]);
  });
});

describe("what is packed to hold us up", () => {
  const blanks = (megabytes: number): Uint8Array => gzipSync(new Uint8Array(megabytes * 1024 * 1024).fill(0x20));
  const hub = (depth: number): string => '{"records":['.repeat(depth) + line(ada) + "]}".repeat(depth);
  const saved = (data: Uint8Array) => ({ kinesis: { data: Buffer.from(data).toString("base64") } });

  it("is not unpacked a third time", () => expect(read(gzipSync(gzipSync(gzipSync(line(ada)))))).toEqual(["too-deep"]));

  it("does not take its neighbours with it", () =>
    expect(read(aggregated(blanks(17), gzipSync(line(ada))))).toEqual(["too-large", ada]));

  it("may cost four records' worth altogether, also inside of envelopes", () => {
    const bomb = blanks(17);
    expect(read(aggregated(bomb, bomb, bomb, bomb, gzipSync(line(ada)), line(grace)))).toEqual([
      ...Array.from({ length: 5 }, () => "too-large"),
      grace,
    ]);
    expect(read({ Records: [saved(aggregated(bomb, bomb)), saved(aggregated(bomb, bomb, gzipSync("")))] })).toEqual(
      Array.from({ length: 5 }, () => "too-large"),
    );
  });

  it("is opened eight envelopes deep", () => {
    expect(read(hub(8))).toEqual([ada]);
    expect(read(hub(9))).toEqual(["too-deep"]);
    expect(read(`${hub(60)}\n${line(ada)}`)).toEqual(["too-deep", ada]);
  });

  it("gives a hundred thousand records, and of a file all", () => {
    const many = "{}\n".repeat(100_001);
    expect(read(many).slice(99_999)).toEqual([{}, "too-many-records"]);
    expect(read(many, fileLimit)).toHaveLength(100_001);
  });

  it("is no record when it nests a million arrays", () => {
    const [open, close] = ["[".repeat(1e6), "]".repeat(1e6)];
    expect(read(`{"a":${open}${close}}\n${line(ada)}`)).toEqual(["too-deep", ada]);
    expect(read(`{"a":${open}\n${line(ada)}`)).toEqual(["truncated-json", ada]);
    expect(read(`[1,${open}${close}]\n${line(ada)}`)).toEqual(["too-deep", ada]);
  });
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

  it("reading what claims to be packed or enveloped never throws either", () => {
    const keys = [
      "records",
      "Records",
      "kinesis",
      "data",
      "detail",
      "detail-type",
      "logEvents",
      "messageType",
      "message",
    ];
    const more = ["resourceLogs", "scopeLogs", "logRecords", "resource", "log", "host", "timestamp", "__proto__"];
    const texts = fc.constantFrom(
      "DATA_MESSAGE",
      "CONTROL_MESSAGE",
      "eyJhIjoxfQ==",
      '{"log":"{}"}',
      "type=A msg=audit(",
    );
    const { any } = fc.letrec((tie) => ({
      any: fc.oneof(
        { depthSize: "medium" },
        fc.oneof(texts, fc.jsonValue({ maxDepth: 1 })),
        fc.dictionary(fc.constantFrom(...keys, ...more), tie("any")),
        fc.array(tie("any"), { maxLength: 3 }),
      ),
    }));
    const heads = [[0x1f, 0x8b, 8], [0x78, 0x9c], [0x28, 0xb5, 0x2f, 0xfd], [0xf3, 0x89, 0x9a, 0xc2], []];
    forAll([any], (value) => onlyKnownReasons(bytesOf(line(value))));
    forAll([fc.constantFrom(...heads), fc.uint8Array()], (head, tail) =>
      onlyKnownReasons(Uint8Array.of(...head, ...tail)),
    );
    forAll([any, fc.nat(), fc.nat(255)], (value, at, byte) => {
      const packed = gzipSync(aggregated(line(value), gzipSync(line(value))));
      packed[at % packed.length] = byte;
      onlyKnownReasons(packed);
    });
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
