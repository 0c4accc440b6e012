import { describe, expect, it } from "vitest";
import { reasonWords } from "../../lib/render/reasons.js";
import { summaryOfJudging, summaryOfReading } from "../../lib/render/summary.js";
import { decodeReasons } from "../../lib/telemetry/decode.js";
import { normaliseReasons } from "../../lib/telemetry/normalise.js";

describe("what is said about reading", () => {
  const read = (
    counts: readonly [number, number, number],
    unreadable: [reason: string, count: number, line?: number, input?: string][] = [],
    joined = 0,
    nobodys = 0,
  ) =>
    summaryOfReading(
      {
        records: counts[0],
        events: counts[1],
        observed: Array.from({ length: counts[2] }),
        joined,
        unreadable: new Map(
          unreadable.map(([reason, count, line = null, input = "logs.ndjson"]) => [
            reason,
            { count, first: { input, line, record: 1_007 } },
          ]),
        ),
      },
      nobodys,
    );

  it.each([
    [read([0, 0, 0]), "read 0 records: 0 events, 0 commands; left out 0\n"],
    [read([1, 1, 1]), "read 1 record: 1 event, 1 command; left out 0\n"],
    [read([4, 4, 2], [], 3), "read 4 records: 4 events, 2 commands in 5 sightings; left out 0\n"],
    [
      read([12_403, 12_400, 15_000], [["not-json", 3, 1_017]]),
      "read 12,403 records: 12,400 events, 15,000 commands; left out 3 (3 not-json)\n" +
        "  3 not-json (first: logs.ndjson, line 1,017): text that is no record of any sensor, or broken JSON\n",
    ],
    [
      read(
        [2_000, 1, 1],
        [
          ["not-a-process-start", 1_000],
          ["bad-time", 999, 2, "\u001b[2J.log"],
        ],
      ),
      "read 2,000 records: 1 event, 1 command; left out 1,999 (999 bad-time, 1,000 not-a-process-start)\n" +
        "  999 bad-time (first: <U+001B>[2J.log, line 2): with a time that is none\n" +
        "  1,000 not-a-process-start (first: logs.ndjson, record 1,007): understood; no program was started\n",
    ],
    [
      read([12, 12, 12], [], 0, 12),
      "read 12 records: 12 events, 12 commands; left out 0\n12 commands of nobody known: let the shipper add `user`\n",
    ],
  ])("%j", (line, expected) => expect(line).toBe(expected));

  it("says of every reason what it means, and of nothing else", () =>
    expect(Object.keys(reasonWords).sort()).toEqual([...new Set([...decodeReasons, ...normaliseReasons])].sort()));
});

describe("the line about judging", () => {
  const incidents = (...of: readonly string[]) => of.map((incident) => ({ incident }));
  const quiet = { findings: [], verdicts: { find: 0, watch: 0, quiet: 0 }, repeated: 0, young: 0, principals: 0 };

  it.each([
    [quiet, "judged 0 commands of 0 principals: 0 findings in 0 incidents, 0 watched"],
    [
      { ...quiet, findings: incidents("a"), verdicts: { find: 1, watch: 0, quiet: 0 }, principals: 1 },
      "judged 1 command of 1 principal: 1 finding in 1 incident, 0 watched",
    ],
    [
      {
        ...quiet,
        findings: incidents("a", "b", "a"),
        verdicts: { find: 3, watch: 1_200, quiet: 40_000 },
        principals: 15,
      },
      "judged 41,203 commands of 15 principals: 3 findings in 2 incidents, 1,200 watched",
    ],
    [
      { ...quiet, repeated: 1_000, young: 2, principals: 3 },
      "judged 0 commands of 3 principals: 0 findings in 0 incidents, 0 watched, 1,000 delivered before, 2 young (judged through peers, or by weight alone)",
    ],
    [
      { ...quiet, young: 1, principals: 1 },
      "judged 0 commands of 1 principal: 0 findings in 0 incidents, 0 watched, 1 young (judged through peers, or by weight alone)",
    ],
  ])("%j", (judging, expected) => expect(summaryOfJudging(judging)).toBe(`${expected}\n`));
});
