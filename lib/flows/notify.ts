import { planned, toldMore } from "../assess/telling.js";
import { type Incident, incidentsOf } from "../domain/incident.js";
import type { Digest, Notice } from "../domain/notice.js";
import type { Telling } from "../domain/telling.js";
import type { Instant } from "../domain/units.js";
import type { Findings } from "../ports/findings.js";
import type { Sink } from "../ports/sink.js";
import type { Tally } from "../ports/tally.js";
import { hash64 } from "../stats/hash64.js";

/** What a sweep of the outbox did. */
export interface Notified {
  /** Incidents that arrived, alone or in a digest. */
  readonly sent: number;
  /** Incidents that wait for the next digest. */
  readonly waiting: number;
  /** Why others did not arrive; they stay in the outbox. */
  readonly failures: readonly unknown[];
}

/** The outbox, where it is told, and how much. */
export interface Channel {
  readonly findings: Findings;
  readonly sink: Sink;
  readonly tally: Tally;
  readonly telling: Telling;
  readonly now: () => Instant;
}

/** Findings told in one sweep; the rest wait for the next. */
const sweepSize = 100;
/** Incidents in one digest: as many as a message can name. */
const digestSize = 30;

/**
 * Tells what nobody has been told: unsent findings, grouped to incidents, sent, and marked when they have arrived. What
 * is more than the channel can take comes in a digest.
 *
 * Delivery is at least once: a crash between sending and marking sends that notice again.
 */
export async function notify({ findings, sink, tally, telling, now }: Channel): Promise<Notified> {
  const unsent = await findings.unsent(sweepSize);
  if (unsent.length === 0) return { sent: 0, waiting: 0, failures: [] };
  const before = await tally.read();
  const { alone, together, later } = planned(incidentsOf(unsent), before, telling, now(), unsent.length === sweepSize);
  const failures: unknown[] = [];
  let told = before;
  let sent = 0;

  async function tell(notice: Notice, incidents: readonly Incident[], what: "alert" | "digest"): Promise<void> {
    try {
      await sink(notice);
      told = toldMore(told, now(), what);
      await findings.markSent(incidents.flatMap((incident) => incident.findings.map(({ id }) => id)));
      sent += incidents.length;
    } catch (failure) {
      failures.push(failure);
    }
  }
  for (const incident of alone) await tell(incident, [incident], "alert");
  for (const digest of digestsOf(together, telling)) await tell(digest, digest.incidents, "digest");
  if (told !== before) await tally.write(told);
  return { sent, waiting: later.length, failures };
}

function digestsOf(incidents: readonly Incident[], { shadow }: Telling): readonly Digest[] {
  const digests: Digest[] = [];
  for (let i = 0; i < incidents.length; i += digestSize) {
    const [first, ...rest] = incidents.slice(i, i + digestSize);
    if (first === undefined) break;
    const id = hash64("digest", ...[first, ...rest].map((incident) => incident.id));
    digests.push({ id, why: shadow ? "shadow" : "many", incidents: [first, ...rest] });
  }
  return digests;
}
