import { inflate } from "../../lib/adapters/inflate.js";
import { decode } from "../../lib/telemetry/decode.js";

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const decoded = (input: Uint8Array | string | object, limit?: number) => {
  const bytes =
    input instanceof Uint8Array ? input : bytesOf(typeof input === "string" ? input : JSON.stringify(input));
  return [...decode(bytes, inflate, limit)];
};

/** The records that an input holds, and a reason in the place of each that cannot be read. */
export const read = (input: Uint8Array | string | object, limit?: number): readonly unknown[] =>
  decoded(input, limit).map((record) => (record.ok ? record.value : record.reason));

/** When each of its records arrived. */
export const arrivals = (input: Uint8Array | string | object): readonly unknown[] =>
  decoded(input).map(({ arrived }) => arrived);

/** In which line each of its records begins. */
export const linesOf = (input: Uint8Array | string | object): readonly (number | null)[] =>
  decoded(input).map(({ line }) => line);
