import type { Contribution, Contributions } from "../../ports/contributions.js";

/** Contributions in memory: JSON as text, by hour and id. It never forgets. */
export function createMemoryContributions<Lesson>(): Contributions<Lesson> {
  const hours = new Map<number, Map<string, string>>();
  return {
    async put(contributions) {
      for (const one of contributions) {
        const hour = hours.get(one.hour) ?? new Map<string, string>();
        hours.set(one.hour, hour.set(one.id, JSON.stringify(one)));
      }
    },
    async of(hour) {
      const found: Contribution<Lesson>[] = [...(hours.get(hour)?.values() ?? [])].map((text) => JSON.parse(text));
      return found.sort((a, b) => (a.id < b.id ? -1 : 1));
    },
  };
}
