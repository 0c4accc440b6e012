import type { Instant } from "../domain/units.js";
import type { AgentName } from "./agents.js";
import { learnUntil } from "./calendar.js";
import type { ControlKind, IncidentKind, Plan } from "./plans/plan.js";
import type { Recorded } from "./recorded.js";

/** Something that was planted in the judged day. */
interface Planted {
  readonly identity: string;
  /** Null for a person's own hands. */
  readonly agent: AgentName | null;
  /** When its first command ran. */
  readonly at: Instant;
  /** The sources' own ids of its records, in order of time. */
  readonly eventIds: readonly string[];
  /** The command lines as they were run, one below the other. */
  readonly text: string;
}

/** Must be found. */
export interface Incident extends Planted {
  readonly kind: IncidentKind;
  /** Those of its events that do harm on their own; the rest may be found, but need not. */
  readonly mustFind: readonly string[];
}

/** Must stay quiet. */
export interface Control extends Planted {
  readonly kind: ControlKind;
}

/** What a detector should say about the judged day. */
export interface Truth {
  /** ISO 8601: the start of the judged day. */
  readonly learnUntil: string;
  readonly incidents: readonly Incident[];
  readonly controls: readonly Control[];
}

/** The plans again, with what the sensors made of them. */
export function truthOf(plans: readonly Plan[], judged: readonly Recorded[]): Truth {
  const incidents: Incident[] = [];
  const controls: Control[] = [];
  for (const plan of plans) {
    const { kind } = plan;
    const records = judged.filter(({ planted }) => planted !== undefined && plan.lines.includes(planted));
    const planted = plantedAs(plan, records);
    const mustFind = records.filter((record) => record.planted?.mustFind === true).map(({ id }) => id);
    if (isControl(kind)) controls.push({ ...planted, kind });
    else incidents.push({ ...planted, kind, mustFind });
  }
  return { learnUntil, incidents, controls };
}

const plantedAs = ({ person, agent }: Plan, records: readonly Recorded[]): Planted => ({
  identity: person.name,
  agent,
  at: records[0]?.at ?? 0,
  eventIds: records.map(({ id }) => id),
  text: records.map(({ planted }) => planted?.line).join("\n"),
});

const isControl = (kind: IncidentKind | ControlKind): kind is ControlKind =>
  ["rare-deploy", "new-tool", "mentions-rm-rf"].includes(kind);
