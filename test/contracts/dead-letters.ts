import { describe, expect, it } from "vitest";
import type { KeptLetter } from "../../lib/adapters/kept-letter.js";
import type { DeadLetter, DeadLetters } from "../../lib/ports/dead-letters.js";
import { noise } from "./noise.js";

export interface Opened {
  readonly letters: DeadLetters;
  readonly read: (id: string) => Promise<KeptLetter | undefined>;
}

const letter = (id: string, bytes: Uint8Array = Buffer.from("{half a rec")): DeadLetter => ({
  id,
  reason: "bad-json",
  bytes: new Uint8Array(bytes),
});

/** What every store of dead letters does. `open` gives a new one with nothing in it. */
export function deadLettersContract(name: string, open: () => Promise<Opened>): void {
  describe(`dead letters (${name})`, () => {
    it("are none at first, and may be put as none", async () => {
      const { letters, read } = await open();
      await letters.put([]);
      expect(await read("shard-0/1/0")).toBeUndefined();
    });

    it("keep bytes and reason", async () => {
      const { letters, read } = await open();
      const every = Uint8Array.from({ length: 256 }, (_, i) => i);
      await letters.put([letter("shard-0/1/0"), letter("shard-0/1/1", every), letter("nothing", new Uint8Array())]);
      expect(await read("shard-0/1/0")).toEqual({ ...letter("shard-0/1/0"), cutBytes: 0 });
      expect(await read("shard-0/1/1")).toEqual({ ...letter("shard-0/1/1", every), cutBytes: 0 });
      expect(await read("nothing")).toEqual({ ...letter("nothing", new Uint8Array()), cutBytes: 0 });
    });

    it("are written once when a batch is repeated, also within it", async () => {
      const { letters, read } = await open();
      await letters.put([letter("a"), letter("a"), letter("b")]);
      await letters.put([letter("a"), letter("b")]);
      expect(await read("a")).toEqual({ ...letter("a"), cutBytes: 0 });
    });

    it("of a flood are all kept", async () => {
      const { letters, read } = await open();
      await letters.put(Array.from({ length: 130 }, (_, i) => letter(`flood-${i}`)));
      for (const id of ["flood-0", "flood-24", "flood-25", "flood-129"]) expect(await read(id)).toBeDefined();
    });

    it("of a megabyte lose their tail, and say how much", async () => {
      const { letters, read } = await open();
      const large = noise(1_048_576);
      await letters.put([letter("large", large), letter("just-fits", large.slice(0, 358_400))]);
      const kept = await read("large");
      expect(kept?.cutBytes).toBe(1_048_576 - 358_400);
      expect(Buffer.compare(kept?.bytes ?? Buffer.of(), large.slice(0, 358_400))).toBe(0);
      expect((await read("just-fits"))?.cutBytes).toBe(0);
    });

    it("keep their ids apart, whatever a producer calls its stream", async () => {
      const { letters, read } = await open();
      const ids = ["", "__proto__", "\ud800", "\ufffd", "s".repeat(3_000), `${"s".repeat(3_000)}t`];
      await letters.put(ids.map((id, i) => letter(id, Buffer.from(`${i}`))));
      for (const [i, id] of ids.entries()) expect(Buffer.from((await read(id))?.bytes ?? "").toString()).toBe(`${i}`);
    });
  });
}
