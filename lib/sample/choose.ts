import type { Random } from "./random.js";

/** A thing and how often it comes beside the others: `[3, "git status"]` comes three times as often as `[1, ...]`. */
export type Weighted<Value> = readonly [weight: number, value: Value];

/** A whole number from `low` to `high`, both included. */
export const between = (random: Random, low: number, high: number): number =>
  low + Math.floor(random() * (high - low + 1));

/** One of a list, all equally likely. */
export const anyOf = <Value>(random: Random, values: readonly Value[]): Value =>
  values[Math.floor(random() * values.length)] as Value;

/**
 * One of a list, the first ones far more often: the chance of place n is about 1/n (Zipf's law).
 *
 * Names in real shell histories fall like that: a few files are touched all day, most of them once. Drawing the
 * place log-uniformly gives it in one step, without a table.
 */
export const popular = <Value>(random: Random, values: readonly Value[]): Value =>
  values[Math.floor((values.length + 1) ** random()) - 1] as Value;

/** One of a weighted list. */
export function weighted<Value>(random: Random, values: readonly Weighted<Value>[]): Value {
  let left = random() * values.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, value] of values) {
    left -= weight;
    if (left < 0) return value;
  }
  return (values.at(-1) as Weighted<Value>)[1];
}

/** The list in another order, every order equally likely (Fisher and Yates). */
export function shuffled<Value>(random: Random, values: readonly Value[]): readonly Value[] {
  const order = [...values];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = between(random, 0, last);
    [order[last], order[other]] = [order[other] as Value, order[last] as Value];
  }
  return order;
}

/** So many random characters of an alphabet. */
function text(random: Random, alphabet: string, length: number): string {
  let drawn = "";
  while (drawn.length < length) drawn += alphabet[Math.floor(random() * alphabet.length)];
  return drawn;
}

/** So many random decimal digits. */
export const digits = (random: Random, length: number): string => text(random, "0123456789", length);

/** So many random hexadecimal digits. */
export const hex = (random: Random, length: number): string => text(random, "0123456789abcdef", length);

/** An id in the layout of a UUID, version 4. */
export const uuid = (random: Random): string =>
  `${hex(random, 8)}-${hex(random, 4)}-4${hex(random, 3)}-a${hex(random, 3)}-${hex(random, 12)}`;
