/** Numbers that look random and are the same on every run: each call gives the next one, at least 0 and below 1. */
export type Random = () => number;

/**
 * A seeded source of numbers: `sfc32`, a small fast counting generator with 128 bits of state.
 *
 * The parts are hashed to the state, so every person and day has its own stream: what one of them draws never
 * shifts what another one gets, and a day can be made again without making the days before it. Good enough for
 * samples and tests; never use it for anything secret.
 *
 * @param parts what the stream is for: the seed, then names or numbers
 * @see PractRand, Chris Doty-Humphrey (public domain): sfc32
 * @example
 * random(7, "ada")() === random(7, "ada")() // => true
 * random(7, "ada")() === random(8, "ada")() // => false
 */
export function random(...parts: readonly (string | number)[]): Random {
  const text = parts.join("\u0000");
  let a = hash(text, 0x9e3779b9);
  let b = hash(text, 0x243f6a88);
  let c = hash(text, 0xb7e15162);
  let counter = 1;
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return (sum >>> 0) / 2 ** 32;
  };
  // The first outputs still show the hash; twelve rounds are what the author of sfc32 recommends to mix them.
  for (let round = 0; round < 12; round += 1) next();
  return next;
}

/** FNV-1a over UTF-16 units, from a given start; see http://www.isthe.com/chongo/tech/comp/fnv/ (public domain). */
function hash(text: string, start: number): number {
  let value = start;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value | 0;
}
