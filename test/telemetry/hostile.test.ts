import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeReasons } from "../../lib/telemetry/decode.js";
import { normaliseReasons } from "../../lib/telemetry/normalise.js";
import { claudeCode, codexShell, cursorBash, geminiCli } from "../attribution/wrapper-lines.js";
import { forAll } from "../for-all.js";
import { aggregated } from "./packed.js";
import { bytesOf } from "./read.js";
import { type Outcome, outcomesIn } from "./reading.js";
import { specimenRecords, specimens, withAt } from "./specimens.js";

const reasons: ReadonlySet<string> = new Set([...decodeReasons, ...normaliseReasons]);
const secret = ["hunter", "2", "hunter"].join("");
const mebibyte = 1024 * 1024;

/** What every record must come to, whatever stands in it: a sound event, or a reason that quotes nothing. */
const expectSound = (outcomes: readonly Outcome[], about: string): void => {
  for (const outcome of outcomes) {
    if ("reason" in outcome) {
      if (!reasons.has(outcome.reason)) expect.fail(`${about}: ${outcome.reason}`);
      continue;
    }
    const { event, observations } = outcome;
    expect(Date.parse(event.time), about).toBe(Math.floor(event.at));
    expect(observations.length, about).toBeLessThanOrEqual(513);
    for (const text of [event.id, event.host, event.session, event.cwd, event.account.name, event.account.uid])
      expect(text === null || typeof text === "string", about).toBe(true);
    for (const { command, argv, wrappers, signature, impacts } of observations)
      if (JSON.stringify([command, argv, wrappers, signature, impacts]).includes(secret))
        expect.fail(`${about}: a secret`);
  }
};

const eventsIn = (outcomes: readonly Outcome[]): number => outcomes.filter((outcome) => "event" in outcome).length;

/** The path of every value in a record. */
function* pathsIn(value: unknown, path: readonly string[] = []): Generator<readonly string[]> {
  yield path;
  if (typeof value !== "object" || value === null) return;
  for (const [name, inner] of Object.entries(value)) yield* pathsIn(inner, [...path, name]);
}

/** As JSON, since a program cannot write an own `__proto__` any other way. */
const poisoned: unknown = JSON.parse(
  '{"__proto__":{"command":"x"},"constructor":1,"toString":2,"valueOf":{},"name":{}}',
);
const wrong: readonly unknown[] = [
  ...[null, -1, 1e308, "", "__proto__", "9".repeat(400), "x".repeat(5_000), "\u0000\u202e\ud800"],
  ...[[], ["a", 7], poisoned, '{"a":'.repeat(200), `--password ${secret}`, { password: secret }],
];

describe("a record in which one field is something else", () => {
  const done = new Set<string>();

  it.each(specimenRecords)("is an event or a known reason: %s", (name, record) => {
    for (const path of pathsIn(record)) {
      // What one record of a format had, the next one need not try again.
      const field = `${name.split(" ", 1)[0]} ${path.join(".")}`;
      if (done.has(field)) continue;
      done.add(field);
      for (const instead of wrong)
        expectSound(
          outcomesIn(JSON.stringify(withAt(record, path, instead))),
          `${name}: ${path.join(".")}: ${JSON.stringify(instead)?.slice(0, 60)}`,
        );
    }
  });
});

describe("a record that breaks off", () => {
  it.each(specimenRecords)("costs its neighbours nothing: %s", (name, record) => {
    const whole = JSON.stringify(record);
    const alone = eventsIn(outcomesIn(whole));
    for (let end = 1; end < whole.length; end += 1 + Math.floor(whole.length / 20)) {
      const outcomes = outcomesIn(`${whole}\n${whole.slice(0, end)}\n${whole}`);
      expectSound(outcomes, name);
      expect(eventsIn(outcomes), `${name} at ${end}`).toBe(2 * alone);
    }
  });
});

