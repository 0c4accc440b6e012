import { day, hour, type Millis } from "../domain/units.js";
import type { Packet } from "../ports/lineage.js";

/** Sensors and shippers that retry deliver within the hour; a shell or an agent that started nothing for three days is over. */
export const termOf: Readonly<Record<Packet<unknown>["term"], Millis>> = { brief: hour, lasting: 3 * day };

/** After so long everything is read anew: nothing brief can have gone unread then, and readers need not remember more. */
export const readAnew: Millis = termOf.brief;
