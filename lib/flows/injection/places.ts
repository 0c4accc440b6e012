import type { Instant } from "../../domain/units.js";
import { day, hour, minute } from "../../domain/units.js";
import { grouped } from "../../evaluation/grouped.js";
import { anyOf, between, shuffled } from "../../sample/choose.js";
import { type Random, random } from "../../sample/random.js";
import type { Attack } from "./attacks.js";
import { type Line, protocol } from "./lines.js";

/** One at a time when the victim works, one at a time at any hour of that week, or several soon after one another. */
export type How = "alone" | "at-any-hour" | "in-a-chain";

/** Attacks of one corpus that are put in behind a line of somebody's, in its session, and are told as one. */
export interface Planted {
  readonly how: How;
  readonly corpus: string;
  readonly steps: readonly { readonly attack: Attack; readonly at: Instant }[];
}

/**
 * Where attacks are put: each once in every entity's judged part, at a seeded random place; each once more at the same
 * place at another hour; and each once as part of a chain, a few minutes after one another.
 *
 * @param every 1 puts in all; 4 a quarter of them, another quarter in each entity
 */
export function placesOf(
  lines: readonly Line[],
  attacks: readonly Attack[],
  seed: number,
  every: number,
): ReadonlyMap<Line, readonly Planted[]> {
  const judged = lines.filter(({ isMeasured, isWarmUp }) => isMeasured && !isWarmUp);
  const entities = [...grouped(judged, ({ corpus, principal }) => `${corpus} ${principal}`)];
  const places = new Map<Line, Planted[]>();
  const put = (line: Line, ...planted: readonly Planted[]) =>
    places.set(line, [...(places.get(line) ?? []), ...planted]);
  for (const [nth, [entity, hers]] of entities.entries()) {
    for (const [index, attack] of attacks.entries()) {
      if ((index + nth) % every !== 0) continue;
      const { corpus } = attack;
      const source = random("place", seed, entity, corpus, index);
      const line = anyOf(source, hers);
      const atAnyHour = { attack, at: atAnotherHour(line.at, source) };
      put(
        line,
        { how: "alone", corpus, steps: [{ attack, at: line.at }] },
        { how: "at-any-hour", corpus, steps: [atAnyHour] },
      );
    }
    for (const [corpus, rows] of grouped(attacks, (attack) => attack.corpus)) {
      const source = random("chains", seed, entity, corpus);
      for (const [index, chain] of chainsOf(shuffled(source, rows)).entries()) {
        const line = anyOf(source, hers);
        const steps = chain.map((attack, step) => ({ attack, at: line.at + step * protocol.chainMinutes * minute }));
        if ((index + nth) % every === 0) put(line, { how: "in-a-chain", corpus, steps });
      }
    }
  }
  return places;
}

/** Another hour of the same week, all equally likely. */
function atAnotherHour(at: Instant, source: Random): Instant {
  const week = 7 * day;
  return at - (at % week) + between(source, 0, week / hour - 1) * hour + (at % hour);
}

/** Whole chains only; what is left over is in none. */
const chainsOf = (rows: readonly Attack[]): readonly (readonly Attack[])[] =>
  Array.from({ length: Math.floor(rows.length / protocol.chain) }, (_, i) =>
    rows.slice(i * protocol.chain, (i + 1) * protocol.chain),
  );
