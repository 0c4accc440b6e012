import { describe, expect, it } from "vitest";
import type { Finding } from "../../lib/domain/finding.js";
import type { Findings } from "../../lib/ports/findings.js";
import { found } from "./finding.js";

const idsOf = (findings: readonly Finding[]): readonly string[] => findings.map(({ id }) => id);
const many = (count: number): readonly Finding[] =>
  Array.from({ length: count }, (_, i) =>
    found(`f${1_000 + i}`, `2026-03-02T09:${String(i % 60).padStart(2, "0")}:00Z`),
  );

/** What every store of findings does. `open` gives a new one with nothing in it. */
export function findingsContract(name: string, open: () => Promise<Findings>): void {
  describe(`findings (${name})`, () => {
    it("are none at first, and may be put, asked for and marked as none", async () => {
      const findings = await open();
      expect(await findings.put([])).toEqual([]);
      await findings.markSent([]);
      expect(await findings.unsent(10)).toEqual([]);
      expect(await findings.unsent(0)).toEqual([]);
    });

    it("are new once, and whole when they are told", async () => {
      const findings = await open();
      expect(await findings.put([found("f1")])).toEqual([found("f1")]);
      expect(await findings.put([found("f1")])).toEqual([]);
      expect(await findings.unsent(10)).toEqual([found("f1")]);
    });

    it("are new in the order they were put in, and once when a batch names one twice", async () => {
      const findings = await open();
      await findings.put([found("f2")]);
      const put = await findings.put([found("f3"), found("f2"), found("f1"), found("f3"), found("f4")]);
      expect(idsOf(put)).toEqual(["f3", "f1", "f4"]);
    });

    it("stay as they were put first", async () => {
      const findings = await open();
      await findings.put([found("f1", "2026-03-02T09:00:00Z", "git push --force")]);
      await findings.put([found("f1", "2026-03-02T09:00:00Z", "revised")]);
      expect((await findings.unsent(1))[0]?.command).toBe("git push --force");
    });

    it("are told oldest first, by time and then by id, whatever the precision of their source", async () => {
      const findings = await open();
      await findings.put([
        found("c", "2026-03-02T09:00:01Z"),
        found("b", "2026-03-02T09:00:00Z"),
        found("a", "2026-03-02T09:00:00Z"),
        found("e", "2026-03-02T09:00:01.000000001Z"),
        found("d", "2026-03-02T09:00:00.5Z"),
        found("f", "2026-03-01T23:00:00Z"),
      ]);
      expect(idsOf(await findings.unsent(10))).toEqual(["f", "a", "b", "d", "c", "e"]);
      expect(idsOf(await findings.unsent(2))).toEqual(["f", "a"]);
    });

    it("are not told again after they were marked", async () => {
      const findings = await open();
      await findings.put([found("f1"), found("f2"), found("f3")]);
      await findings.markSent(["f2"]);
      expect(idsOf(await findings.unsent(10))).toEqual(["f1", "f3"]);
      await findings.markSent(["f2", "f1", "f1"]);
      expect(idsOf(await findings.unsent(10))).toEqual(["f3"]);
    });

    it("stay sent when their batch is repeated", async () => {
      const findings = await open();
      await findings.put([found("f1")]);
      await findings.markSent(["f1"]);
      expect(await findings.put([found("f1"), found("f2")])).toEqual([found("f2")]);
      expect(idsOf(await findings.unsent(10))).toEqual(["f2"]);
    });

    it("that are not there cannot be marked, and come unsent later", async () => {
      const findings = await open();
      await findings.markSent(["f1", "__proto__", ""]);
      expect(await findings.unsent(10)).toEqual([]);
      await findings.put([found("f1")]);
      expect(idsOf(await findings.unsent(10))).toEqual(["f1"]);
    });

    it("are new to one of two writers who put the same", async () => {
      const findings = await open();
      const both = await Promise.all([findings.put(many(40)), findings.put(many(40))]);
      expect(idsOf(both.flat()).toSorted()).toEqual(idsOf(many(40)));
    });

    it("of a flood are all told, in pieces as large as asked for", async () => {
      const findings = await open();
      await findings.put(many(230));
      expect(await findings.unsent(229)).toHaveLength(229);
      const told: string[] = [];
      for (let piece = await findings.unsent(90); piece.length > 0; piece = await findings.unsent(90)) {
        told.push(...idsOf(piece));
        await findings.markSent(idsOf(piece));
      }
      expect(told.toSorted()).toEqual(idsOf(many(230)));
    });

    it("that are revised are told as they were revised last, and what was unsent is told", async () => {
      const findings = await open();
      await findings.put([found("f1"), found("f2")]);
      const revised = ["once", "twice"].map((command) => found("f1", "2026-03-02T09:00:00Z", command));
      expect(await findings.revise(revised)).toEqual([]);
      expect(await findings.unsent(10)).toEqual([revised[1], found("f2")]);
    });

    it("that are revised stay sent, and are not new when they are put again", async () => {
      const findings = await open();
      await findings.put([found("f1"), found("f2")]);
      await findings.markSent(["f1"]);
      expect(await findings.revise([found("f1", "2026-03-02T09:00:00Z", "revised")])).toEqual([]);
      expect(idsOf(await findings.unsent(10))).toEqual(["f2"]);
      expect(await findings.put([found("f1")])).toEqual([]);
      expect(idsOf(await findings.unsent(10))).toEqual(["f2"]);
    });

    it("that are not there are given back in order, and are not put by being revised", async () => {
      const findings = await open();
      await findings.put([found("f2")]);
      const absent = await findings.revise([found("f3"), found("f2"), found("f1")]);
      expect(idsOf(absent)).toEqual(["f3", "f1"]);
      expect(idsOf(await findings.unsent(10))).toEqual(["f2"]);
      expect(await findings.revise([])).toEqual([]);
    });

    it("may be revised again by a batch that is repeated, a flood of them too", async () => {
      const findings = await open();
      await findings.put(many(60));
      const revised = many(60).map((one) => ({ ...one, agent: null, identity: "grace" }));
      for (let batch = 0; batch < 2; batch += 1) expect(await findings.revise(revised)).toEqual([]);
      expect(new Map((await findings.unsent(100)).map((one) => [one.id, one]))).toEqual(
        new Map(revised.map((one) => [one.id, one])),
      );
    });

    it("keep their place among those that wait when a revision tells another time", async () => {
      const findings = await open();
      await findings.put([found("f1", "2026-03-02T09:00:00Z"), found("f2", "2026-03-02T09:00:01Z")]);
      await findings.revise([found("f1", "2026-03-02T09:00:02Z", "revised")]);
      expect(idsOf(await findings.unsent(10))).toEqual(["f1", "f2"]);
    });

    it("keep any command and any id as it was", async () => {
      const findings = await open();
      const ids = ["__proto__", "", "\ud800", "\ufffd", "i".repeat(3_000), `${"i".repeat(3_000)}j`, "#", "🦊"];
      const hostile = ids.map((id) =>
        found(id, "2026-03-02T09:00:00Z", `echo ${id} \u202e\u0000 ${"x".repeat(20_000)}`),
      );
      expect(idsOf(await findings.put(hostile))).toEqual(ids);
      const told = await findings.unsent(10);
      expect(new Map(told.map((one) => [one.id, one]))).toEqual(new Map(hostile.map((one) => [one.id, one])));
      expect(await findings.revise(hostile.map((one) => ({ ...one, agent: one.id })))).toEqual([]);
      expect((await findings.unsent(10)).every((one) => one.agent === one.id)).toBe(true);
      await findings.markSent(ids);
      expect(await findings.unsent(10)).toEqual([]);
    });
  });
}
