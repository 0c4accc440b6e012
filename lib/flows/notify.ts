import { incidentsOf } from "../domain/incident.js";
import type { Findings } from "../ports/findings.js";
import type { Sink } from "../ports/sink.js";

/** What a sweep of the outbox did. */
export interface Notified {
  /** Incidents that arrived. */
  readonly sent: number;
  /** Why others did not; they stay in the outbox. */
  readonly failures: readonly unknown[];
}

/** Findings told in one sweep; the rest wait for the next. */
const sweepSize = 100;

/**
 * Tells what nobody has been told: unsent findings, grouped to incidents, sent, and marked when they have arrived.
 *
 * Delivery is at least once: a crash between sending and marking sends that incident again.
 */
export async function notify(findings: Findings, sink: Sink): Promise<Notified> {
  const failures: unknown[] = [];
  let sent = 0;
  for (const incident of incidentsOf(await findings.unsent(sweepSize))) {
    try {
      await sink(incident);
      await findings.markSent(incident.findings.map(({ id }) => id));
      sent += 1;
    } catch (failure) {
      failures.push(failure);
    }
  }
  return { sent, failures };
}
