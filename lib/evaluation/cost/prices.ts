import type { Millis } from "../../domain/units.js";

/** What AWS charges for what a deployment uses, in US dollars. */
export interface Prices {
  readonly region: string;
  /** The month in which they were looked up; check them before you quote them. */
  readonly asOf: string;
  readonly sources: readonly string[];
  /** An on-demand stream, for each GiB put and read. What is put is charged for each record, rounded up to 1,024 bytes. */
  readonly streamInPerGib: number;
  readonly streamOutPerGib: number;
  /** On-demand tables: a write of 1 KiB, a consistent read of 4 KiB. */
  readonly millionWriteUnits: number;
  readonly millionReadUnits: number;
  /** A function on arm64: a second with 1 GiB of memory, and a million invocations. */
  readonly gibSecond: number;
  readonly millionInvocations: number;
}

/** The first tier, without free tier, discounts and taxes. */
export const prices: Prices = {
  region: "us-east-1",
  asOf: "2026-11",
  sources: [
    "https://aws.amazon.com/kinesis/data-streams/pricing/",
    "https://aws.amazon.com/dynamodb/pricing/on-demand/",
    "https://aws.amazon.com/lambda/pricing/",
  ],
  streamInPerGib: 0.08,
  streamOutPerGib: 0.04,
  millionWriteUnits: 0.625,
  millionReadUnits: 0.125,
  gibSecond: 0.0000133334,
  millionInvocations: 0.2,
};

/**
 * The memory with which a function has one whole processor. It has more or less in proportion, so that work which only
 * computes costs the same with any memory up to this.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html
 */
const wholeProcessorMib = 1_769;

/**
 * What a function is billed for computing, in GiB-seconds.
 *
 * @param processorMs the time that one whole processor takes for it
 * @example
 * gibSeconds(1_000) // => 1.7275390625
 */
export const gibSeconds = (processorMs: Millis): number => (processorMs / 1_000) * (wholeProcessorMib / 1_024);
