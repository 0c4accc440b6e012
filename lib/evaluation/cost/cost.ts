import type { Prices } from "./prices.js";

/** What went through a stream. */
export interface Carried {
  readonly records: number;
  readonly bytes: number;
  /** The bytes that are charged for when it is put: each record rounded up to whole KiB. */
  readonly chargedKib: number;
}

/** What some events used on their way. */
export interface Use {
  readonly events: number;
  readonly telemetry: Carried;
  readonly observations: Carried;
  readonly writeUnits: number;
  readonly readUnits: number;
  readonly invocations: number;
  readonly gibSeconds: number;
}

/** What a million events cost, in US dollars. */
export interface Cost {
  /** The telemetry stream alone: what it costs to have the events in AWS. */
  readonly carryPerMillion: number;
  /** Everything else: the observations stream, tables and functions. */
  readonly scorePerMillion: number;
}

const million = 1_000_000;
const kib = 1_024;
const gib = kib ** 3;

/**
 * What records of these sizes are, for a stream that charges by the KiB.
 *
 * @example
 * carried([1, 1_024, 1_025]) // => { records: 3, bytes: 2050, chargedKib: 4 }
 */
export const carried = (sizes: readonly number[]): Carried => ({
  records: sizes.length,
  bytes: sizes.reduce((sum, bytes) => sum + bytes, 0),
  chargedKib: sizes.reduce((sum, bytes) => sum + Math.ceil(bytes / kib), 0),
});

/**
 * The cost of a million events like these, by use: what is charged by the hour, for storage and for logs is not in it.
 * Each stream is read once.
 */
export function costOf(use: Use, prices: Prices): Cost {
  const stream = ({ chargedKib, bytes }: Carried) =>
    (chargedKib * kib * prices.streamInPerGib + bytes * prices.streamOutPerGib) / gib;
  const tables = (use.writeUnits * prices.millionWriteUnits + use.readUnits * prices.millionReadUnits) / million;
  const functions = (use.invocations * prices.millionInvocations) / million + use.gibSeconds * prices.gibSecond;
  const scale = million / use.events;
  return {
    carryPerMillion: rounded(stream(use.telemetry) * scale),
    scorePerMillion: rounded((stream(use.observations) + tables + functions) * scale),
  };
}

/** A hundredth of a cent is finer than anything here is known. */
const rounded = (dollars: number): number => Math.round(dollars * 10_000) / 10_000;
