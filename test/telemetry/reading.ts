import { inflate } from "../../lib/adapters/inflate.js";
import { defaultConfig } from "../../lib/config.js";
import type { Event } from "../../lib/domain/event.js";
import type { Observation } from "../../lib/domain/observation.js";
import { createInterpreter } from "../../lib/flows/interpret.js";
import { normalise } from "../../lib/telemetry/normalise.js";
import { readRecords } from "../../lib/telemetry/read.js";
import { bytesOf } from "./read.js";

/** What came of one record: its event and the observations of that, or the reason why there is none. */
export type Outcome =
  | { readonly event: Event; readonly observations: readonly Observation[] }
  | { readonly reason: string };

const { draft, observe } = createInterpreter(defaultConfig);

/** The whole way from bytes to observations, each record for itself. */
export const outcomesIn = (input: Uint8Array | string, limit?: number): readonly Outcome[] => {
  return [...readRecords(typeof input === "string" ? bytesOf(input) : input, inflate, limit)].map((record): Outcome => {
    if (!record.ok) return { reason: record.reason };
    const origin = { contentId: () => "content", arrived: record.arrived ?? Date.UTC(2026, 2, 1) };
    const event = normalise(record.value, "auto", origin);
    if (!event.ok) return { reason: event.reason };
    return { event: event.value, observations: observe(draft(event.value), null) };
  });
};
