import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Journal } from "../../lib/ports/journal.js";
import { noiseText } from "./noise.js";

/** What is folded here: a list of words. A snapshot is the whole list, an entry one more word. */
type Words = readonly string[];
export type WordJournal = Journal<Words, string>;

const hostileKeys = [
  ...["__proto__", "constructor", "toString", "", " ", "#", "ada#1", "ada", "ADA", "\u0000", "a\u202eb", "ada\n"],
  ...["\ud800", "\ud801", "é", "e\u0301", "🦊", "k".repeat(513), `${"k".repeat(512)}l`, "ключ".repeat(5_000)],
];

async function wordsOf(journal: WordJournal, key: string): Promise<Words> {
  const { snapshot, entries } = await journal.load(key);
  return [...(snapshot ?? []), ...entries];
}

/** What every journal does. `open` gives a new one with nothing in it. */
export function journalContract(name: string, open: () => Promise<WordJournal>): void {
  describe(`a journal (${name})`, () => {
    it("has nothing of somebody never seen", async () =>
      expect(await (await open()).load("ada")).toEqual({ snapshot: null, entries: [], version: 0 }));

    it("gives entries back in the order they were written", async () => {
      const journal = await open();
      for (const [version, word] of ["git", "npm", "ls"].entries())
        expect(await journal.append("ada", version, word)).toBe("saved");
      expect(await journal.load("ada")).toEqual({ snapshot: null, entries: ["git", "npm", "ls"], version: 3 });
    });

    it("reads a snapshot and only what came after it", async () => {
      const journal = await open();
      await journal.append("ada", 0, "git");
      expect(await journal.replace("ada", 1, ["git", "npm"])).toBe("saved");
      await journal.append("ada", 2, "ls");
      expect(await journal.load("ada")).toEqual({ snapshot: ["git", "npm"], entries: ["ls"], version: 3 });
      await journal.replace("ada", 3, ["all"]);
      expect(await journal.load("ada")).toEqual({ snapshot: ["all"], entries: [], version: 4 });
    });

    it("may begin with a snapshot", async () => {
      const journal = await open();
      expect(await journal.replace("ada", 0, ["git"])).toBe("saved");
      expect(await journal.load("ada")).toEqual({ snapshot: ["git"], entries: [], version: 1 });
    });

    it.each([
      ["an entry", (journal: WordJournal, version: number) => journal.append("ada", version, "late")],
      ["a snapshot", (journal: WordJournal, version: number) => journal.replace("ada", version, ["late"])],
    ])("refuses %s of a writer who was overtaken, and changes nothing", async (_what, write) => {
      const journal = await open();
      await journal.append("ada", 0, "git");
      await journal.replace("ada", 1, ["git"]);
      await journal.append("ada", 2, "npm");
      const before = await journal.load("ada");
      for (const version of [0, 1, 2]) expect(await write(journal, version)).toBe("conflict");
      expect(await journal.load("ada")).toEqual(before);
    });

    it("lets exactly one of many writers win", async () => {
      const journal = await open();
      for (let version = 0; version < 10; version += 1) {
        const outcomes = await Promise.all([
          ...["a", "b", "c"].map((word) => journal.append("ada", version, word)),
          ...["d", "e"].map((word) => journal.replace("ada", version, [word])),
        ]);
        expect(outcomes.filter((outcome) => outcome === "saved")).toHaveLength(1);
        expect((await journal.load("ada")).version).toBe(version + 1);
      }
    });

    it("keeps a thousand entries, and what follows a snapshot of them", async () => {
      const journal = await open();
      const words = Array.from({ length: 1_000 }, (_, i) => `word-${i}`);
      for (const [version, word] of words.entries()) await journal.append("ada", version, word);
      expect(await journal.load("ada")).toEqual({ snapshot: null, entries: words, version: 1_000 });
      await journal.replace("ada", 1_000, words);
      for (let version = 1_001; version < 1_040; version += 1) await journal.append("ada", version, `${version}`);
      const { snapshot, entries, version } = await journal.load("ada");
      expect([snapshot?.length, entries.length, entries[0], version]).toEqual([1_000, 39, "1001", 1_040]);
    });

    it("keeps a snapshot of 300 KB that does not shrink, and an entry as large", async () => {
      const journal = await open();
      const large = noiseText(300_000);
      expect(await journal.replace("ada", 0, [large])).toBe("saved");
      expect(await journal.append("ada", 1, large)).toBe("saved");
      const { snapshot, entries } = await journal.load("ada");
      expect(snapshot?.[0] === large && entries[0] === large).toBe(true);
    });

    it("keeps names apart, whatever an attacker calls herself", async () => {
      const journal = await open();
      for (const [i, key] of hostileKeys.entries()) expect(await journal.append(key, 0, `${i}`)).toBe("saved");
      for (const [i, key] of hostileKeys.entries()) expect((await journal.load(key)).entries).toEqual([`${i}`]);
    });

    it("gives back any text as it was", async () => {
      const journal = await open();
      await journal.append("ada", 0, hostileKeys.join("|"));
      expect(await wordsOf(journal, "ada")).toEqual([hostileKeys.join("|")]);
    });

    it("keeps `__proto__` as a name like any other", async () => {
      const journal = (await open()) as unknown as Journal<object, object>;
      const entry = JSON.parse('{"__proto__":{"admin":true}}');
      await journal.append("ada", 0, entry);
      const [read = {}] = (await journal.load("ada")).entries;
      expect(JSON.stringify(read)).toBe('{"__proto__":{"admin":true}}');
      expect("admin" in read).toBe(false);
    });

    it("is not changed by what is done to a loaded value", async () => {
      const journal = await open();
      await journal.replace("ada", 0, ["git"]);
      ((await journal.load("ada")).snapshot as string[]).push("npm");
      expect(await wordsOf(journal, "ada")).toEqual(["git"]);
    });

    it("folds to the same list, however writers take turns", async () => {
      const journal = await open();
      let run = 0;
      const turn = fc.record({
        writer: fc.nat({ max: 2 }),
        what: fc.constantFrom("append", "append", "replace", "load"),
        word: fc.string({ unit: "binary", maxLength: 3 }),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(turn, { maxLength: 25 }), async (turns) => {
          run += 1;
          await expectOneList(journal, `ada-${run}`, turns);
        }),
        { seed: 20_260_302, numRuns: 40 },
      );
    });
  });
}

interface Turn {
  readonly writer: number;
  readonly what: string;
  readonly word: string;
}

/** Each writer goes by what she loaded last. A write that is saved is in the one list for ever, others never are. */
async function expectOneList(journal: WordJournal, key: string, turns: readonly Turn[]): Promise<void> {
  const writers = Array.from({ length: 3 }, () => ({ words: [] as Words, version: 0 }));
  let saved: Words = [];
  for (const { writer, what, word } of turns) {
    const { words, version } = writers[writer] ?? { words: [], version: 0 };
    const outcome =
      what === "append"
        ? await journal.append(key, version, word)
        : what === "replace"
          ? await journal.replace(key, version, [...words, word])
          : "conflict";
    if (outcome === "saved") {
      expect(words).toEqual(saved);
      saved = [...words, word];
      writers[writer] = { words: saved, version: version + 1 };
    } else {
      writers[writer] = { words: await wordsOf(journal, key), version: (await journal.load(key)).version };
    }
  }
  expect(await wordsOf(journal, key)).toEqual(saved);
}