describe("bytes that were changed on the way", () => {
  const change = fc.record({ place: fc.nat(), byte: fc.nat(255), length: fc.nat(3) });

  it("are events or known reasons, packed or not", () =>
    forAll(
      [fc.constantFrom(...specimens), fc.array(change, { maxLength: 4 }), fc.boolean()],
      ({ name, written }, changes, packed) => {
        const bytes = Uint8Array.from(packed ? gzipSync(written, { level: 1 }) : bytesOf(written));
        for (const { place, byte, length } of changes)
          bytes.fill(byte, place % bytes.length, (place % bytes.length) + length);
        expectSound(outcomesIn(bytes), name);
      },
    ));

  it("are text, or none", () => {
    expect(outcomesIn(Uint8Array.of(0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d))).toEqual([
      { reason: "invalid-utf8" },
    ]);
    expect(outcomesIn(Uint8Array.of(0xed, 0xa0, 0x80))).toEqual([{ reason: "invalid-utf8" }]);
  });
});

/** The record with its command made long, wherever that stands. */
const lengthened = (written: string, command: string): string =>
  written
    .split("\n")
    .map((line) =>
      line.startsWith("{") ? JSON.stringify(longIn(JSON.parse(line), command)) : longArgument(line, command),
    )
    .join("\n");

const holdsCommand =
  /command|cmd|args|arguments|argv|commandline|eventdata|requesturi|tool_?(?:args|parameters|input)/i;

const longIn = (value: unknown, command: string, name = ""): unknown => {
  if (typeof value === "string" && value.startsWith('{"')) return JSON.stringify(longIn(JSON.parse(value), command));
  if (Array.isArray(value)) {
    const words = holdsCommand.test(name) && value.every((word) => typeof word === "string");
    return words ? [...value, command] : value.map((one) => longIn(one, command));
  }
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, longIn(inner, command, key)]));
  return typeof value === "string" && holdsCommand.test(name) ? `${value} ${command}` : value;
};

/** The last argument of an EXECVE line. */
const longArgument = (line: string, command: string): string =>
  line.includes("type=EXECVE") ? line.replace(/(a\d+=)"?[^" ]*"?$/, `$1"${command}"`) : line;

describe("a command of a mebibyte", () => {
  it.each([...new Map(specimens.map((one) => [one.format, one])).values()])(
    "is an event in $name",
    ({ name, written }) => {
      const outcomes = outcomesIn(lengthened(written, "shop/cart-1 ".repeat(mebibyte / 12)));
      expectSound(outcomes, name);
      expect(eventsIn(outcomes), name).toBeGreaterThan(0);
    },
  );

  const pieces = [
    ...["a ", "$(", "'\"", "--password x ", "https://a:b@c ", "\\", "ls;", "cat <<E\n", "codex-linux-sandbox -- "],
    "source /a/.claude/shell-snapshots/snapshot-bash-1-a.sh && eval '",
  ];
  const records = (piece: string, length: number): readonly string[] => {
    const text = piece.repeat(length / piece.length);
    const whose = { time: "2026-03-01T09:30:00Z", user: "ada", host: "web-1" };
    return [
      JSON.stringify({ ...whose, command: text }),
      JSON.stringify({ ...whose, command: text.split(" ") }),
      JSON.stringify({ process_exec: { process: { binary: "/bin/sh", arguments: text, uid: 1 } }, time: whose.time }),
    ];
  };

  // Work that grew with the square of it would run into the test's time limit.
  it.each(pieces)("of %j is read to its end", (piece) => {
    for (const record of records(piece, mebibyte)) {
      const outcomes = outcomesIn(record);
      expectSound(outcomes, piece);
      expect(outcomes).toHaveLength(1);
    }
  });
});

