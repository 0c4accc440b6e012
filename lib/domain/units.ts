/** Milliseconds since 1970-01-01T00:00:00Z. Always event time, never the clock of the machine that reads. */
export type Instant = number;

/** A length of time in milliseconds. */
export type Millis = number;

/** Information in bits: one bit is the surprise of a fair coin. */
export type Bits = number;

/** A chance between 0 and 1. */
export type Probability = number;

export const second: Millis = 1_000;
export const minute: Millis = 60 * second;
export const hour: Millis = 60 * minute;
export const day: Millis = 24 * hour;
