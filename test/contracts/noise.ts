/** Bytes that do not shrink, the same at every run. */
export function noise(length: number, seed = 1): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = seed;
  for (let i = 0; i < length; i += 1) {
    state = (state * 48_271) % 2_147_483_647; // Lehmer's generator with Park and Miller's second multiplier
    bytes[i] = state >> 8;
  }
  return bytes;
}

/** Text that shrinks by a quarter at most. */
export const noiseText = (characters: number, seed?: number): string =>
  Buffer.from(noise(characters, seed)).toString("base64").slice(0, characters);
