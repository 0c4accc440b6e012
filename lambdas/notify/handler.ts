import { plural } from "../../lib/domain/wording.js";
import { notify } from "../../lib/flows/notify.js";
import type { Findings } from "../../lib/ports/findings.js";
import type { Sink } from "../../lib/ports/sink.js";

export interface Wiring {
  readonly findings: Findings;
  readonly sink: Sink;
}

/** Tells what is in the outbox; woken by new findings and by the clock, and the same for both. */
export const createHandler =
  ({ findings, sink }: Wiring) =>
  async (): Promise<void> => {
    const { failures } = await notify(findings, sink);
    if (failures.length === 0) return;
    // Lambda logs the message of an AggregateError and not what it is made of; the first reason is most often all of it.
    const what = `${plural(failures.length, "incident")} did not arrive, and will be sent by the next sweep`;
    throw new AggregateError(failures, `${what}; ${failures[0]}`);
  };
