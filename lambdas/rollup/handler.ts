import { hour, type Instant } from "../../lib/domain/units.js";
import { type Lessons, rollUp, type SealedEpochs } from "../../lib/flows/sealed-cohorts.js";
import type { Contributions } from "../../lib/ports/contributions.js";

export interface Wiring {
  readonly epochs: SealedEpochs;
  readonly contributions: Contributions<Lessons>;
  readonly now: () => Instant;
}

/** An hour is sealed once the one after it is over, so that late events have had their time. */
const sealedAfter = 2;

/** Seals what the last hours have taught; run every hour, and the same when it runs twice. */
export const createHandler =
  ({ epochs, contributions, now }: Wiring) =>
  async (): Promise<void> =>
    rollUp(epochs, contributions, Math.floor(now() / hour) - sealedAfter);
