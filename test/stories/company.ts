import { beforeAll, describe, expect, it } from "vitest";
import { inflate } from "../../lib/adapters/inflate.js";
import { type Demonstration, demonstrate } from "../../lib/flows/demonstrate.js";

/** A hang is what this ends; a slow machine is none. */
const longest = 15 * 60_000;

/** The invented company by several seeds: everything planted must be found, every control quiet, almost nothing else. */
export function tellCompanies(seeds: readonly number[]): void {
  const others: number[] = [];

  describe.each(seeds)("the invented company of seed %i", (seed) => {
    let told: Demonstration;
    beforeAll(async () => {
      told = await demonstrate(seed, inflate);
    }, longest);

    it("has all its incidents found, under the right identity and agent", () => {
      expect(told.incidents.filter(({ found }) => !found)).toEqual([]);
      for (const { mustFind, identity, agent } of told.incidents)
        for (const id of mustFind)
          expect(told.judgement.findings.find(({ event }) => event.id === id)).toMatchObject({ identity, agent });
    });

    it("has all its controls quiet", () => expect(told.controls.filter(({ quiet }) => !quiet)).toEqual([]));

    it("has every record read", () => expect(told.gathered.unreadable).toEqual(new Map()));

    it("has four kinds of incident, three controls and a history of 40,000 events", () => {
      expect(told.incidents).toHaveLength(4);
      expect(told.controls).toHaveLength(3);
      expect(told.learned).toBeGreaterThanOrEqual(40_000);
      others.push(told.others.length);
    });
  });

  it("give at most one other finding each on average", () => {
    expect(others).toHaveLength(seeds.length);
    expect(others.reduce((sum, count) => sum + count, 0) / seeds.length).toBeLessThanOrEqual(1);
  });
}
