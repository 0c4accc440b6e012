import { describe, expect, it } from "vitest";
import { nothingTold } from "../../lib/domain/telling.js";
import type { Tally } from "../../lib/ports/tally.js";

/** What every tally promises. */
export function tallyContract(name: string, make: () => Promise<Tally>): void {
  describe(`a tally in ${name}`, () => {
    it("begins with nothing told", async () => expect(await (await make()).read()).toEqual(nothingTold));

    it("gives what was written last", async () => {
      const tally = await make();
      await tally.write({ day: 1, alerts: 2, digestAt: 3 });
      await tally.write({ day: 1, alerts: 3, digestAt: 4 });
      expect(await tally.read()).toEqual({ day: 1, alerts: 3, digestAt: 4 });
    });
  });
}