describe("commands in commands", () => {
  const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
  const shell = (command: string): readonly string[] => ["bash", "-c", command];
  const wrappers = { shell, claudeCode, codexShell, cursorBash, geminiCli };
  const line = (argv: readonly string[]): string =>
    argv.map((word) => (/^[\w./-]+$/.test(word) ? word : quoted(word))).join(" ");

  /** Quoting doubles with each layer: what grows beyond what is read at all is deep enough. */
  const nested = (layers: readonly ((command: string) => readonly string[])[], depth: number): readonly string[] => {
    let argv: readonly string[] = ["rm", "-rf", "/srv/shop"];
    for (let layer = 0; layer < depth && JSON.stringify(argv).length < mebibyte / 16; layer++)
      argv = layers[layer % layers.length]?.(line(argv)) ?? argv;
    return argv;
  };
  const asked = (command: string | readonly string[]): readonly Outcome[] =>
    outcomesIn(JSON.stringify({ time: "2026-03-01T09:30:00Z", user: "ada", host: "web-1", command }));

  describe.each([
    ...Object.entries(wrappers).map(([name, wrap]) => [name, [wrap]] as const),
    ["all of them", Object.values(wrappers)] as const,
  ])("in the shells of %s", (name, layers) => {
    it.each([2, 8, 50])("%i deep, never are nothing", (depth) => {
      const argv = nested(layers, depth);
      for (const command of [argv, argv.join(" "), line(argv)]) {
        const outcomes = asked(command);
        expectSound(outcomes, name);
        const found = outcomes.flatMap((outcome) => ("event" in outcome ? outcome.observations : []));
        expect(found.length).toBeGreaterThan(0);
      }
    });

    it("whole or not, are told", () => {
      const [outcome] = asked(nested(layers, 50));
      const impacts =
        outcome !== undefined && "event" in outcome ? outcome.observations.flatMap((one) => one.impacts) : [];
      expect(impacts.map(({ id }) => id)).toContain("command.not-understood");
    });
  });

  it.each([
    ["files", ["rm", ...Array.from({ length: 100_000 }, (_, index) => `f${index}`)]],
    ["nothings", ["rm", ...Array<string>(100_000).fill("")]],
    ["wrappers", Array<string>(100_000).fill("sudo")],
    ["shells", Array.from({ length: 100_000 }, (_, index) => (index % 2 === 0 ? "bash" : "-c"))],
    ["variables", ["env", ...Array.from({ length: 100_000 }, (_, index) => `A${index}=b`)]],
    ["dashes", Array<string>(100_000).fill("--")],
    ["actions", ["find", ...Array<string>(100_000).fill("-exec")]],
    ["secrets", Array.from({ length: 100_000 }, (_, index) => (index % 2 === 0 ? "--password" : secret))],
  ])("and 100,000 %s are read", (name, argv) => {
    const outcomes = asked(argv);
    expectSound(outcomes, name);
    expect(eventsIn(outcomes)).toBe(1);
  });
});

describe("an envelope that was made to be big", () => {
  const record = JSON.stringify({ time: "2026-03-01T09:30:00Z", user: "ada", command: "ls" });
  const kinesis = (data: Uint8Array | string): string =>
    JSON.stringify({ Records: [{ Data: Buffer.from(data).toString("base64") }] });
  const wrapped = (wrap: (inside: string) => string, times: number): string => {
    let inside = record;
    for (let time = 0; time < times; time++) inside = wrap(inside);
    return inside;
  };

  it.each([
    ["zeros, packed twice", gzipSync(gzipSync(new Uint8Array(64 * mebibyte))), "too-large"],
    ["an envelope in twenty", wrapped((inside) => kinesis(inside), 20), "too-deep"],
    ["a line of a log in nine", wrapped((message) => JSON.stringify({ message }), 9), "too-deep"],
    [
      "an aggregate in twenty",
      [...Array(20)].reduce<Uint8Array>((inside) => aggregated(inside), bytesOf(record)),
      "too-deep",
    ],
    ["brackets", "[".repeat(mebibyte), "truncated-json"],
    ["braces", '{"a":'.repeat(mebibyte / 5), "truncated-json"],
    ["empty records", gzipSync(`{"records":[${"{},".repeat(100_001)}{}]}`), "too-many-records"],
    [
      "empty messages",
      gzipSync(JSON.stringify({ messageType: "DATA_MESSAGE", logEvents: Array(100_002).fill(0) })),
      "too-many-records",
    ],
  ])("comes to an end: %s", (name, input, reason) => {
    const outcomes = outcomesIn(input);
    expectSound(outcomes, name);
    expect(outcomes.length).toBeLessThanOrEqual(100_001);
    expect(outcomes.map((outcome) => ("reason" in outcome ? outcome.reason : "event"))).toContain(reason);
  });
});
