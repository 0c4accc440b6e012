import { describe, expect, it } from "vitest";
import { inflate } from "../../lib/adapters/inflate.js";
import { defaultConfig } from "../../lib/config.js";
import type { FormatName } from "../../lib/domain/event.js";
import { type Gathered, gather } from "../../lib/flows/gather.js";
import { judge, noKnowledge } from "../../lib/flows/judge.js";

const ls = { time: "2026-03-02T09:00:00Z", user: "ada", host: "ada-laptop", command: "ls" };

/** What is gathered from files of these lines. */
async function gathered(files: Readonly<Record<string, readonly unknown[]>>, format: FormatName | "auto" = "auto") {
  async function* inputs() {
    for (const [name, records] of Object.entries(files)) {
      const lines = records.map((record) => (typeof record === "string" ? record : JSON.stringify(record)));
      yield { name, bytes: new TextEncoder().encode(lines.join("\n")), arrived: null };
    }
  }
  const signs: unknown[] = [];
  const all = await gather(inputs(), inflate, format, defaultConfig, (...sign) => signs.push(sign));
  return { ...all, signs };
}
const judged = ({ observed }: Gathered) => judge(observed, noKnowledge, defaultConfig, Number.NEGATIVE_INFINITY);
const idsOf = ({ observed }: Gathered) => observed.map(({ observation }) => observation.event.id);

describe("commands come in canonical order:", () => {
  it.each<[string, readonly object[], readonly string[]]>([
    [
      "by time",
      [
        { id: "b", time: "2026-03-02T09:00:01Z" },
        { id: "c", time: "2026-03-02T10:00:00Z" },
        { id: "a", time: "2026-03-02T09:00:00.999Z" },
      ],
      ["a", "b", "c"],
    ],
    [
      "by the digits beyond the millisecond",
      [
        { id: "c", time: "2026-03-02T09:00:00.123456789Z" },
        { id: "a", time: "2026-03-02T09:00:00.123Z" },
        { id: "d", time: "2026-03-02T09:00:00.1236Z" },
        { id: "b", time: "2026-03-02T09:00:00.12345Z" },
      ],
      ["a", "b", "c", "d"],
    ],
    [
      "a whole second before its first microsecond",
      [
        { id: "a", time: "2026-03-02T09:00:00.000001Z" },
        { id: "b", time: "2026-03-02T09:00:00Z" },
      ],
      ["b", "a"],
    ],
    ["by id when the time is the same", [{ id: "b" }, { id: "a" }, { id: "c" }], ["a", "b", "c"]],
    [
      "by time before id",
      [
        { id: "a", time: "2026-03-02T09:00:00.0002Z" },
        { id: "b", time: "2026-03-02T09:00:00.0001Z" },
      ],
      ["b", "a"],
    ],
  ])("%s", async (_, records, ids) => {
    const lines = records.map((record) => ({ ...ls, ...record }));
    expect(idsOf(await gathered({ a: lines }))).toEqual(ids);
    expect(idsOf(await gathered({ a: [...lines].reverse() }))).toEqual(ids);
  });

  it("by host when two machines count alike", async () => {
    const records = ["web-2", "web-1", null].map((host) => ({ ...ls, id: "1", host }));
    const { observed } = await gathered({ a: records });
    expect(observed.map(({ observation }) => observation.event.host)).toEqual([null, "web-1", "web-2"]);
  });

  it("by their place in an event", async () => {
    const long = { ...ls, id: "a", command: Array.from({ length: 12 }, (_, i) => `echo ${i}`).join("; ") };
    const { observed } = await gathered({ a: [{ ...long, id: "b" }, long] });
    expect(observed.map(({ observation }) => observation.event.id + observation.index)).toEqual(
      ["a", "b"].flatMap((id) => Array.from({ length: 12 }, (_, i) => `${id}${i}`)),
    );
  });

  it("by their place also when the event was delivered twice", async () => {
    const event = { ...ls, id: "a", command: "cd infra; ls" };
    const { observed } = await gathered({ one: [event], two: [event] });
    expect(observed.map(({ observation }) => observation.index)).toEqual([0, 0, 1, 1]);
  });

  it("whichever file is read first", async () => {
    const [one, two] = [
      [
        { ...ls, id: "a" },
        { ...ls, id: "d" },
      ],
      [
        { ...ls, id: "c" },
        { ...ls, id: "b" },
      ],
    ];
    const { observed } = await gathered({ one, two });
    expect((await gathered({ two, one })).observed).toEqual(observed);
  });
});

