import type { Incident } from "../domain/incident.js";

/** Where alerts go. Resolves when the incident has arrived; throws when it has not, so that it is tried again. */
export type Sink = (incident: Incident) => Promise<void>;
