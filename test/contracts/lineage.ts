import { describe, expect, it } from "vitest";
import { day, hour, type Instant, minute, second } from "../../lib/domain/units.js";
import type { Lineage, Packet } from "../../lib/ports/lineage.js";
import { monday } from "../observations.js";
import { noiseText } from "./noise.js";

type Words = Lineage<string>;

const packet = (content: string, { host = "web-1", id = content.slice(0, 40), term = "brief" as Term } = {}) => ({
  ...{ host, id, term, content },
});
type Term = Packet<string>["term"];

const hostileHosts = [
  ...["__proto__", "constructor", "", " ", "-", "#", "web-1", "WEB-1", "web-1#", "\u0000", "web\u202e1", "web-1\n"],
  ...["\ud800", "\ud801", "\ufffd", "é", "e\u0301", "🦊", "h".repeat(513), `${"h".repeat(512)}i`, "хост".repeat(5_000)],
];

/** What a reader has read so far, wherever it goes on. */
function createReader(lineage: Words, host = "web-1") {
  let cursor: string | null = null;
  return async () => {
    const read = await lineage.since(host, cursor);
    cursor = read.cursor;
    return read;
  };
}
const wordsOf = async (read: Promise<{ readonly packets: readonly Packet<string>[] }>): Promise<readonly string[]> => [
  ...new Set((await read).packets.map(({ content }) => content)),
];

/** What every lineage does. `open` gives a new one with nothing in it, that goes by this clock. */
export function lineageContract(name: string, open: (now: () => Instant) => Promise<Words>): void {
  const started = async () => {
    const clock = { now: monday };
    return { clock, lineage: await open(() => clock.now) };
  };

  describe(`lineage (${name})`, () => {
    it("of a host never seen is nothing, and nothing may be put", async () => {
      const { lineage } = await started();
      await lineage.put([]);
      expect(await lineage.since("web-1", null)).toMatchObject({ packets: [], whole: true });
    });

    it("has what was put, at once and whole", async () => {
      const { lineage } = await started();
      await lineage.put([packet("bash"), packet("git", { term: "lasting" }), packet("ls", { host: "web-2" })]);
      const { packets } = await lineage.since("web-1", null);
      expect(packets.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual([
        packet("bash"),
        packet("git", { term: "lasting" }),
      ]);
    });

    it("goes on from a cursor with what is brief, and may tell some twice", async () => {
      const { lineage, clock } = await started();
      const read = createReader(lineage);
      await lineage.put([packet("bash")]);
      expect(await wordsOf(read())).toEqual(["bash"]);
      clock.now += minute;
      await lineage.put([packet("git"), packet("claude", { term: "lasting" })]);
      const next = await read();
      expect(next.whole).toBe(false);
      expect(next.packets).toContainEqual(packet("git"));
      expect(next.packets).not.toContainEqual(packet("claude", { term: "lasting" }));
      clock.now += minute;
      await read();
      clock.now += minute;
      expect(await wordsOf(read())).toEqual([]);
    });

    it("gives packets in the order they were put", async () => {
      const { lineage, clock } = await started();
      const words = Array.from({ length: 12 }, (_, i) => `word-${i}`);
      for (const word of words) {
        await lineage.put([packet(word)]);
        clock.now += second;
      }
      expect((await lineage.since("web-1", null)).packets.map(({ content }) => content)).toEqual(words);
    });

    it("takes a batch again, and one that names a packet twice", async () => {
      const { lineage, clock } = await started();
      await lineage.put([packet("bash"), packet("bash")]);
      clock.now += 1;
      await lineage.put([packet("bash"), packet("git")]);
      expect((await wordsOf(lineage.since("web-1", null))).toSorted()).toEqual(["bash", "git"]);
    });

    it("misses nothing of many writers who put first and read then", async () => {
      const { lineage, clock } = await started();
      const writers = Array.from({ length: 8 }, (_, i) => ({ name: `writer-${i}`, read: createReader(lineage) }));
      for (let round = 0; round < 4; round += 1) {
        const seen = await Promise.all(
          writers.map(async ({ name: writer, read }) => {
            const own = `${writer}-${round}`;
            await lineage.put([packet(own)]);
            return { own, words: await wordsOf(read()) };
          }),
        );
        for (const one of seen)
          for (const other of seen)
            expect(one.words.includes(other.own) || other.words.includes(one.own), `${one.own} ${other.own}`).toBe(
              true,
            );
        clock.now += second;
      }
    });

    it("forgets what is brief after an hour, and what is lasting after three days", async () => {
      const { lineage, clock } = await started();
      await lineage.put([packet("ls"), packet("claude", { term: "lasting" })]);
      clock.now += hour - second;
      expect(await wordsOf(lineage.since("web-1", null))).toHaveLength(2);
      clock.now += 2 * second;
      expect(await wordsOf(lineage.since("web-1", null))).toEqual(["claude"]);
      clock.now += 3 * day;
      expect(await wordsOf(lineage.since("web-1", null))).toEqual([]);
    });

    it("is told whole again to a reader who has not asked for an hour, so that nothing lasting is missed", async () => {
      const { lineage, clock } = await started();
      const read = createReader(lineage);
      await read();
      clock.now += minute;
      await lineage.put([packet("claude", { term: "lasting" })]);
      expect(await read()).toMatchObject({ packets: [], whole: false });
      clock.now += hour;
      expect(await read()).toMatchObject({ packets: [{ content: "claude" }], whole: true });
    });

    it("keeps hosts apart, whatever they call themselves, and gives any text back as it was", async () => {
      const { lineage } = await started();
      await lineage.put(hostileHosts.map((host) => packet(`${host}!`, { host, id: host })));
      for (const host of hostileHosts)
        expect((await lineage.since(host, null)).packets).toEqual([packet(`${host}!`, { host, id: host })]);
    });

    it("is read to its end when it is larger than a page", async () => {
      const { lineage } = await started();
      const large = Array.from({ length: 9 }, (_, i) => packet(noiseText(300_000, i + 1), { id: `${i}` }));
      await lineage.put(large);
      const { packets } = await lineage.since("web-1", null);
      expect(new Map(packets.map(({ id, content }) => [id, content]))).toEqual(
        new Map(large.map(({ id, content }) => [id, content])),
      );
    });
  });
}
