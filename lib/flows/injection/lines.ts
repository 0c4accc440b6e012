import type { Principal } from "../../domain/principal.js";
import { principalOf } from "../../domain/principal.js";
import type { Instant } from "../../domain/units.js";
import { grouped } from "../../evaluation/grouped.js";
import type { Observed } from "../gather.js";

/** One row of telemetry, with the commands in it. */
export interface Line {
  readonly at: Instant;
  readonly corpus: string;
  readonly principal: Principal;
  /** Within which lines depend on each other. */
  readonly session: string;
  readonly observed: readonly Observed[];
  /** Before its principal's judged part: learned with gates off. */
  readonly isWarmUp: boolean;
  /** Its principal has enough lines to be measured; of the others only alerts are counted. */
  readonly isMeasured: boolean;
}

/** What the protocol asks of an entity, and how much of it warms up; how many attacks make a chain, and how far apart they are. */
export const protocol = { leastLines: 180, warmUp: 0.3, chain: 3, chainMinutes: 3 };

/** Rows of telemetry in order of time, from observations by corpus. */
export function linesOf(corpora: ReadonlyMap<string, readonly Observed[]>): readonly Line[] {
  const rows = [...corpora].flatMap(([corpus, observed]) =>
    [...grouped(observed, ({ observation: { event } }) => `${event.host} ${event.id} ${event.time}`).values()].map(
      (observed) => ({ corpus, observed }),
    ),
  );
  const entities = grouped(rows, ({ corpus, observed }) => `${corpus} ${principalAt(observed)}`);
  const lines: Line[] = [];
  for (const [entity, hers] of entities)
    for (const [place, { corpus, observed }] of hers.entries()) {
      const first = observed[0];
      if (first === undefined) continue;
      lines.push({
        at: first.at,
        corpus,
        principal: principalAt(observed),
        session: `${entity} ${first.observation.session ?? first.observation.event.time.slice(0, 10)}`,
        observed,
        isWarmUp: place < protocol.warmUp * hers.length,
        isMeasured: hers.length >= protocol.leastLines,
      });
    }
  return lines.sort((a, b) => a.at - b.at);
}

const principalAt = ([first]: readonly Observed[]): Principal =>
  first === undefined ? "" : principalOf(first.observation.identity, first.observation.agent);
