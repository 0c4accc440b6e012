import { describe, expect, it } from "vitest";
import type { Contribution, Contributions } from "../../lib/ports/contributions.js";
import { noiseText } from "./noise.js";

export type WordContributions = Contributions<string>;
const hour = 492_000;
const by = (id: string, lesson = `lesson of ${id}`): Contribution<string> => ({ hour, id, lesson });

/** What every store of contributions does. `open` gives a new one with nothing in it. */
export function contributionsContract(name: string, open: () => Promise<WordContributions>): void {
  describe(`contributions (${name})`, () => {
    it("of an hour in which nobody worked are none", async () => expect(await (await open()).of(hour)).toEqual([]));

    it("may be none", async () => {
      const contributions = await open();
      await contributions.put([]);
      expect(await contributions.of(hour)).toEqual([]);
    });

    it("come back by hour, in the order of their ids", async () => {
      const contributions = await open();
      const other = { ...by("ada:2"), hour: hour + 1 };
      await contributions.put([by("grace:1"), other, by("ada:10"), by("ada:1")]);
      expect(await contributions.of(hour)).toEqual([by("ada:1"), by("ada:10"), by("grace:1")]);
      expect(await contributions.of(hour + 1)).toEqual([other]);
      expect(await contributions.of(hour + 2)).toEqual([]);
    });

    it("count once when a batch is repeated, also within it", async () => {
      const contributions = await open();
      await contributions.put([by("ada:1"), by("ada:1"), by("ada:2")]);
      await contributions.put([by("ada:2"), by("ada:1")]);
      expect(await contributions.of(hour)).toEqual([by("ada:1"), by("ada:2")]);
    });

    it("of a large company are all there", async () => {
      const contributions = await open();
      const all = Array.from({ length: 260 }, (_, i) => by(`member-${1_000 + i}:1`, "x".repeat(600) + i));
      await contributions.put(all);
      expect(await contributions.of(hour)).toEqual(all);
    });

    it("that fill several pages are all there", async () => {
      const contributions = await open();
      const wide = "abcdefghijklmnopqrstuvwxyz0123456789"
        .split("")
        .map((id) => by(id, noiseText(60_000, id.charCodeAt(0))));
      await contributions.put(wide);
      expect((await contributions.of(hour)).map(({ id }) => id).join("")).toBe("0123456789abcdefghijklmnopqrstuvwxyz");
    });

    it("keep their ids apart, whatever an attacker calls herself", async () => {
      const contributions = await open();
      const long = "k".repeat(2_000);
      const ids = ["", "#", "__proto__", "\ud800", "\ud801", "🦊", "\ufffd", `${long}1`, `${long}2`, "a#b"];
      await contributions.put(ids.map((id) => by(id, `by ${ids.indexOf(id)}`)));
      const found = await contributions.of(hour);
      expect(new Map(found.map(({ id, lesson }) => [id, lesson]))).toEqual(
        new Map(ids.map((id, i) => [id, `by ${i}`])),
      );
      expect(found.map(({ id }) => id)).toEqual([...ids].sort());
    });
  });
}