describe("two records that are alike", () => {
  it("are two commands where the source gives no ids: she typed it twice", async () => {
    const all = await gathered({ a: [ls, ls], b: [ls] });
    expect(new Set(idsOf(all)).size).toBe(3);
    expect(judged(all)).toMatchObject({ repeated: 0, verdicts: { quiet: 3 } });
  });

  it("are one where it does: it was delivered twice", async () => {
    const all = await gathered({ a: [{ ...ls, id: "e1" }], b: [{ ...ls, id: "e1" }] });
    expect(all).toMatchObject({ records: 2, events: 2 });
    expect(judged(all)).toMatchObject({ repeated: 1, verdicts: { quiet: 1 } });
  });

  it("have the same names when the same files are read again", async () => {
    const files = { a: [ls, { ...ls, command: "pwd" }, ls] };
    expect(idsOf(await gathered(files))).toEqual(idsOf(await gathered(files)));
  });
});

describe("what cannot be read", () => {
  const exit = { process_exit: { process: { binary: "/bin/ls" } }, time: "2026-03-02T09:00:00Z" };

  it("is counted by its reason and stops nothing", async () => {
    const { command: _, ...without } = ls;
    const all = await gathered({
      a: ["{oops", "[1]", { ...ls, user: "" }, { ...ls, time: "soon" }, { ...ls, time: "later" }, without, ls],
    });
    expect(all).toMatchObject({ records: 7, events: 1, recognised: 1 });
    expect(all.observed).toHaveLength(1);
    expect(Object.fromEntries(all.unreadable)).toMatchObject({
      "no-user": { count: 1 },
      "bad-time": { count: 2 },
      "unknown-format": { count: 1 },
    });
    expect([...all.unreadable.values()].reduce((sum, { count }) => sum + count, 0)).toBe(6);
  });

  it("is looked for where the first of its kind stands", async () => {
    const late = { ...ls, time: "soon" };
    const { unreadable } = await gathered({ clean: [ls], a: [ls, "", "{oops", late, "{oops"], b: [late, "{oops"] });
    expect(Object.fromEntries(unreadable)).toEqual({
      "truncated-json": { count: 3, first: { input: "a", line: 3, record: 2 } },
      "bad-time": { count: 2, first: { input: "a", line: 4, record: 3 } },
    });
  });

  it("is told of a file of which nothing could be read, and of no other", async () => {
    const prose = ["dear diary", "it rained"];
    const files = { empty: [], prose, mixed: ["dear diary", ls], exits: [exit], more: prose };
    expect((await gathered(files)).opaque).toEqual(["prose", "more"]);
  });

  it("is not a record that starts no process: that is left out, but understood", async () => {
    const all = await gathered({ exits: [exit] });
    expect(all).toMatchObject({ records: 1, recognised: 1, events: 0 });
    expect([...all.unreadable]).toMatchObject([["not-a-process-start", { count: 1 }]]);
  });

  it("is what is of another format than the one that was asked for", async () =>
    expect(await gathered({ a: [ls] }, "defender")).toMatchObject({ events: 0, opaque: ["a"] }));
});

it("a long reading gives a sign of life every five thousand records", async () => {
  const { signs } = await gathered({ a: Array.from({ length: 10_001 }, () => "1") });
  expect(signs).toEqual([
    ["reading", 5_000],
    ["reading", 10_000],
  ]);
});
